"""The steps from a broad goal to a finished plan."""
