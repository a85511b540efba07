"""What is left when a process is killed while a report is drawn, what a child may do, and how large a report may be."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader

from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import html_of
from recommendations.report.renderer.client import PROJECT, Renderer
from recommendations.report.renderer.outcomes import RendererDied
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


def await_child(process: int) -> int:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if found := children_of(process):
            return found[0]
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
    drawing = await_child(zygote)
    os.kill(asking.pid, signal.SIGKILL)
    asking.wait()
    until = time.monotonic() + PATIENCE_SECONDS
    while (is_alive(zygote) or is_alive(drawing)) and time.monotonic() < until:
        time.sleep(0.1)
    assert (is_alive(zygote), is_alive(drawing)) == (False, False)  # the child ends at its limit of processor time


def test_child_may_hold_few_files_start_nothing_and_hand_out_none() -> None:
    made, seen = Renderer(), {}
    zygote = made.start()

    def look() -> None:
        child = await_child(zygote)
        time.sleep(0.2)
        rows = Path(f"/proc/{child}/limits").read_text(encoding="ascii").splitlines()
        seen.update({row[:26].strip(): row[26:].split()[0] for row in rows[1:]})
        seen["umask"] = next(
            row.split()[1] for row in Path(f"/proc/{child}/status").read_text().splitlines() if row.startswith("Umask")
        )
        os.kill(child, signal.SIGKILL)
        os.kill(zygote, signal.SIGKILL)

    looking = Thread(target=look)
    looking.start()
    with pytest.raises(RendererDied):
        made._attempt(ENDLESS.encode())
    looking.join()
    made.close()
    wanted = {
        "Max open files": "64",
        "Max processes": "0",
        "Max core file size": "0",
        "Max cpu time": "20",
        "umask": "0077",
    }
    assert {name: seen[name] for name in wanted} == wanted


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
    return content.model_copy(update={"answers": sections})


def test_report_full_of_the_longest_texts_stays_within_the_limits(renderer: Renderer) -> None:
    content = fullest("zh-hans")
    said = sum(len(row.answer) for section in content.answers for row in section.rows)
    reader = PdfReader(BytesIO(renderer.render(html_of(content, IMPRINT))))
    assert (said > 50_000, len(reader.pages) > 30) == (True, True)
