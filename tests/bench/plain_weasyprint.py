"""The floor of the PDF: the library as its manual shows it. `plain_weasyprint HTML CSS ROUNDS` prints seconds as JSON.

Nothing of ours: columns are measured by the library (`table-layout: auto`), styles are read again for every document,
the garbage collector runs, no process is kept warm apart from this one. The first figure includes loading the library.
"""

import json
import sys
import time
from pathlib import Path

started = time.perf_counter()

from weasyprint import CSS, HTML  # noqa: E402

AS_THE_LIBRARY_MEASURES = "table { table-layout: auto !important }"


def main(html: str, css: str, rounds: int) -> None:
    """This function will draw the document `rounds` times and print how long each took."""
    seconds = []
    begun = started
    for _ in range(rounds):
        HTML(string=html).write_pdf(stylesheets=[CSS(string=css + AS_THE_LIBRARY_MEASURES)])
        seconds.append(time.perf_counter() - begun)
        begun = time.perf_counter()
    sys.stdout.write(json.dumps(seconds))


if __name__ == "__main__":
    main(*(Path(name).read_text(encoding="utf-8") for name in sys.argv[1:3]), rounds=int(sys.argv[3]))
