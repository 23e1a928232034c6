"""What a plan is and what follows from it; the standard library and pydantic, nothing else."""
