"""Typst on the same content, tagged as PDF/UA-1. `plain_typst SOURCE FONTS ROUNDS OUT` prints `Told` as JSON."""

import sys
import time
from pathlib import Path

started = time.perf_counter()

import typst  # noqa: E402

from tests.bench.told import tell  # noqa: E402


def main(source: bytes, fonts: str, rounds: int, out: Path) -> None:
    """This function will set the source `rounds` times, each time as if it were new, and print how long each took."""
    turn = iter(range(rounds))

    def draw() -> None:
        new = source + f"\n// {next(turn)}\n".encode()
        out.write_bytes(
            typst.compile(new, font_paths=[fonts], ignore_system_fonts=True, format="pdf", pdf_standards=["ua-1"])
        )

    tell(draw, rounds, started)


if __name__ == "__main__":
    main(Path(sys.argv[1]).read_bytes(), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
