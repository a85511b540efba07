"""What is left when a process is killed while a report is drawn, what a child may do, and how large a report may be."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from recommendations.report.content.schema import ReportContent
from recommendations.report.content.trail_schema import TrailChange, TrailView
from recommendations.report.printed import html_of
from recommendations.report.renderer.cage import Limits
from recommendations.report.renderer.client import PROJECT, Renderer
from tests.report.samples import IMPRINT, make_content

ENDLESS = "<pre>" + "\n" * 100_000
PATIENCE_SECONDS = 60
LONGEST, MOST_LINES = 2_000, 40


def children_of(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(each) for each in text.split()]


def is_caged(process: int) -> bool:
    return "Umask:\t0077" in Path(f"/proc/{process}/status").read_text(encoding="ascii")


def await_child(process: int, *, caged: bool = False) -> int:
    """A process that loads libraries has other children too, for a moment."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        for found in children_of(process):
            if is_alive(found) and (is_caged(found) or not caged):
                return found
        time.sleep(0.02)
    raise AssertionError("no child")


def is_alive(process: int) -> bool:
    """A zombie that nobody waits for is dead."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_nothing_outlives_the_process_that_asked() -> None:
    script = (
        "import django; django.setup(); from recommendations.report.renderer.client import renderer; "
        f"renderer.render({ENDLESS[:5]!r} + chr(10) * 100_000)"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "assessment.config.settings"}
    asking = subprocess.Popen([sys.executable, "-c", script], cwd=PROJECT, env=environment)
    zygote = await_child(asking.pid)
    drawing = await_child(zygote, caged=True)
    os.kill(asking.pid, signal.SIGKILL)
    asking.wait()
    until = time.monotonic() + PATIENCE_SECONDS
    while (is_alive(zygote) or is_alive(drawing)) and time.monotonic() < until:
        time.sleep(0.1)
    assert (is_alive(zygote), is_alive(drawing)) == (False, False)  # the child ends at its limit of processor time


def test_cage_holds_few_files_starts_nothing_and_keeps_to_itself() -> None:
    script = (
        "import os, resource; from recommendations.report.renderer.cage import Limits, confine; confine(Limits()); "
        "names = ('NOFILE', 'NPROC', 'CORE', 'CPU', 'FSIZE', 'AS'); "
        "print(*(resource.getrlimit(getattr(resource, 'RLIMIT_' + name))[0] for name in names), os.umask(0))"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)
    limits = Limits()
    assert [int(each) for each in run.stdout.split()] == [
        64,
        0,
        0,
        limits.cpu_seconds,
        limits.file_bytes,
        limits.memory_bytes,
        0o077,
    ]


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer()
    yield made
    made.close()


def fullest(locale: str) -> ReportContent:
    """A report in which all that an enterprise may write itself is as long as it may be."""
    content = make_content(locale, name="恒达" * 100)
    long, lined = "长Wort " * (LONGEST // 6), "line\n" * MOST_LINES
    sections = tuple(
        section.model_copy(
            update={
                "rows": tuple(
                    row.model_copy(update={"answer": long if number % 8 else lined})
                    for number, row in enumerate(section.rows)
                )
            }
        )
        for section in content.answers
    )
    return content.model_copy(
        update={"answers": sections, "trail": TrailView(steps=(), changes=changes(), evidence="")}
    )


def changes() -> tuple[TrailChange, ...]:
    """Every answer overridden, each for a reason without a blank: lines that can be broken anywhere cost most."""
    usual = {"what": "Verified", "before": "No", "after": "Yes", "who": "Ms Lin", "at": "22 November 2026"}
    return tuple(
        TrailChange(key=f"Q{number}", short=f"Question {number}", reason="Z" * LONGEST, **usual) for number in range(45)
    )


def test_report_full_of_the_longest_texts_stays_within_the_limits(renderer: Renderer) -> None:
    content = fullest("zh-hans")
    said = sum(len(row.answer) for section in content.answers for row in section.rows)
    reader = PdfReader(BytesIO(renderer.render(html_of(content, IMPRINT))))
    assert (said > 50_000, len(reader.pages) > 30) == (True, True)
    assert content.trail is not None and len(content.trail.changes) == 45
