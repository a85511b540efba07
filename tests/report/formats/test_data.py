"""A report as data: what it holds, and that anybody can check its fingerprint."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import content_hash, report_number, submitted_in
from recommendations.report.formats.data import FORMAT, data_of
from recommendations.report.printed import Imprint
from tests.report.samples import make_content

DOCS = Path(settings.BASE_DIR) / "docs/report-data.md"


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_fingerprint_can_be_checked_from_the_file_alone(locale: str) -> None:
    content = make_content(locale, name='<"机械"\u2028 & \t Söhne>\n')
    digest = content_hash(content)
    data = json.loads(data_of(content, Imprint("FF-20261122-0", digest, "2026-11-22")))
    plain = json.dumps(data["content"], ensure_ascii=False, separators=(",", ":"))
    assert sha256(plain.encode("utf-8")).hexdigest() == data["content_hash"] == digest


def test_file_names_itself_and_is_the_same_each_time() -> None:
    content = make_content("zh-hans")
    imprint = Imprint("FF-20261122-0", "d" * 64, "2026-11-22", "https://x.example/v/")
    written = data_of(content, imprint)
    data = json.loads(written)
    content_now = data.pop("content")
    assert data == {
        "format": FORMAT,
        "number": "FF-20261122-0",
        "content_hash": "d" * 64,
        "made_on": "2026-11-22",
        "address": "https://x.example/v/",
    }
    assert content_now["enterprise"] in written.decode("utf-8")
    assert data_of(ReportContent.model_validate(content_now), imprint) == written


def test_day_of_a_report_is_read_from_its_number() -> None:
    content = make_content()
    assert content.days is not None
    from_number = submitted_in(report_number(date(2026, 1, 2), "ab" * 32))
    assert from_number == "2026-01-02"


def test_every_field_group_is_documented() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert [name for name in ReportContent.model_fields if f"`{name}`" not in text] == []
