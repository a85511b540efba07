"""Timing and the table of results."""

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, ours and the floor with their unit, and what was aimed at."""

    what: str
    ours: float
    floor: float
    unit: str
    target: str
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.floor if self.floor else float("nan")


def median_seconds(work: Callable[[], object], rounds: int) -> float:
    """This function will return the median wall-clock seconds of `rounds` runs of `work`."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def say(text: str) -> None:
    """This function will write a line of progress to standard error, so that the table alone is on standard output."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def write_table(rows: Sequence[Row]) -> None:
    """This function will write the table to standard output as Markdown."""
    lines = [
        "| what | ours | floor | unit | ours ÷ floor | target | note |",
        "|---|---:|---:|---|---:|---|---|",
    ]
    for row in rows:
        figures = f"{row.ours:,.4g} | {row.floor:,.4g} | {row.unit} | {row.ratio:.2f}"
        lines.append(f"| {row.what} | {figures} | {row.target} | {row.note} |")
    sys.stdout.write("\n".join(lines) + "\n")
