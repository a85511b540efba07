"""The PDF of the sample enterprise in both languages: cold, warm, memory and size, against the plain library, a browser
and Typst on the same content."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from recommendations.report.renderer.client import renderer
from tests.bench.measure import Row, median_seconds, say
from tests.bench.pdf_rivals import Rival, chromium, typst, weasyprint
from tests.bench.places import EXAMPLE, ROOT
from tests.bench.processes import watched

ROUNDS = 5
SETTINGS = "assessment.config.settings"
LANGUAGES = {"en": "English", "zh-hans": "Chinese"}
ALONE, FIXED = "plain WeasyPrint", "plain WeasyPrint with our fixed tables"
TARGETS = {(ALONE, "warm"): "≤ 0.5", ("Chromium", "cold"): "< 1"}


@dataclass(frozen=True)
class Ours:
    """`Rival`'s figures, and the processor seconds of one drawing, its pages and the language that they are in."""

    figures: Rival
    processor: float
    pages: int
    language: str


def measure() -> list[Row]:
    """This function will return the rows for the PDF: seconds for one report, MiB and KiB."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="fourfold-bench-") as name:
        folder = Path(name)
        for locale, language in LANGUAGES.items():
            say(f"PDF in {language}")
            page = _write_html(folder, locale)
            ours = _ours(page, language)
            rivals = (
                weasyprint(page, "auto", ALONE, 2),
                weasyprint(page, "fixed", FIXED, ROUNDS),
                chromium(page, ROUNDS),
                typst(page, ROUNDS),
            )
            rows += [row for rival in rivals for row in _rows(ours, rival)]
    return rows


def _write_html(folder: Path, locale: str) -> Path:
    page = folder / f"{locale}.html"
    environment = {"FOURFOLD_DATA_DIR": str(folder), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": SETTINGS}
    command = [sys.executable, "-m", "tests.bench.report_html", str(EXAMPLE), locale, str(page)]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True)
    return page


def _ours(page: Path, language: str) -> Ours:
    html, cold = page.read_text(encoding="utf-8"), []
    for _turn in range(3):
        begun = time.perf_counter()
        command = [sys.executable, "-m", "tests.bench.first_pdf", str(page), str(page.with_suffix(".pdf"))]
        subprocess.run(command, cwd=ROOT, check=True)
        cold.append(time.perf_counter() - begun)
    pdf = renderer.render(html)
    with watched(renderer.start()) as children:
        warm = median_seconds(lambda: renderer.render(html), ROUNDS)
    figures = Rival("ours", statistics.median(cold), warm, children.peak, len(pdf) / 1024)
    processor = statistics.median(children.processor.values())
    return Ours(figures, processor, len(PdfReader(BytesIO(pdf)).pages), language)


def _rows(ours: Ours, rival: Rival) -> list[Row]:
    notes = {
        "cold": "from a new process to the first PDF",
        "warm": f"{ours.pages} pages, tagged, in a caged child; {ours.processor:.2f} s of processor",
        "memory": "of the child at most; of all processes of the browser at once",
        "size": f"{ours.pages} pages",
    }
    units = {"cold": "s", "warm": "s", "memory": "MiB", "size": "KiB"}
    return [
        Row(
            f"PDF in {ours.language} ÷ {rival.name}, {what}",
            getattr(ours.figures, what),
            getattr(rival, what),
            units[what],
            TARGETS.get((rival.name, what), "–"),
            notes[what],
        )
        for what in units
    ]
