"""Plan to chart: one layout for the window, the goal sheet and files, and its drawing in files."""
