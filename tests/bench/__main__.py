"""`./run bench [scoring] [answering] [pdf] [reports] [next-level] [roadmap] [impact]` measures all or the named parts and prints one table."""

import os
import sys

import django

PARTS = ("scoring", "answering", "pdf", "reports", "next-level", "roadmap", "impact")


def main(names: list[str]) -> int:
    """This function will print the table and return the exit code: 2 for an unknown part."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.stderr.write(f"no such benchmark: {unknown[0]}; there are {', '.join(PARTS)}\n")
        return 2
    rows = []
    for part in names or PARTS:
        rows += MEASURES[part]()
    write_table(rows)
    return 0


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "assessment.config.settings")
django.setup()

# The parts import models, which Django allows once it is set up.
from tests.bench import answering, impact, next_level, pdf, reports, roadmap, scoring  # noqa: E402
from tests.bench.measure import write_table  # noqa: E402

MEASURES = {
    "scoring": scoring.measure,
    "answering": answering.measure,
    "pdf": pdf.measure,
    "reports": reports.measure,
    "next-level": next_level.measure,
    "roadmap": roadmap.measure,
    "impact": impact.measure,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
