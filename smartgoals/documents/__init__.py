"""Plan to file: goal sheet, plan file and the other exports."""
