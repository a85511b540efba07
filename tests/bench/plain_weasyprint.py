"""The floor of the PDF: the library as its manual shows it. `plain_weasyprint HTML CSS LAYOUT ROUNDS` prints seconds
as JSON.

Nothing of ours: with LAYOUT `auto` columns are measured by the library instead of being fixed, styles are read again
for every document, the garbage collector runs, no process is kept warm apart from this one, nothing is tagged. The first figure includes loading the library.
"""

import json
import sys
import time
from pathlib import Path

started = time.perf_counter()

from weasyprint import CSS, HTML  # noqa: E402


def main(html: str, css: str, layout: str, rounds: int) -> None:
    """This function will draw the document `rounds` times and print how long each took."""
    styles = f"{css}\ntable {{ table-layout: {layout} !important }}"
    seconds = []
    begun = started
    for _ in range(rounds):
        HTML(string=html).write_pdf(stylesheets=[CSS(string=styles)])
        seconds.append(time.perf_counter() - begun)
        begun = time.perf_counter()
    sys.stdout.write(json.dumps(seconds))


if __name__ == "__main__":
    page, stylesheet = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3])
    main(page, stylesheet, sys.argv[3], int(sys.argv[4]))
