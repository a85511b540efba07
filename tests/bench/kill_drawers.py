"""Kills the process that draws an order, with all that it started, again and again at random moments, and looks at what is left.

`kill_drawers REPORTS SEED` with the environment of an empty FOURFOLD_DATA_DIR. It ends with exit code 1 unless every report
was drawn exactly once, whole, and nothing that was started is left behind.
"""

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256

import django

django.setup()

# Models can be imported once Django is set up.
from django.core.management import call_command  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.utils import timezone  # noqa: E402

from recommendations.report.editions.options import EditionOptions  # noqa: E402
from recommendations.report.models import Batch, BatchItem, BatchState, Report  # noqa: E402
from recommendations.report.queue.orders import order_reports  # noqa: E402
from tests.bench.measure import say  # noqa: E402
from tests.bench.order_reports import LANGUAGES, clients  # noqa: E402
from tests.bench.processes import descendants  # noqa: E402

LONGEST_SECONDS, MORE_SECONDS = 12, 3  # later and later, so that a slow machine comes to an end too
PATIENCE_SECONDS = 60


def main(count: int, seed: int) -> int:
    """This function will order `count` reports, kill whoever draws them until all are settled, and return the exit code."""
    chance = random.Random(seed)
    call_command("set_up", stdout=sys.stderr)
    seat, wanted = clients(count // len(LANGUAGES))
    batch = order_reports(seat=seat, wanted=wanted, options=EditionOptions(languages=LANGUAGES))
    kills, left = 0, []
    while BatchItem.objects.filter(batch=batch).exclude(state__in=(BatchState.DONE, BatchState.FAILED)).exists():
        left += _killed(chance.uniform(0, LONGEST_SECONDS + MORE_SECONDS * kills))
        kills += 1
        # The time for which the dead one held its report is over: three minutes, here at once. Tries are not counted,
        # because it was not the report that ended the process.
        BatchItem.objects.filter(batch=batch, state=BatchState.DRAWING).update(held_until=timezone.now(), tries=1)
    faults = _faults(batch, count)
    say(f"{kills} kills, {count} reports, {len(faults)} faults {faults}, left behind {left}")
    return 1 if faults or left else 0


def _killed(after: float) -> list[int]:
    """Starts a drawing process, kills it after some seconds, and returns what outlived it."""
    drawer = subprocess.Popen([sys.executable, "-m", "tests.bench.drawer"], stdin=subprocess.PIPE, text=True)
    assert drawer.stdin is not None
    drawer.stdin.write("1000\n")
    drawer.stdin.flush()
    time.sleep(after)
    below = descendants(drawer.pid)
    os.kill(drawer.pid, signal.SIGKILL)
    drawer.wait()
    until = time.monotonic() + PATIENCE_SECONDS
    while (alive := [each for each in below if os.path.exists(f"/proc/{each}/exe")]) and time.monotonic() < until:
        time.sleep(0.1)
    return alive


def _faults(batch: Batch, count: int) -> list[str]:
    items = BatchItem.objects.filter(batch=batch).select_related("report")
    faults = [f"{item.number} {item.state} {item.failure}" for item in items if item.state != BatchState.DONE]
    reports = Report.objects.all()
    faults += [f"{report.number} is broken" for report in reports if not _is_whole(report)]
    twice = reports.order_by().values("result", "language").annotate(n=Count("pk")).filter(n__gt=1)
    faults += [f"{row} was drawn more than once" for row in twice]
    return faults if reports.count() == count else [*faults, f"{reports.count()} reports of {count}"]


def _is_whole(report: Report) -> bool:
    pdf = bytes(report.pdf)
    return pdf[:5] == b"%PDF-" and pdf.rstrip().endswith(b"%%EOF") and sha256(pdf).hexdigest() == report.pdf_hash


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
