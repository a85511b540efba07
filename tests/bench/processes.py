"""Memory and processor time of processes that run beside the benchmark, read from /proc."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

EVERY_SECONDS = 0.01
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Watched:
    """`peak`: the most MiB that one process had; `together`: the most that all had at once; `processor`: seconds of each."""

    peak: float = 0.0
    together: float = 0.0
    processor: dict[int, float] = field(default_factory=dict)


def descendants(process: int) -> list[int]:
    """This function will return the ids of all processes below one."""
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    children = [int(each) for each in text.split()]
    return children + [each for child in children for each in descendants(child)]


def memory_of(process: int, line: str = "VmRSS") -> float:
    """This function will return MiB of memory now (VmRSS) or at most so far (VmHWM); 0 for a process that ended."""
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(row.split()[1]) / 1024 for row in text.splitlines() if row.startswith(line)), 0.0)


def processor_of(process: int, *, with_ended: bool = False) -> float:
    """This function will return the processor seconds that a process took so far, with those of its ended children."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(each) for each in fields[11 : 15 if with_ended else 13]) / TICKS


@contextmanager
def watched(process: int) -> Iterator[Watched]:
    """This function will watch what runs below a process until the block ends."""
    seen, ended = Watched(), threading.Event()

    def look() -> None:
        while not ended.wait(EVERY_SECONDS):
            below = descendants(process)
            seen.peak = max([seen.peak, *(memory_of(each, "VmHWM") for each in below)])
            seen.together = max(seen.together, sum(memory_of(each) for each in below))
            for each in below:
                seen.processor[each] = max(seen.processor.get(each, 0.0), processor_of(each))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        ended.set()
        thread.join()
