"""Writes the PDFs of so many plans; prints the processor's seconds and the memory at the end."""

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
    begin = time.process_time()  # Minutes long: whoever else works meanwhile must not count.
    for number in range(count):
        goal_sheet_pdf(seeded_plan(number), context)
    seconds = time.process_time() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "megabytes": megabytes}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
