"""The library as its manual shows it. `plain_weasyprint HTML CSS LAYOUT ROUNDS OUT` prints `Told` as JSON.

Nothing of ours: with LAYOUT `auto` columns are measured by the library instead of being fixed, styles are read again
for every document, the garbage collector runs, no process is kept warm apart from this one, nothing is tagged. The first
time includes loading the library.
"""

import sys
import time
from pathlib import Path

started = time.perf_counter()

from weasyprint import CSS, HTML  # noqa: E402

from tests.bench.told import tell  # noqa: E402


def main(html: str, css: str, layout: str, rounds: int, out: Path) -> None:
    """This function will draw the document `rounds` times and print how long each took."""
    styles = f"{css}\ntable {{ table-layout: {layout} !important }}"
    tell(lambda: HTML(string=html).write_pdf(str(out), stylesheets=[CSS(string=styles)]), rounds, started)


if __name__ == "__main__":
    page, stylesheet = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    main(page, stylesheet, sys.argv[3], int(sys.argv[4]), Path(sys.argv[5]))
