"""Data files of SmartGoals: catalogue, templates, icons, languages, sample plans."""
