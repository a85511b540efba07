"""What a process that draws tells the benchmark: the seconds of each round, and the most memory it ever had."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from tests.bench.places import ROOT


@dataclass(frozen=True)
class Told:
    """`seconds` of the wall clock, `processor` seconds beside each, the first with everything that is loaded; MiB."""

    seconds: list[float]
    processor: list[float]
    memory: float


def tell(draw: Callable[[], object], rounds: int, started: float) -> None:
    """This function will draw `rounds` times and print what it took. `started` is when the process began to load."""
    seconds, processor, begun, spent = [], [], started, 0.0
    for _round in range(rounds):
        draw()
        seconds.append(time.perf_counter() - begun)
        processor.append(time.process_time() - spent)
        begun, spent = time.perf_counter(), time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(asdict(Told(seconds, processor, memory))))


def told_by(module: str, *arguments: str) -> Told:
    """This function will run a module that tells, and return what it told."""
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    return Told(**json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout))
