"""The PDF of the sample enterprise in both languages: warm and caged, against the plain library and a browser."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from recommendations.report.print_styles import style_text
from recommendations.report.renderer.client import renderer
from tests.bench.measure import Row, median_seconds, say
from tests.bench.places import EXAMPLE, ROOT

ROUNDS = 5
SETTINGS = "assessment.config.settings"
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]
LANGUAGES = {"en": "English", "zh-hans": "Chinese"}


def measure() -> list[Row]:
    """This function will return the rows for the PDF, in seconds for one report."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="fourfold-bench-") as name:
        folder = Path(name)
        for locale, language in LANGUAGES.items():
            say(f"PDF in {language}")
            rows += _measure_language(folder, locale, language)
    return rows


def _write_html(folder: Path, locale: str) -> Path:
    page = folder / f"{locale}.html"
    environment = {"FOURFOLD_DATA_DIR": str(folder), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": SETTINGS}
    command = [sys.executable, "-m", "tests.bench.report_html", str(EXAMPLE), locale, str(page)]
    subprocess.run(command, cwd=ROOT, env=os.environ | environment, check=True)
    return page


def _measure_language(folder: Path, locale: str, language: str) -> list[Row]:
    page = _write_html(folder, locale)
    html = page.read_text(encoding="utf-8")
    pdf = renderer.render(html)
    pages, size = len(PdfReader(BytesIO(pdf)).pages), len(pdf) / 1024
    ours = median_seconds(lambda: renderer.render(html), ROUNDS)
    loading, *plain = _plain(page, "auto")
    _, *styled = _plain(page, "fixed")
    note = f"{pages} pages, {size:.0f} KiB, tagged, in a caged child of a warm process"
    return [
        Row(f"PDF in {language} ÷ plain WeasyPrint, warm", ours, statistics.median(plain), "s", "≤ 0.5", note),
        Row(
            f"PDF in {language} ÷ plain WeasyPrint with our fixed tables",
            ours,
            statistics.median(styled),
            "s",
            "–",
            "untagged",
        ),
        Row(
            f"PDF in {language} ÷ plain WeasyPrint, from the start", ours, loading, "s", "–", "floor loads the library"
        ),
        Row(
            f"PDF in {language} ÷ Chromium, cold",
            ours,
            _chromium(folder, page, html),
            "s",
            "< 1",
            "print to PDF, untagged",
        ),
    ]


def _plain(page: Path, layout: str) -> list[float]:
    sheet = page.with_suffix(".css")
    sheet.write_text(style_text(), encoding="utf-8")
    command = [sys.executable, "-m", "tests.bench.plain_weasyprint", str(page), str(sheet), layout, str(ROUNDS)]
    return [float(each) for each in json.loads(subprocess.run(command, check=True, capture_output=True).stdout)]


def _chromium(folder: Path, page: Path, html: str) -> float:
    styled = folder / f"styled-{page.name}"
    styles = style_text()
    styled.write_text(html.replace("</head>", f"<style>{styles}</style></head>"), encoding="utf-8")
    seconds = []
    for turn in range(ROUNDS):
        profile = folder / f"chromium-{page.stem}-{turn}"
        command = [CHROMIUM, *CHROMIUM_FLAGS, f"--user-data-dir={profile}", f"--print-to-pdf={folder / 'chromium.pdf'}"]
        begun = time.perf_counter()
        subprocess.run([*command, styled.as_uri()], check=True, capture_output=True)
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)
