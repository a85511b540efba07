"""Everything can be taken away: as data, as tables, as the PDFs that were made; nothing of others and no key is in it."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from assessment.accounts.models import Enterprise, User, Workspace
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened
from assessment.responses.models import Answer, RespondentToken
from recommendations.desk.mine.export.bundle import safe_name
from recommendations.report.formats.offered import Format
from recommendations.report.formats.writing import written
from recommendations.report.models import Report, ShareLink
from tests.desk.mine.conftest import Begin, signed_in
from tests.desk.mine.everything import make_everything
from tests.desk.mine.test_deleting import make_offering
from tests.report.formats.conftest import store_report


def taken(client: Client, enterprise: Enterprise) -> ZipFile:
    response = client.post(reverse("desk:mine-export", args=[enterprise.public_id]))
    assert (response.status_code, response["Content-Type"]) == (200, "application/zip")
    return ZipFile(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]


@pytest.fixture
def bundle(owned: Opened, advisers: Workspace, consultant: User, owner: User, begin: Begin) -> ZipFile:
    make_everything(owned.assessment, advisers, consultant, make_offering())
    Answer.objects.create(
        assessment=owned.assessment,
        question_key="steps",
        perspective="verified",
        version=1,
        state="answered",
        value="a0",
        device="interview-1",
        sequence=1,
        answered_at=owned.assessment.started_at,
        author=consultant,
        reason="=HYPERLINK(1)",
    )
    begin("Other Secret Ltd", owner=consultant, is_submitted=True)
    return taken(signed_in(owner), owned.assessment.enterprise)


def test_every_part_is_there_under_safe_names(bundle: ZipFile) -> None:
    folders = sorted(name.partition("/")[0] for name in bundle.namelist())
    assert folders == [
        "README.txt",
        "assessments",
        "assessments",
        "enterprise.json",
        "evidence",
        "reports",
        "tables.xlsx",
    ]
    assert [name for name in bundle.namelist() if ".." in name or name.startswith("/") or "<" in name] == []
    assert bundle.testzip() is None


def test_reports_are_the_very_bytes_that_were_made(bundle: ZipFile) -> None:
    [name] = [each for each in bundle.namelist() if each.startswith("reports/")]
    assert bundle.read(name) == bytes(Report.objects.get().pdf)


def test_report_that_cannot_be_written_in_a_form_is_named_in_the_guide(bundle: ZipFile) -> None:
    told = [line for line in bundle.read("README.txt").decode().splitlines() if line.startswith("Could not be written")]
    assert [line.partition(" (reference ")[0].rpartition(".")[2] for line in told] == ["docx", "xlsx", "json"]


def test_reports_are_there_in_every_form(owned: Opened, owner: User) -> None:
    report = store_report(owned.assessment.results.get(perspective="self"))
    bundle = taken(signed_in(owner), owned.assessment.enterprise)
    names = [each for each in bundle.namelist() if each.startswith("reports/")]
    assert [name.rpartition(".")[2] for name in names] == [form.value for form in Format]
    assert [bundle.read(name) for name in names] == [written(report, form) for form in Format]


def test_answers_have_versions_roles_and_reasons(bundle: ZipFile, owned: Opened) -> None:
    data = [json.loads(bundle.read(name)) for name in bundle.namelist() if name.startswith("assessments/")]
    [first] = [each for each in data if each["public_id"] == str(owned.assessment.public_id)]
    steps = [each for each in first["answers"] if each["question_key"] == "steps"]
    said = [(each["perspective"], each["version"], each["value"], each["by"], each["reason"]) for each in steps]
    assert sorted(said) == [("self", 1, "a1", "respondent", ""), ("verified", 1, "a0", "consultant", "=HYPERLINK(1)")]
    assert [each["perspective"] for each in first["results"]] == ["self", "verified"]
    assert first["results"][1]["verification"]["verifier_name"] == "Con Sultant"
    assert first["results"][0]["advice"]["changes_by_consultants"][0]["reason"] == "Done last year"
    assert first["bank"]["release"] == owned.assessment.release.version


def test_nothing_of_others_and_no_key_is_in_it(bundle: ZipFile, owned: Opened) -> None:
    text = "".join(bundle.read(name).decode() for name in bundle.namelist() if name.endswith((".json", ".txt")))
    secrets = [owned.token, *RespondentToken.objects.values_list("hash", flat=True)]
    secrets += list(ShareLink.objects.values_list("token_hash", flat=True))
    secrets += ["Private words of the workspace", "Call in May.", "Other Secret Ltd"]
    assert [secret for secret in secrets if secret in text] == []


def test_enterprise_file_tells_access_links_and_record(bundle: ZipFile) -> None:
    data = json.loads(bundle.read("enterprise.json"))
    assert [(each["workspace"], each["level"]) for each in data["access"]] == [("Gear Advisers", "edit")]
    assert [each["label"] for each in data["report_links"]] == ["The bank"]
    assert [each["person"] for each in data["requests_to_providers"]] == ["Li Wei"]
    assert [item["title"] for item in data["plan"]["items"]] == [{"en": "Ask the bank"}]
    assert "Answers submitted" in [each["what"] for each in data["record"]]


def test_workbook_holds_text_as_text(bundle: ZipFile) -> None:
    book = load_workbook(BytesIO(bundle.read("tables.xlsx")))
    assert book.sheetnames == ["Answers", "Scores", "Actions", "Plan"]
    cells = {cell.value: cell.data_type for row in book["Answers"].iter_rows() for cell in row if cell.value}
    assert cells["=HYPERLINK(1)"] == "s"
    assert [row[0].value for row in book["Plan"].iter_rows(min_row=2)] == ["Ask the bank"]
    assert [row[3].value for row in book["Actions"].iter_rows(min_row=2)][:2] == ["Do A", "Do B"]


def test_taking_away_is_recorded_and_for_the_owner_alone(
    mine: Enterprise, owner: User, stranger: User, client: Client
) -> None:
    address = reverse("desk:mine-export", args=[mine.public_id])
    assert [each.post(address).status_code for each in (signed_in(stranger), client)] == [404, 404]
    assert signed_in(owner).get(address).status_code == 405
    taken(signed_in(owner), mine)
    assert AuditEvent.objects.get(event="enterprise.exported").enterprise_id == mine.pk


def test_enterprise_without_anything_can_be_taken_away(owner: User, enterprise: Enterprise) -> None:
    assert sorted(taken(signed_in(owner), enterprise).namelist()) == ["README.txt", "enterprise.json", "tables.xlsx"]


def told(bundle: ZipFile) -> list[str]:
    lines = bundle.read("README.txt").decode().splitlines()
    return [line.partition(":")[0] for line in lines if line.partition(":")[0].endswith(("/", ".json", ".xlsx"))]


def test_guide_tells_of_what_is_there_only(bundle: ZipFile, owner: User, enterprise: Enterprise) -> None:
    assert told(bundle) == ["enterprise.json", "assessments/", "tables.xlsx", "reports/", "evidence/"]
    assert told(taken(signed_in(owner), enterprise)) == ["enterprise.json", "tables.xlsx"]


def test_record_in_the_file_names_its_owner(bundle: ZipFile, owner: User) -> None:
    doers = {row["who"] for row in json.loads(bundle.read("enterprise.json"))["record"]}
    assert f"{owner.get_full_name()} (owner)" in doers
    assert "you" not in doers


@pytest.mark.parametrize(
    "name,safe",
    [
        ("../../etc/passwd", "etc_passwd"),
        ("photo <1>.png", "photo__1_.png"),
        ("照片.jpg", "照片.jpg"),
        ("...", "file"),
        (".htaccess", "htaccess"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_names_lead_into_no_other_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe
