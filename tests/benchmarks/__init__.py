"""How fast the program is, beside the least that would do: ``python -m tests.benchmarks``."""
