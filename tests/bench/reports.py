"""Many reports through the queue: whether two processes draw at nearly twice the rate of one, and whether memory stays flat."""

import json
import os
import subprocess
import sys
import tempfile

from tests.bench.measure import Row, say
from tests.bench.order_reports import Seen
from tests.bench.places import ROOT

REPORTS = 200


def measure() -> list[Row]:
    """This function will return the rows of the queue. One and two processes take turns, so that what else the machine
    does meets both alike."""
    say(f"Order of {REPORTS} reports")
    with tempfile.TemporaryDirectory(prefix="fourfold-bench-") as folder:
        environment = {"FOURFOLD_DATA_DIR": folder, "DATABASE_URL": "", "FOURFOLD_LOG_LEVEL": "error"}
        environment |= {"DJANGO_SETTINGS_MODULE": "assessment.config.settings"}
        command = [sys.executable, "-m", "tests.bench.order_reports", str(REPORTS)]
        run = subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True, stdout=subprocess.PIPE)
    return _rows(Seen(**json.loads(run.stdout)))


def _rows(seen: Seen) -> list[Row]:
    rates = [count / seconds * 60 for count, seconds in zip(seen.reports, seen.seconds, strict=True)]
    spent = [processor / count for processor, count in zip(seen.processor, seen.reports, strict=True)]
    busy = [processor / seconds for processor, seconds in zip(seen.processor, seen.seconds, strict=True)]
    middle = seen.memory[len(seen.memory) // 2]
    memory = f"all processes after {len(seen.memory)} turns, the first; in the middle {middle:.0f} MiB"
    packed = f"{seen.zip_files} files, {seen.broken} broken, {seen.failed} failed"
    cores = f"in turns in one order; {busy[1]:.2f} cores busy with two, {busy[0]:.2f} with one"
    return [
        Row("reports drawn by two processes ÷ by one", rates[1], rates[0], "reports/min", "≥ 1.8", cores),
        Row(
            "processor time of a report, two ÷ one",
            spent[1],
            spent[0],
            "s",
            "≤ 1.1",
            "SQLite; with gathering and storing",
        ),
        Row("memory of two drawing processes, end ÷ start", seen.memory[-1], seen.memory[0], "MiB", "≤ 1.1", memory),
        Row(f"ZIP of {REPORTS} reports ÷ drawing one", seen.zip_seconds, 60 / rates[0], "s", "–", packed),
    ]
