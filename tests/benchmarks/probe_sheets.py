"""Writes the PDFs of so many plans; prints the seconds it took and the memory it ended with."""

import json
import resource
import sys
import time

from smartgoals.documents.goal_sheet import goal_sheet_pdf
from tests.benchmarks.context import export_context
from tests.benchmarks.seed import seeded_plan


def main(count: int) -> None:
    """Write them, one after the other."""
    context = export_context()
    goal_sheet_pdf(seeded_plan(0), context)
    begin = time.perf_counter()
    for number in range(count):
        goal_sheet_pdf(seeded_plan(number), context)
    seconds = time.perf_counter() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
