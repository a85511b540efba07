"""An issued report is byte-identical in every form, whatever is released or changed later."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, User, Workspace
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Release
from assessment.bank.releases import document_of
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.catalogue.models import FundingScheme, Offering, Provider
from recommendations.plan.queries import advice_run_of
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.report.actions import create_report
from recommendations.report.brand.actions import Look, change_brand
from recommendations.report.editions.actions import create_edition
from recommendations.report.editions.options import EditionOptions
from recommendations.report.formats.offered import OTHERS, Format
from recommendations.report.formats.writing import written
from recommendations.report.models import Report
from recommendations.report.renderer.client import renderer
from recommendations.report.verification.address import code_of
from tests.report.workspaces import Office, open_office
from tests.world import load_samples


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel("2026-11-23T02:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def office(consultant: User, opened: Opened, result: Result, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(renderer, "render", lambda html: b"%PDF of " + sha256(html.encode()).digest())
    load_samples()
    office = open_office(consultant, opened.assessment)
    look = Look(None, "#0b4f6c", {"en": "The first cover"}, {})
    change_brand(seat=office.seat, look=look, seen_version=0)
    return office


@pytest.fixture
def issued(office: Office, opened: Opened, result: Result) -> list[Report]:
    return issue(office, opened, result)


def issue(office: Office, opened: Opened, result: Result) -> list[Report]:
    own = create_report(assessment=opened.assessment, result=result, language="en")
    edition = create_edition(seat=office.seat, assessment=opened.assessment, options=EditionOptions(), language="en")
    return [own, edition]


def all_bytes(issued: list[Report]) -> dict[tuple[str, Format], bytes]:
    """Read anew from the database, each as a process that knows nothing would."""
    stored = Report.objects.filter(pk__in=[report.pk for report in issued]).order_by("pk")
    return {(report.number, form): written(report, form) for report in stored for form in Format}


def change_everything(office: Office, result: Result) -> None:
    """New releases of bank and playbook, other prices and names, another look, another day."""
    release_new_bank(result.release)
    run = advice_run_of(result)
    assert run is not None
    release_new_playbook(run.playbook_release)
    Offering.objects.update(title={"en": "Renamed", "zh-hans": "改名"}, price_minimum=1, price_maximum=2)
    Provider.objects.update(name={"en": "Taken over"})
    FundingScheme.objects.update(title={"en": "Another scheme"})
    change_brand(seat=office.seat, look=Look(None, "#7a1f1f", {"en": "Another cover"}, {"en": "New"}), seen_version=1)
    Workspace.objects.update(name="Renamed advisers")
    Enterprise.objects.update(name="Renamed enterprise")


def release_new_bank(old: Release) -> None:
    document = document_of(old.pk)
    section = document.sections[-1]
    asked = [
        question.model_copy(update={"text": {"en": "Asked anew?", "zh-hans": "重新问？"}})
        for question in section.questions
    ]
    sections = [*document.sections[:-1], section.model_copy(update={"questions": asked})]
    changed = document.model_copy(update={"title": {"en": "Another bank", "zh-hans": "另一题库"}, "sections": sections})
    new = release_bank(bank=load_bank(document=changed))
    assert (new.bank, new.content_hash != old.content_hash) == (old.bank, True)


def release_new_playbook(old: PlaybookRelease) -> None:
    document = playbook_of(old.pk)
    renamed = [
        action.model_copy(update={"title": {"en": "Done otherwise", "zh-hans": "换个做法"}})
        for action in document.actions
    ]
    new = release_playbook(playbook=load_playbook(document=document.model_copy(update={"actions": renamed})))
    assert (new.playbook, new.content_hash != old.content_hash) == (old.playbook, True)


def test_nothing_later_changes_a_byte(
    office: Office, result: Result, issued: list[Report], clock: time_machine.Traveller
) -> None:
    before = all_bytes(issued)
    assert len(before) == 2 * len(Format)
    change_everything(office, result)
    clock.shift(400 * 86_400)
    assert all_bytes(issued) == before


def test_the_printed_address_stays_when_the_site_moves(
    office: Office, opened: Opened, result: Result, settings: Any
) -> None:
    settings.PRINTS_ADDRESS, settings.ADDRESS = True, "https://fourfold.example.org"
    own, edition = issue(office, opened, result)
    keys = [[report.number, code_of(report.content_hash)] for report in (own, edition)]
    assert [own.address, edition.address] == [
        "https://fourfold.example.org" + reverse("report:verify-show", args=each) for each in keys
    ]
    before = all_bytes([own, edition])
    assert [report.address.encode() in before[report.number, Format.JSON] for report in (own, edition)] == [True, True]
    settings.ADDRESS = "https://elsewhere.example.org"
    assert all_bytes([own, edition]) == before
    settings.PRINTS_ADDRESS = False
    assert all_bytes([own, edition]) == before


def test_no_address_is_added_to_a_report_that_had_none(issued: list[Report], settings: Any) -> None:
    before = all_bytes(issued)
    settings.PRINTS_ADDRESS, settings.ADDRESS = True, "https://fourfold.example.org"
    assert [report.address for report in issued] == ["", ""]
    assert all_bytes(issued) == before


def test_a_report_made_afterwards_is_another_one(office: Office, result: Result, issued: list[Report]) -> None:
    """What is changed here does reach new reports; else the test above would show nothing."""
    change_everything(office, result)
    assessment = result.assessment
    assessment.enterprise.refresh_from_db()
    again = create_report(assessment=assessment, result=result, language="en")
    edition = create_edition(seat=office.seat, assessment=assessment, options=EditionOptions(), language="en")
    assert {again.pk, edition.pk}.isdisjoint(report.pk for report in issued)
    assert Report.objects.count() == 4


def test_old_links_still_answer(office: Office, result: Result, issued: list[Report], respondent: Client) -> None:
    own, edition = issued
    before = all_bytes(issued)
    change_everything(office, result)
    keys = [result.assessment.public_id, own.public_id]
    assert respondent.get(reverse("report:report-show", args=keys)).content == before[own.number, Format.PDF]
    for form in OTHERS:
        reply = respondent.get(reverse("report:report-file", args=[*keys, form]))
        assert (form, reply.content) == (form, before[own.number, form])
    desk = Client()
    desk.force_login(office.seat.person)
    arguments = office.arguments | {"edition_id": edition.public_id, "form": "docx"}
    reply = desk.get(reverse("report:edition-file", kwargs=arguments))
    assert reply.content == before[edition.number, Format.DOCX]
    assert timezone.localdate(own.created_at).isoformat() == "2026-11-23"
