"""The list of banks and the page of one."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank, Release
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook
from recommendations.studio.banks.overview import overviews
from recommendations.studio.drafts import bank_draft
from recommendations.studio.languages.coverage import coverage_of
from tests.studio.releasing import SLUG, begun, break_bank, released, rename_action, reweigh, reword, seen, workshop_of

pytestmark = pytest.mark.django_db
HOME, PAGE = "/studio/", f"/studio/banks/{SLUG}/"


@pytest.fixture
def content(db: None) -> Bank:
    bank, _playbook = released()
    return bank


@pytest.fixture
def desk(client: Client, publisher: User, content: Bank) -> Client:
    client.force_login(publisher)
    return client


def overview() -> Any:
    (found,) = overviews(SLUG)
    return found


def test_fresh_release_has_no_news(content: Bank) -> None:
    found = overview()
    assert (found.release.version, found.playbook_release.version) == ("1.0", "1.0")
    assert (found.change_count, found.is_major, found.has_news, found.open_lines) == (0, False, False, [])
    assert [(each.locale, each.percent) for each in found.coverage] == [("en", 100), ("zh-hans", 100)]


def test_changes_of_bank_and_playbook_are_counted(content: Bank, editor: User) -> None:
    reword(editor)
    assert (overview().change_count, overview().is_major) == (1, False)
    rename_action(editor)
    assert (overview().change_count, overview().is_major) == (2, False)
    reweigh(editor)
    assert (overview().change_count, overview().is_major) == (3, True)


def test_moved_question_is_one_change_as_on_the_page_of_changes(desk: Client, editor: User) -> None:
    draft = bank_draft(workshop_of(editor))
    first, second = draft.data["sections"][1:3]
    second["questions"].append(first["questions"].pop())
    draft.save(by=editor)
    assert len(desk.get(f"{PAGE}changes/").context["compared"][0].lines) == overview().change_count == 1


def test_open_assessments_stand_by_their_release_without_those_that_have_none(content: Bank, editor: User) -> None:
    begun(Release.objects.get())
    begun(Release.objects.get())
    reweigh(editor)
    newer = release_bank(bank=content)
    assert [(held.release.version, held.open_count) for held in overview().open_lines] == [("1.0", 2)]
    begun(newer)
    assert [(held.release.version, held.open_count) for held in overview().open_lines] == [("2.0", 1), ("1.0", 2)]
    assert overview().needs_recheck is True


def test_home_says_all_of_it(desk: Client, publisher: User, editor: User) -> None:
    begun(Release.objects.get())
    reword(editor)
    desk.post(f"{PAGE}release/", seen(publisher))
    reweigh(editor)
    page = desk.get(HOME).content.decode()
    assert "released by Publisher" in page
    assert "would be a major release" in page
    assert "1 on 1.1" in page
    assert "playbook 1.1" in page


def test_coverage_is_that_of_the_languages_page(content: Bank, editor: User) -> None:
    break_bank(editor)
    bank, playbook = compile_bank(Bank.objects.get()), compile_playbook(Playbook.objects.get())
    shown = [(each.present, each.total) for each in overview().coverage]
    assert shown == [tuple(coverage_of(bank, playbook, locale)) for locale in bank.locales]


def test_missing_translation_lowers_the_coverage(content: Bank, editor: User) -> None:
    break_bank(editor)
    english = overview().coverage[0]
    assert (english.locale, english.total - english.present, english.percent) == ("en", 1, 98)


def test_home_asks_the_database_as_often_for_three_banks_as_for_one(desk: Client) -> None:
    def asked() -> int:
        desk.get(HOME)  # what is remembered of each revision is worked out once
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert desk.get(HOME).status_code == 200
        return len(queries)

    one = asked()
    document = compile_bank(Bank.objects.get())
    for slug in ("second", "third"):
        release_bank(bank=load_bank(document=document.model_copy(update={"slug": slug})))
    assert len(overviews()) == 3
    assert asked() == one <= 12


def test_bank_never_released_is_listed(desk: Client) -> None:
    load_bank(document=compile_bank(Bank.objects.get()).model_copy(update={"slug": "fresh"}))
    page = desk.get(HOME).content.decode()
    assert "not released yet" in page
    assert desk.get("/studio/banks/fresh/").status_code == 200
    assert desk.get("/studio/banks/fresh/release/").status_code == 200


def test_working_copy_that_makes_no_document_is_named_and_breaks_nothing(desk: Client) -> None:
    Bank.objects.create(slug="empty", title={"en": "Empty"})
    assert "Incomplete" in desk.get(HOME).content.decode()
    assert desk.get("/studio/banks/empty/").status_code == 200
    assert desk.get("/studio/banks/empty/release/").status_code == 422


def test_next_steps_lead_from_errors_to_the_release(desk: Client, editor: User) -> None:
    assert desk.get(PAGE).context["steps"] == []
    break_bank(editor)
    texts = [step.text for step in desk.get(PAGE).context["steps"]]
    assert texts == [
        "Mend 1 error",
        "Translate 1 text",
        "Try it out with answers",
        "See what it would change for stored assessments",
        "Release it",
    ]


def test_page_lists_releases_with_their_notes(desk: Client, publisher: User, editor: User) -> None:
    reword(editor)
    desk.post(f"{PAGE}release/", seen(publisher, note="Clearer <words>"))
    page = desk.get(PAGE).content.decode()
    assert "Clearer &lt;words&gt;" in page
    assert Release.objects.get(minor=1).content_hash in page
    assert f"{PAGE}release/back-to/1.0/" in page
    file = desk.get(f"{PAGE}files/export/", {"what": "bank", "format": "yaml", "release": "1.0"})
    assert (file.status_code, f"{PAGE}files/export/?what=bank&amp;format=yaml&amp;release=1.0" in page) == (200, True)


def test_administrator_settles_the_second_person_and_no_publisher(
    desk: Client, publisher: User, administrator: User
) -> None:
    address = f"{PAGE}second-person/"
    assert desk.post(address, {"is_needed": "on"}).status_code == 404
    assert "Any publisher may release this bank alone." in desk.get(PAGE).text
    desk.force_login(administrator)
    desk.post(address, {"is_needed": "on"})
    assert Bank.objects.get().needs_second_person is True
    desk.post(address, {"is_needed": "on"})
    desk.post(address)
    assert Bank.objects.get().needs_second_person is False
    events = AuditEvent.objects.filter(event="bank.second_person").order_by("pk")
    assert list(events.values_list("actor", "details")) == [
        (administrator.pk, {"is_needed": True}),
        (administrator.pk, {"is_needed": False}),
    ]


def test_bank_is_retired_and_brought_back(desk: Client, publisher: User) -> None:
    desk.post(f"{PAGE}retire/")
    assert Bank.objects.get().retired_at is not None
    assert "Retired" in desk.get(HOME).content.decode()
    desk.post(f"{PAGE}retire/")
    desk.post(f"{PAGE}bring-back/")
    assert Bank.objects.get().retired_at is None
    events = AuditEvent.objects.filter(object_type="bank", actor=publisher).order_by("pk")
    assert list(events.values_list("event", flat=True)) == ["bank.retired", "bank.brought_back"]


def test_editor_sees_no_settings_and_settles_nothing(client: Client, content: Bank, editor: User) -> None:
    client.force_login(editor)
    assert "A second person releases" not in client.get(PAGE).content.decode()
    names = ("second-person", "retire", "bring-back")
    assert [client.post(f"{PAGE}{name}/").status_code for name in names] == [404, 404, 404]


def test_those_with_other_roles_are_led_to_their_own_pages(
    client: Client, catalogue_keeper: User, auditor: User, stranger: User
) -> None:
    client.force_login(catalogue_keeper)
    assert client.get(HOME)["Location"] == "/studio/catalogue/"
    client.force_login(auditor)
    assert client.get(HOME).status_code == 302
    client.force_login(stranger)
    assert [client.get(HOME).status_code, client.get(PAGE).status_code] == [404, 404]
