"""Ordering, watching, stopping and taking away many reports."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import Client as WorkspaceClient
from assessment.accounts.models import Enterprise, Grant, GrantLevel, User
from assessment.responses.models import Assessment, Perspective, Result
from recommendations.report.content.edition_schema import Section
from recommendations.report.formats.offered import Format
from recommendations.report.models import Batch, Report
from recommendations.report.queue.drawing import draw_all
from recommendations.report.queue.orders import MOST_REPORTS
from recommendations.report.queue.queries import orderable
from tests.report.workspaces import Office


@pytest.fixture
def at_desk(client: Client, consultant: User) -> Client:
    client.force_login(consultant)
    return client


def at(office: Office, name: str, **more: Any) -> str:
    return reverse(f"report:{name}", kwargs={"workspace_slug": office.seat.workspace.slug} | more)


def order(browser: Client, office: Office, **data: Any) -> Any:
    sent = {"order": "1", "client": [str(office.client.public_id)], "languages": ["en"], "view": "own"}
    return browser.post(at(office, "batch-add"), sent | {"sections": ["summary", "actions"]} | data)


def test_ticked_clients_are_ordered_drawn_and_taken_away(office: Office, at_desk: Client, drawn: list[str]) -> None:
    page = at_desk.get(at(office, "batch-add")).content.decode()
    assert str(office.client.public_id) in page
    reply = order(at_desk, office)
    batch = Batch.objects.get()
    assert reply["Location"] == at(office, "batch-show", batch_id=batch.public_id)
    assert batch.options["sections"] == ["summary", "actions"]
    told = at_desk.get(at(office, "batch-progress", batch_id=batch.public_id)).json()
    assert told == {"said": "0 of 1 drawn, 1 to come", "settled": 0, "total": 1, "done": 0, "is_moving": True}
    draw_all()
    assert "1 of 1 drawn" in at_desk.get(at(office, "batch-show", batch_id=batch.public_id)).content.decode()
    archive = archive_of(at_desk, office, batch)
    name = "001 Hengda Precision Parts sample FF-1 en.pdf"
    assert archive.namelist() == [name, "contents.csv"]
    assert archive.read(name) == bytes(Report.objects.get().pdf)


def test_files_taken_away_bear_the_time_of_the_site(office: Office, at_desk: Client, drawn: list[str]) -> None:
    order(at_desk, office)
    with time_machine.travel(datetime(2026, 11, 23, 17, 30, tzinfo=UTC), tick=False):
        draw_all()
    report, _contents = archive_of(at_desk, office, Batch.objects.get()).infolist()
    assert report.date_time == (2026, 11, 24, 1, 30, 0)


def archive_of(browser: Client, office: Office, batch: Batch) -> zipfile.ZipFile:
    reply = browser.get(at(office, "batch-download", batch_id=batch.public_id))
    assert reply["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(b"".join(reply)))


def rows_of(archive: zipfile.ZipFile) -> list[list[str]]:
    return list(csv.reader(io.StringIO(archive.read("contents.csv").decode("utf-8-sig"))))


def test_archive_leaves_out_whoever_withdrew_and_says_so(office: Office, at_desk: Client, drawn: list[str]) -> None:
    order(at_desk, office)
    draw_all()
    office.grant.withdrawn_at = timezone.now()
    office.grant.save()
    archive = archive_of(at_desk, office, Batch.objects.get())
    assert archive.namelist() == ["contents.csv"]
    assert rows_of(archive)[1][4:] == ["", "The enterprise no longer lets the workspace in."]


def test_names_lead_to_no_other_folder_and_are_no_formulas(office: Office, at_desk: Client, drawn: list[str]) -> None:
    Enterprise.objects.update(name='=HYPERLINK("../../etc/x")')
    order(at_desk, office)
    draw_all()
    archive = archive_of(at_desk, office, Batch.objects.get())
    assert archive.namelist()[0] == "001 HYPERLINK....etcx FF-1 en.pdf"
    assert rows_of(archive)[1][0] == '\'=HYPERLINK("../../etc/x")'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"client": []}, "Tick at least one client."),
        ({"client": ["nonsense", "00000000-0000-0000-0000-000000000000"]}, "Tick at least one client."),
        ({"languages": []}, "Choose at least one language."),
        ({"view": "theirs"}, "There is no verified result yet"),
        ({"languages": ["tlh"]}, "tlh"),
    ],
)
def test_bad_orders_are_said_and_not_taken(data: dict[str, Any], said: str, office: Office, at_desk: Client) -> None:
    reply = order(at_desk, office, **data)
    assert (reply.status_code, Batch.objects.count()) == (422, 0)
    assert said in reply.content.decode()


def test_whole_order_of_as_many_reports_as_there_may_be_can_be_sent(office: Office, at_desk: Client) -> None:
    many = [str(office.client.public_id), *(str(uuid4()) for _number in range(1, MOST_REPORTS))]
    reply = order(
        at_desk, office, client=many, languages=["en", "zh-hans"], sections=list(Section), formats=list(Format)
    )
    assert (reply.status_code, Batch.objects.get().items.count()) == (302, 2)
    assert 2 * MOST_REPORTS < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


@pytest.mark.parametrize(
    ("name", "file"),
    [("...", "001 FF-1 en.pdf"), ("-2+3", "001 23 FF-1 en.pdf"), ("A  & (B)", "001 A B FF-1 en.pdf")],
)
def test_names_of_files_have_no_idle_blanks_and_signs(
    name: str, file: str, office: Office, at_desk: Client, drawn: list[str]
) -> None:
    Enterprise.objects.update(name=name)
    order(at_desk, office)
    draw_all()
    assert archive_of(at_desk, office, Batch.objects.get()).namelist()[0] == file


def test_ticks_of_another_list_are_shown_first(office: Office, at_desk: Client) -> None:
    other = add_client(office, "Second Ltd")
    page = at_desk.post(at(office, "batch-add"), {"client": [str(other.public_id)]}).content.decode()
    assert Batch.objects.count() == 0
    assert [f'value="{each.public_id}"' in page for each in (office.client, other)] == [True, True]
    assert page.count("checked") >= 1
    mine = page.split(f'value="{office.client.public_id}"')[1].split(">")[0]
    theirs = page.split(f'value="{other.public_id}"')[1].split(">")[0]
    assert ("checked" in mine, "checked" in theirs) == (False, True)


def add_client(office: Office, name: str, **grant: Any) -> WorkspaceClient:
    """Another client with a result of its own."""
    enterprise = Enterprise.objects.create(name=name)
    fields = {"level": GrantLevel.EDIT} | grant
    Grant.objects.create(enterprise=enterprise, workspace=office.seat.workspace, **fields)
    submit_copy(office, enterprise)
    return WorkspaceClient.objects.create(workspace=office.seat.workspace, enterprise=enterprise)


def submit_copy(office: Office, enterprise: Enterprise) -> Assessment:
    """The office's assessment once more, submitted just now by this enterprise."""
    source, now = office.assessment, timezone.now()
    copy = Assessment.objects.create(
        enterprise=enterprise, release=source.release, scope=source.scope, language="en", submitted_at=now
    )
    add_result(copy, Perspective.SELF)
    return copy


def add_result(assessment: Assessment, perspective: Perspective) -> None:
    Result.objects.create(
        assessment=assessment,
        perspective=perspective,
        release=assessment.release,
        scope=assessment.scope,
        scorecard={},
        answers={},
        content_hash=f"{assessment.pk} {perspective}",
        submitted_at=timezone.now(),
    )


def test_only_clients_that_let_the_workspace_work_can_be_ordered(office: Office) -> None:
    add_client(office, "Seen only", level=GrantLevel.VIEW)
    add_client(office, "Over", expires_at=timezone.now() - timedelta(days=1))
    add_client(office, "Another")
    names = [row.client.enterprise.name for row in orderable(office.seat)]
    assert names == sorted([office.assessment.enterprise.name, "Another"])


def test_report_is_about_the_last_submission_and_says_whether_that_is_verified(office: Office) -> None:
    first, enterprise = office.assessment, office.assessment.enterprise
    (row,) = orderable(office.seat)
    assert (row.assessment, row.submitted_at, row.is_verified) == (first, first.submitted_at, False)
    later = submit_copy(office, enterprise)
    add_result(first, Perspective.VERIFIED)  # the older one, verified late, is still the older one
    Assessment.objects.create(enterprise=enterprise, release=first.release, scope=first.scope, language="en")
    (row,) = orderable(office.seat)
    assert (row.assessment, row.submitted_at, row.is_verified) == (later, later.submitted_at, False)
    add_result(later, Perspective.VERIFIED)
    (row,) = orderable(office.seat)
    assert (row.assessment, row.submitted_at, row.is_verified) == (later, later.submitted_at, True)


@pytest.mark.parametrize("count", [1, 3])
def test_what_can_be_ordered_is_read_in_two_queries(
    count: int, office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, count):
        add_client(office, f"Client {number}")
    with django_assert_num_queries(2):
        assert len(orderable(office.seat)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_much_for_many_as_for_one(
    count: int, office: Office, at_desk: Client, drawn: list[str], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, count):
        add_client(office, f"Client {number}")
    ids = [str(row.client.public_id) for row in orderable(office.seat)]
    for _number in range(count):
        order(at_desk, office, client=ids)
    batch = Batch.objects.order_by("pk")[0]
    for name, more, most in (
        ("batch-list", {}, 9),
        ("batch-add", {}, 12),
        ("batch-show", {"batch_id": batch.public_id}, 10),
    ):
        with django_assert_max_num_queries(most):
            at_desk.get(at(office, name, **more))


def test_orders_of_another_workspace_do_not_exist(office: Office, at_desk: Client, rival_consultant: User) -> None:
    order(at_desk, office)
    batch = Batch.objects.get()
    other = Client()
    other.force_login(rival_consultant)
    names = ("batch-show", "batch-progress", "batch-download")
    assert [other.get(at(office, name, batch_id=batch.public_id)).status_code for name in names] == [404] * 3
    assert other.post(at(office, "batch-cancel", batch_id=batch.public_id)).status_code == 404


def test_each_report_is_in_its_clients_own_language(office: Office, at_desk: Client) -> None:
    WorkspaceClient.objects.filter(pk=office.client.pk).update(language="zh-hans")
    order(at_desk, office, own_language="on", languages=["en"])
    batch = Batch.objects.get()
    assert (list(batch.items.values_list("language", flat=True)), batch.options["languages"]) == (
        ["zh-hans"],
        ["zh-hans"],
    )
    page = at_desk.get(at(office, "batch-show", batch_id=batch.public_id)).content.decode()
    assert "Simplified Chinese" in page
    assert order(at_desk, office, own_language="on", languages=[]).status_code == 302
    assert order(at_desk, office, languages=[]).status_code == 422
