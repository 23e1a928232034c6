"""Plans in a local SQLite file, and nothing lost on the way."""
