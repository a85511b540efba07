"""What the printed report carries: number, code, fingerprint; address and QR code where others can open it."""

import re
import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import LazySettings
from pypdf import PdfReader

from recommendations.report.actions import make_imprint
from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import content_hash
from recommendations.report.printed import Imprint, html_of, pdf_of
from recommendations.report.verification.address import code_of, printed_address
from recommendations.report.verification.qr import QUIET, matrix_of, qr_of
from tests.report.samples import make_content

DIGEST = "3a9c71b0d2e4f6a8112233445566778899aabbccddeeff00112233445566778f"
NUMBER = "FF-20261122-3A9C71B0"
ADDRESS = f"https://fourfold.example.org/verify/{NUMBER}/d2e4f6a811223344/"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def imprint(address: str = ADDRESS) -> Imprint:
    return Imprint(NUMBER, DIGEST, "2026-11-22", address)


def test_code_is_what_follows_the_number_in_the_fingerprint() -> None:
    assert (code_of(DIGEST), DIGEST[:8].upper()) == ("d2e4f6a811223344", NUMBER[-8:])


@pytest.mark.parametrize(("prints", "address"), [(True, ADDRESS), (False, "")])
def test_address_is_printed_where_others_can_open_it(prints: bool, address: str, settings: LazySettings) -> None:
    settings.PRINTS_ADDRESS, settings.ADDRESS = prints, "https://fourfold.example.org"
    assert printed_address(NUMBER, DIGEST) == address
    assert make_imprint(DIGEST, date(2026, 11, 22)) == imprint(address)


def test_address_is_no_content() -> None:
    assert "address" not in ReportContent.model_fields
    assert content_hash(make_content()) == content_hash(make_content())


@pytest.mark.parametrize("address", [ADDRESS, "http://[::1]:8000/verify/x/y/", "https://例え.example/" + "a" * 200])
def test_qr_code_has_the_modules_of_its_address(address: str) -> None:
    drawn, matrix = qr_of(address, "Title <&>"), matrix_of(address)
    dark = set()
    for x, y, width, back in RUN.findall(drawn):
        assert width == back
        dark |= {(int(x) + step, int(y)) for step in range(int(width))}
    expected = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert dark == expected
    assert f'viewBox="0 0 {len(matrix) + 2 * QUIET} {len(matrix) + 2 * QUIET}"' in drawn
    assert ("<title>Title &lt;&amp;&gt;</title>" in drawn, drawn.count("<path"), drawn.count("<")) == (True, 1, 6)
    assert drawn == qr_of(address, "Title <&>")


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_report_says_how_it_is_checked(locale: str) -> None:
    html = html_of(make_content(locale), imprint())
    grouped = " ".join(DIGEST[start : start + 8] for start in range(0, 64, 8))
    for words in (NUMBER, "d2e4f6a8 11223344", grouped, f'<a href="{ADDRESS}">{ADDRESS}</a>', qr_of(ADDRESS, "")[:0]):
        assert words in html
    assert html.count('class="qr"') == 1
    assert {"en": "Check this report", "zh-hans": "核验本报告"}[locale] in html


def test_report_without_an_address_has_no_code_to_scan() -> None:
    html = html_of(make_content(), imprint(""))
    assert ('class="qr"' in html, "d2e4f6a8 11223344" in html, "“Check a report”" in html) == (False, True, True)


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return pdf_of(make_content(), imprint())


def test_pdf_leads_to_the_address(drawn: bytes) -> None:
    links = [
        str(note.get_object()["/A"]["/URI"])
        for page in PdfReader(BytesIO(drawn)).pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert ADDRESS in links


@pytest.mark.skipif(not (shutil.which("pdftoppm") and shutil.which("zbarimg")), reason="no reader of QR codes here")
def test_printed_qr_code_is_read_by_another_program(drawn: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(drawn)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "report.pdf", "page"], cwd=tmp_path, check=True)
    pages = sorted(str(path) for path in tmp_path.glob("page-*.pgm"))
    read = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True, check=False).stdout
    assert set(read.split()) == {ADDRESS}
