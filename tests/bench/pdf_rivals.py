"""What others take for the same report: Chromium printing the page, cold and warm, and Typst setting its content."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from recommendations.report.print_styles import style_text
from tests.bench.places import ROOT
from tests.bench.processes import watched
from tests.bench.told import told_by
from tests.bench.typst_source import typst_of
from tests.chromium import CHROMIUM, FLAGS

FONTS = ROOT / "static" / "fonts"


@dataclass(frozen=True)
class Rival:
    """Seconds from a new process to the first PDF and for each that follows, MiB of memory at most, KiB of the file."""

    name: str
    cold: float
    warm: float
    memory: float
    size: float


def weasyprint(page: Path, layout: str, name: str, rounds: int) -> Rival:
    """This function will draw the page with the library alone; `layout` of tables: auto or fixed."""
    sheet, out = page.with_suffix(".css"), page.with_suffix(".plain.pdf")
    sheet.write_text(style_text(), encoding="utf-8")
    told = told_by("plain_weasyprint", str(page), str(sheet), layout, str(rounds), str(out))
    return Rival(name, told.seconds[0], statistics.median(told.seconds[1:]), told.memory, _size(out))


def typst(page: Path, rounds: int) -> Rival:
    """This function will set the page's content with Typst."""
    source, out = page.with_suffix(".typ"), page.with_suffix(".typst.pdf")
    source.write_text(typst_of(page.read_text(encoding="utf-8")), encoding="utf-8")
    told = told_by("plain_typst", str(source), str(FONTS), str(rounds), str(out))
    return Rival("Typst", told.seconds[0], statistics.median(told.seconds[1:]), told.memory, _size(out))


def chromium(page: Path, rounds: int) -> Rival:
    """This function will print the page with our styles from a browser: started for it, and one that stands open."""
    styled, out = page.with_suffix(".styled.html"), page.with_suffix(".chromium.pdf")
    html = page.read_text(encoding="utf-8")
    styled.write_text(html.replace("</head>", f"<style>{style_text()}</style></head>"), encoding="utf-8")
    cold = []
    with watched(os.getpid()) as seen:
        for turn in range(rounds):
            begun = time.perf_counter()
            profile = f"--user-data-dir={page.with_suffix('')}-profile-{turn}"
            command = [str(CHROMIUM), "--headless", *FLAGS, profile, "--no-pdf-header-footer", f"--print-to-pdf={out}"]
            subprocess.run([*command, styled.as_uri()], check=True, capture_output=True)
            cold.append(time.perf_counter() - begun)
    warm = statistics.median(_warm(styled, out, rounds))
    return Rival("Chromium", statistics.median(cold), warm, seen.together, _size(out))


def _warm(styled: Path, out: Path, rounds: int) -> list[float]:
    seconds = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for _turn in range(rounds + 1):
            begun = time.perf_counter()
            page = browser.new_page()
            page.goto(styled.as_uri())
            page.pdf(path=str(out), prefer_css_page_size=True, tagged=True, outline=True)
            page.close()
            seconds.append(time.perf_counter() - begun)
        browser.close()
    return seconds[1:]


def _size(path: Path) -> float:
    return path.stat().st_size / 1024
