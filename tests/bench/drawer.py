"""A process that draws ordered reports: each line of its input is a number of reports, answered by a line when drawn."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "assessment.config.settings")
django.setup()

# Models can be imported once Django is set up.
from recommendations.report.queue.drawing import draw_next  # noqa: E402
from recommendations.report.renderer.client import renderer  # noqa: E402

if __name__ == "__main__":
    renderer.start()
    for line in sys.stdin:
        drawn = sum(draw_next() for _turn in range(int(line)))
        sys.stdout.write(f"{drawn}\n")
        sys.stdout.flush()
    renderer.close()
