"""The form: what it asks for, and files that are compared."""

from hashlib import sha256
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import Client

from recommendations.report.models import Report
from recommendations.report.verification.address import code_of
from recommendations.report.verification.files import MOST_BYTES, fingerprint_of
from recommendations.report.verification.throttle import MOST_MISSES
from tests.report.sharing.conftest import PDF
from tests.report.verification.conftest import page_of

SAME, OTHER = "This very file is the one that was issued.", "This file is not the report that was issued"
NO_PDF = "This is not a PDF. Only the PDF of a report can be compared; choose that one."


@pytest.fixture(autouse=True)
def nobody_asked_before(db: None) -> None:
    cache.clear()


def pdf(content: bytes = PDF, name: str = "report.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def post(path: str = "/verify/", **data: Any) -> Any:
    return Client().post(path, data)


def both(report: Report) -> dict[str, str]:
    return {"number": report.number.lower(), "code": f" {code_of(report.content_hash).upper()} "}


def test_number_and_code_lead_to_the_page(confirmed: Report) -> None:
    assert post(**both(confirmed))["Location"] == page_of(confirmed)
    assert post(number=f"http://testserver{page_of(confirmed)}")["Location"] == page_of(confirmed)


@pytest.mark.parametrize("code", ["zz", "12", "z" * 16])
def test_code_that_cannot_be_read_is_none_even_beside_a_whole_address(confirmed: Report, code: str) -> None:
    page = post(number=f"http://testserver{page_of(confirmed)}", code=code)
    said = "A code has 16 letters and digits: 0 to 9 and A to F."
    assert (page.status_code, said in page.content.decode()) == (422, True)


def test_code_of_blanks_and_dashes_leaves_that_of_the_address(confirmed: Report) -> None:
    assert post(number=f"http://testserver{page_of(confirmed)}", code=" - ")["Location"] == page_of(confirmed)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Enter number and code, or choose the PDF."),
        ({"number": "12345"}, "This is no number of a report. One looks like FF-20261122-3A9C71B0."),
        ({"number": "FF-20261122-3A9C71B0"}, "Enter the code, too: a number alone confirms nothing."),
        ({"number": "FF-20261122-3A9C71B0", "code": "12"}, "A code has 16 letters and digits: 0 to 9 and A to F."),
        ({"code": "a" * 16}, "Enter the number, too."),
        ({"number": "F" * 401}, "Ensure this value has at most 400 characters (it has 401)."),
        ({"number": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_form_says_what_is_missing(data: dict[str, str], said: str) -> None:
    page = post(**data)
    assert (page.status_code, said in page.content.decode()) == (422, True)


def test_very_file_is_told_from_any_other(confirmed: Report) -> None:
    changed = bytearray(PDF)
    changed[9] ^= 1
    for content, said in [(PDF, SAME), (bytes(changed), OTHER), (PDF + b"\n", OTHER), (b"\n" + PDF, OTHER)]:
        for path, data in [(page_of(confirmed), {}), ("/verify/", both(confirmed))]:
            page = post(path, pdf=pdf(content), **data)
            text = page.content.decode()
            assert (page.status_code, SAME in text, OTHER in text) == (200, said == SAME, said == OTHER)


def test_changed_file_is_never_called_genuine(confirmed: Report) -> None:
    text = post(page_of(confirmed), pdf=pdf(b"%PDF-1.7 forged")).content.decode()
    assert ("This report is genuine" in text, "Do not rely on this file." in text) == (False, True)


def test_file_alone_names_its_report(confirmed: Report) -> None:
    page = post(pdf=pdf()).content.decode()
    assert (SAME in page, confirmed.number in page) == (True, True)


def test_file_alone_that_nobody_may_check_confirms_nothing(report: Report) -> None:
    unknown, known = post(pdf=pdf(b"%PDF-1.7 of nobody")), post(pdf=pdf())
    assert (unknown.status_code, known.status_code, report.number in known.content.decode()) == (404, 404, False)


def test_file_says_nothing_about_a_report_that_nobody_may_check(report: Report) -> None:
    answers = [post(page_of(report), pdf=pdf(content)) for content in (PDF, b"%PDF-1.7 another")]
    answers += [post(page_of(report)), post(page_of(report), pdf=pdf(b""))]
    assert [page.status_code for page in answers] == [404] * 4
    assert len({page.content.decode().split("<main")[1] for page in answers}) == 1


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (None, "Choose the PDF."),
        (pdf(b""), "This file is empty."),
        (pdf(b"PK\x03\x04 a letter", "report.docx"), NO_PDF),
        (pdf(b"\x89PNG", "report.pdf"), NO_PDF),
        (pdf(b" " * 1024 + PDF), NO_PDF),
        (pdf(b"x" * (MOST_BYTES + 1)), "This file is larger than 20 MB. No report is."),
    ],
)
def test_hostile_file_gets_a_message(upload: SimpleUploadedFile | None, said: str, confirmed: Report) -> None:
    if upload is not None:
        upload.seek(0)
    page = post(page_of(confirmed), **({} if upload is None else {"pdf": upload}))
    text = page.content.decode()
    assert (page.status_code, said in text, "No file was compared" in text) == (422, True, True)
    assert [words for words in ("This report is genuine", "Do not rely on this file.") if words in text] == []


@pytest.mark.parametrize("named", [True, False])
def test_file_that_is_no_pdf_is_told_before_anything_is_looked_up(named: bool, report: Report) -> None:
    page = post(**(both(report) if named else {}), pdf=pdf(b"PK\x03\x04", "report.docx"))
    assert (page.status_code, NO_PDF in page.content.decode()) == (422, True)


def test_after_the_very_file_nothing_is_left_to_compare(confirmed: Report) -> None:
    asks = ["Compare this with the report in your hands.", "Compare the file", 'name="pdf"']
    same, other = (post(page_of(confirmed), pdf=pdf(each)).content.decode() for each in (PDF, PDF + b"\n"))
    assert ([ask for ask in asks if ask in same], [ask for ask in asks if ask in other]) == ([], asks)


def test_largest_file_is_taken_and_more_is_refused_unread(confirmed: Report) -> None:
    assert OTHER in post(page_of(confirmed), pdf=pdf(PDF.ljust(MOST_BYTES))).content.decode()
    huge = Client().generic("POST", "/verify/", b"", "multipart/form-data; boundary=x", CONTENT_LENGTH=str(22 << 20))
    assert huge.status_code == 413


def test_file_of_several_pieces_has_one_fingerprint() -> None:
    content = bytes(range(256)) * 1024
    with TemporaryUploadedFile("report.pdf", "application/pdf", len(content), None) as upload:
        upload.write(content)
        assert (len(list(upload.chunks())), fingerprint_of(upload)) == (4, sha256(content).hexdigest())


def test_files_are_counted_like_codes(confirmed: Report) -> None:
    client = Client()
    for _time in range(MOST_MISSES):
        client.post("/verify/", {"pdf": pdf(b"%PDF-1.7 nobody's")})
    assert client.post("/verify/", {"pdf": pdf()}).status_code == 429
