"""The renderer reads no file and asks no host, and nothing else in the product draws PDFs."""

import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from pypdf import PdfReader

from recommendations.report.renderer.client import Renderer

SECRET = "s3cr3t-of-this-machine"


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[str, list[str]]]:
    """A host on this machine that notes every path it is asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


PROBES = (
    '<img src="{0}/img">',
    '<embed src="{0}/embed">',
    '<object data="{0}/object"></object>',
    '<link rel="attachment" href="{0}/attachment">',
    '<a rel="attachment" href="{0}/a">x</a>',
    '<link rel="stylesheet" href="{0}/link">',
    '<style>@import "{0}/import";</style>',
    '<p style="background:url({0}/background)">x</p>',
    '<ul style="list-style-image:url({0}/list)"><li>x</ul>',
    "<style>p::before{{content:url({0}/content)}}</style><p>x</p>",
    "<style>@font-face{{font-family:q;src:url({0}/font)}}p{{font-family:q}}</style><p>x</p>",
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{0}/svg" width="1" height="1"/></svg>',
    '<base href="{0}/"><img src="base">',
)


def test_no_probe_reaches_a_host_or_a_file(asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = asked
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    renderer = Renderer()
    for target in (address, secret.as_uri()):
        document = "<!doctype html><title>x</title>" + "".join(probe.format(target) for probe in PROBES)
        pdf = renderer.render(document)
        reader = PdfReader(BytesIO(pdf))
        assert (SECRET in "".join(page.extract_text() for page in reader.pages), list(reader.attachments)) == (
            False,
            [],
        )
        assert SECRET.encode() not in pdf
    renderer.close()
    assert paths == []


def test_one_module_loads_the_pdf_library() -> None:
    importing = [
        str(path.relative_to(settings.BASE_DIR))
        for house in ("assessment", "recommendations")
        for path in sorted((settings.BASE_DIR / house).rglob("*.py"))
        if re.search(r"^\s*(from|import) weasyprint", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert importing == ["recommendations/report/pdf.py"]


def test_every_document_is_read_with_the_strict_fetcher() -> None:
    source = (settings.BASE_DIR / "recommendations/report/pdf.py").read_text(encoding="utf-8")
    calls = re.findall(r"(?<!\w)(?:HTML|CSS)\((.*)\)$", source, re.MULTILINE)
    assert [call for call in calls if "url_fetcher=_fetcher" not in call] == []
    assert 'URLFetcher(allowed_protocols=["data"], allow_redirects=False)' in source


def test_a_web_process_never_loads_the_pdf_library() -> None:
    script = (
        "import django, sys; django.setup(); from django.urls import get_resolver; get_resolver().url_patterns; "
        "sys.stdout.write(str('weasyprint' in sys.modules))"
    )
    command = [sys.executable, "-c", script]
    environment = {"DJANGO_SETTINGS_MODULE": "assessment.config.settings", "PATH": ""}
    run = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == "False"
