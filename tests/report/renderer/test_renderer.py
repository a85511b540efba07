"""The cage: whatever a document does, the caller gets a whole PDF or a named failure."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

from recommendations.report.renderer.cage import Limits
from recommendations.report.renderer.client import PROJECT, Renderer
from recommendations.report.renderer.outcomes import (
    DocumentRefused,
    Outcome,
    RendererDied,
    RenderFailed,
    RenderLimitReached,
)
from tests.report.pdf_reading import Reading

GOOD = '<!DOCTYPE html><html lang="en"><head><title>Good</title></head><body><h1>企业 report</h1></body></html>'
ENDLESS = "<pre>" + "\n" * 100_000
TIGHT = Limits(cpu_seconds=1, wall_seconds=10)


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    made = Renderer()
    yield made
    made.close()


@pytest.fixture(scope="module")
def tight() -> Iterator[Renderer]:
    made = Renderer(TIGHT)
    yield made
    made.close()


def words_of(reader: PdfReader) -> list[str]:
    """The words of the first page; the page number comes last."""
    return reader.pages[0].extract_text().split()


def children_of(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def kill_children(zygote: int, count: int) -> list[int]:
    """Kills the next `count` children with signal 9, within five seconds."""
    killed: list[int] = []
    until = time.monotonic() + 5
    while len(killed) < count and time.monotonic() < until:
        for child in children_of(zygote):
            if child not in killed:
                os.kill(child, signal.SIGKILL)
                killed.append(child)
        time.sleep(0.005)
    return killed


def test_good_document_becomes_a_whole_pdf(renderer: Renderer) -> None:
    reader = PdfReader(BytesIO(renderer.render(GOOD)))
    assert (len(reader.pages), words_of(reader)[0:2]) == (1, ["企业", "report"])


def test_tag_soup_is_read_as_a_browser_would(renderer: Renderer) -> None:
    reader = PdfReader(BytesIO(renderer.render("<title>x</title><p>one<br>two")))
    assert words_of(reader)[:2] == ["one", "two"]


CRASHES = {
    "attr": '<p style="background:attr(data-x url)">x',
    "huge letters": '<p style="font-size:1000000000px">x',
    "deep": "<div>" * 500 + "x",
    "surrogate": "<p>\ud800",
}


@pytest.mark.parametrize("document", CRASHES.values(), ids=CRASHES)
def test_document_that_crashes_the_library_is_refused(document: str, renderer: Renderer) -> None:
    with pytest.raises(DocumentRefused) as caught:
        renderer.render(document)
    assert (caught.value.outcome, len(caught.value.reference)) == (Outcome.REFUSED, 8)


RUNAWAYS = {
    "newlines": ENDLESS,
    "rows": "<table>" + "<tr><td>x" * 20_000,
    "svg bomb": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"><rect width="1" height="1"/></g>'
    + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
    + '<use href="#a8"/></svg>',
}


@pytest.mark.parametrize("document", RUNAWAYS.values(), ids=RUNAWAYS)
def test_runaway_document_is_stopped(document: str, tight: Renderer) -> None:
    with pytest.raises(RenderLimitReached) as caught:
        tight.render(document)
    assert caught.value.outcome is Outcome.OUT_OF_TIME


def test_document_without_memory_is_stopped() -> None:
    small = Renderer(Limits(memory_bytes=64 * 1024**2))
    with pytest.raises(RenderFailed):
        small.render(GOOD.replace("<h1>", "<p>word</p>" * 5_000 + "<h1>"))
    small.close()


def test_pdf_beyond_the_file_limit_is_stopped() -> None:
    small = Renderer(Limits(file_bytes=2_000))
    with pytest.raises(RenderLimitReached) as caught:
        small.render(GOOD)
    small.close()
    assert caught.value.outcome is Outcome.TOO_LARGE


def test_the_next_report_is_drawn_after_a_failure(tight: Renderer) -> None:
    with pytest.raises(RenderFailed):
        tight.render(CRASHES["attr"])
    assert tight.render(GOOD).startswith(b"%PDF-")


def test_killed_child_is_tried_again_once(renderer: Renderer) -> None:
    zygote, killed = renderer.start(), []
    killer = threading.Thread(target=lambda: killed.extend(kill_children(zygote, 2)))
    killer.start()
    with pytest.raises(RendererDied) as caught:
        renderer.render(ENDLESS)
    killer.join()
    assert (caught.value.outcome, len(killed)) == (Outcome.DIED, 2)


def test_one_kill_goes_unnoticed(renderer: Renderer) -> None:
    pages = GOOD.replace("<h1>", "<p>word " * 800 + "<h1>")
    zygote, killed = renderer.start(), []
    killer = threading.Thread(target=lambda: killed.extend(kill_children(zygote, 1)))
    killer.start()
    pdf = renderer.render(pages)
    killer.join()
    assert (len(killed), Reading(pdf).root["/Lang"]) == (1, "en")


def test_killed_zygote_is_replaced(renderer: Renderer) -> None:
    before = renderer.start()
    os.kill(before, signal.SIGKILL)
    assert (renderer.render(GOOD)[:5], renderer.start() == before) == (b"%PDF-", False)


def test_two_threads_get_their_own_documents(renderer: Renderer) -> None:
    found: dict[str, str] = {}

    def draw(word: str) -> None:
        found[word] = words_of(PdfReader(BytesIO(renderer.render(GOOD.replace("report", word)))))[1]

    threads = [threading.Thread(target=draw, args=[word]) for word in ("alpha", "beta", "gamma")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"alpha": "alpha", "beta": "beta", "gamma": "gamma"}


def test_renderer_gets_no_secret_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOURFOLD_SECRET_KEY", "a secret")
    made = Renderer()
    made.render(GOOD)
    environment = Path(f"/proc/{made.start()}/environ").read_bytes()
    made.close()
    assert (b"a secret" in environment, b"FONTCONFIG_FILE=" in environment) == (False, True)


def test_kind_of_pdf_is_the_installation_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PDF", "a")
    made = Renderer()
    archived = Reading(made.render(GOOD))
    made.close()
    assert (archived.claims["a:part"], archived.claims["a:conformance"]) == ("2", "A")


def test_unknown_kind_of_pdf_stops_the_start() -> None:
    environment = {"DJANGO_SETTINGS_MODULE": "assessment.config.settings", "FOURFOLD_PDF": "x-4", "PATH": ""}
    command = [sys.executable, "manage.py", "check"]
    run = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert (run.returncode == 0, "FOURFOLD_PDF must be one of ua, a, not 'x-4'" in run.stderr) == (False, True)
