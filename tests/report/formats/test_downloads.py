"""Every form of a report wherever its PDF is: same doors, same headers, whole or not at all."""

import csv
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.options import EditionOptions
from recommendations.report.formats import writing
from recommendations.report.formats.offered import OTHERS, Format
from recommendations.report.formats.writing import written
from recommendations.report.models import Batch, BatchItem, BatchState, Report, ShareLink
from recommendations.report.printed import Imprint
from recommendations.report.queue.orders import Wanted, order_reports, ordered_forms
from recommendations.report.sharing.actions import Terms, share_report
from tests.report.formats.conftest import PDF, store_report
from tests.report.workspaces import Office, open_office


def address(report: Report, form: str) -> str:
    return reverse("report:report-show", args=[report.result.assessment.public_id, report.public_id])[:-3] + form


def break_writer(monkeypatch: pytest.MonkeyPatch, form: Format) -> None:
    def fail(_content: ReportContent, _imprint: Imprint) -> bytes:
        raise OSError("no space left on device")

    monkeypatch.setitem(writing.WRITERS, form, fail)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", OTHERS)
def test_each_form_is_a_private_download_named_after_its_enterprise(
    respondent: Client, report: Report, form: Format
) -> None:
    reply = respondent.get(address(report, form))
    assert (reply.status_code, reply.content) == (200, written(report, form))
    assert reply["Content-Type"] == form.content_type
    assert reply["Cache-Control"] == "private, no-store"
    assert reply["X-Content-Type-Options"] == "nosniff"
    name = report.result.assessment.enterprise.name.split()[0]
    assert reply["Content-Disposition"].startswith(f'attachment; filename="{report.number}.{form}"; filename*=UTF-8')
    assert name in reply["Content-Disposition"]


def test_strangers_and_unknown_forms_meet_nothing(respondent: Client, report: Report, client: Client) -> None:
    assert [client.get(address(report, form)).status_code for form in OTHERS] == [404] * 3
    assert [respondent.get(address(report, form)).status_code for form in ("csv", "docxx", "Json", "")] == [404] * 4
    assert respondent.post(address(report, "json")).status_code == 405


@pytest.mark.parametrize("form", OTHERS)
def test_what_cannot_be_written_says_so_with_a_reference(
    respondent: Client,
    report: Report,
    form: Format,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    break_writer(monkeypatch, form)
    reply = respondent.get(address(report, form))
    page = reply.content.decode()
    assert (reply.status_code, reply["Retry-After"], reply["Content-Type"]) == (503, "30", "text/html; charset=utf-8")
    assert "Content-Disposition" not in reply
    [record] = [each for each in caplog.records if each.name == writing.__name__]
    reference = record.getMessage().rpartition(" ")[2]
    assert f"<code>{reference}</code>" in page and "The file could not be written" in page
    assert respondent.get(address(report, "pdf")).content == PDF


def test_content_that_cannot_be_read_is_no_server_error(respondent: Client, opened: Opened, report: Report) -> None:
    spoilt = store_report(report.result, content={"format": "another"}, content_hash="c", language="zh-hans")
    assert respondent.get(address(spoilt, "docx")).status_code == 503


def test_result_page_offers_every_form(respondent: Client, report: Report) -> None:
    page = respondent.get(reverse("report:result-show", args=[report.result.assessment.public_id])).content.decode()
    assert [form for form in ("pdf", *OTHERS) if f'href="{address(report, form)}"' not in page] == []


def test_owner_finds_every_form_on_the_own_pages(report: Report, owner: User, client: Client) -> None:
    enterprise = report.result.assessment.enterprise
    enterprise.owner, enterprise.claimed_at = owner, timezone.now()
    enterprise.save()
    client.force_login(owner)
    page = client.get(reverse("desk:mine-enterprise", args=[enterprise.public_id])).content.decode()
    assert [form for form in ("pdf", *OTHERS) if f'href="{address(report, form)}"' not in page] == []


@pytest.fixture
def office(consultant: User, report: Report) -> Office:
    return open_office(consultant, report.result.assessment)


def test_desk_hands_out_its_editions_and_notes_who_read(client: Client, office: Office, report: Report) -> None:
    edition = store_report(
        report.result, content_hash="e" * 64, workspace=office.seat.workspace, made_by=office.seat.person
    )
    client.force_login(office.seat.person)
    page = client.get(reverse("report:edition", kwargs=office.arguments)).content.decode()
    keys = office.arguments | {"edition_id": edition.public_id}
    for form in OTHERS:
        to = reverse("report:edition-file", kwargs=keys | {"form": form})
        assert f'href="{to}"' in page
        assert client.get(to).content == written(edition, form)
    read = AuditEvent.objects.filter(event="report.read", object_id=str(edition.public_id))
    assert [event.actor for event in read] == [office.seat.person] * 3
    other = reverse("report:edition-file", kwargs=office.arguments | {"edition_id": report.public_id, "form": "docx"})
    assert client.get(other).status_code == 404


def shared(report: Report, password: str = "") -> tuple[ShareLink, str]:
    terms = Terms("The bank", timezone.now() + timedelta(days=1), password)
    made = share_report(assessment=report.result.assessment, report=report, terms=terms)
    return made.link, reverse("report:shared", args=[made.token])


@pytest.mark.parametrize("form", OTHERS)
def test_shared_report_opens_in_every_form_and_each_opening_counts(
    client: Client, report: Report, form: Format
) -> None:
    link, page = shared(report, "correct horse")
    assert f'value="{form}"' in client.get(page).content.decode()
    assert client.post(page, {"password": "wrong horse", "format": form}).status_code == 422
    reply = client.post(page, {"password": "correct horse", "format": form})
    file = client.get(reply["Location"])
    assert (file.status_code, file.content) == (200, written(report, form))
    assert file["Cache-Control"] == "private, no-store"
    link.refresh_from_db()
    assert link.view_count == 1
    assert client.get(reply["Location"].replace("/report.", "x/report.")).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"format": "pdf"}, {"format": "exe"}, {"format": "../../x"}])
def test_shared_report_is_the_pdf_unless_another_form_is_meant(
    client: Client, report: Report, sent: dict[str, str]
) -> None:
    _link, page = shared(report)
    assert client.get(client.post(page, sent)["Location"]).content == PDF


def order(office: Office, report: Report, **more: object) -> Batch:
    wanted = [Wanted(office.client, office.assessment)]
    batch = order_reports(seat=office.seat, wanted=wanted, options=EditionOptions(), **more)  # type: ignore[arg-type]
    BatchItem.objects.filter(batch=batch).update(state=BatchState.DONE, report=report)
    return batch


def zip_of(client: Client, office: Office, batch: Batch) -> zipfile.ZipFile:
    client.force_login(office.seat.person)
    reply = client.get(reverse("report:batch-download", args=[office.seat.workspace.slug, batch.public_id]))
    return zipfile.ZipFile(io.BytesIO(b"".join(reply)))


def listed(archive: zipfile.ZipFile) -> list[str]:
    return list(csv.reader(io.StringIO(archive.read("contents.csv").decode("utf-8-sig"))))[1]


def test_orders_hand_out_the_forms_that_were_chosen(client: Client, office: Office, report: Report) -> None:
    archive = zip_of(client, office, order(office, report, forms=[Format.JSON, Format.PDF, Format.XLSX]))
    assert [name[-4:] for name in archive.namelist()] == [".pdf", "xlsx", "json", ".csv"]
    assert archive.read(archive.namelist()[1]) == written(report, Format.XLSX)
    assert listed(archive)[4].split("; ") == archive.namelist()[:3]


def test_orders_from_before_the_choice_have_the_pdf(client: Client, office: Office, report: Report) -> None:
    batch = order(office, report)
    Batch.objects.filter(pk=batch.pk).update(options=EditionOptions().to_json())
    batch.refresh_from_db()
    assert ordered_forms(batch) == (Format.PDF,)
    assert [name[-4:] for name in zip_of(client, office, batch).namelist()] == [".pdf", ".csv"]


def test_form_of_an_order_keeps_what_is_ticked(client: Client, office: Office) -> None:
    client.force_login(office.seat.person)
    to = reverse("report:batch-add", args=[office.seat.workspace.slug])
    sent = {"order": "1", "client": [str(office.client.public_id)], "languages": ["en"], "view": "own"}
    client.post(to, sent | {"formats": ["docx", "pdf"]})
    assert ordered_forms(Batch.objects.get()) == (Format.PDF, Format.DOCX)
    assert client.post(to, sent | {"formats": ["exe"]}).status_code == 422
    assert 'name="formats" value="pdf" checked' in client.get(to).content.decode()


def test_archive_names_what_could_not_be_written(
    client: Client, office: Office, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writer(monkeypatch, Format.DOCX)
    archive = zip_of(client, office, order(office, report, forms=[Format.PDF, Format.DOCX]))
    assert [name[-4:] for name in archive.namelist()] == [".pdf", ".csv"]
    assert listed(archive)[4] == archive.namelist()[0]
    assert listed(archive)[5].startswith("Word could not be written (reference ")


def test_data_can_be_read_by_whoever_downloads_it(respondent: Client, report: Report) -> None:
    data = json.loads(respondent.get(address(report, "json")).content)
    assert (data["number"], data["content_hash"], data["made_on"]) == (report.number, report.content_hash, "2026-11-22")
