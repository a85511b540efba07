"""The record in words: changed parts by their names, hashes cut short, the table for machines as it is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.actions import release_bank
from assessment.bank.editing.actions import Event, confirm_texts
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank
from tests.studio.working_copies import at, edit_bank, edit_playbook, open_workshop

HISTORY = "/studio/banks/four-barriers/history/"


@pytest.fixture
def reader(client: Client, editor: User, auditor: User) -> Client:
    open_workshop(editor)
    client.force_login(auditor)
    return client


def reword(person: User, text: str) -> None:
    edit_bank(person, lambda data: at(data, "sections", "equipment", "questions", "EQ05", "text").update(en=text))


def rows(reader: Client) -> list[tuple[str, list[str], str]]:
    page = reader.get(reverse("studio:record"), {"search": "editor@"})
    return [(row.object, list(row.edited.parts), row.edited.address) for row in page.context["rows"]]


def test_changes_name_their_parts_and_lead_to_the_history(reader: Client, editor: User) -> None:
    reword(editor, "Is it so?")
    edit_playbook(editor, lambda data: data["title"].update(en="Better"))
    place = "sections.equipment.questions.EQ05.text.zh-hans"
    confirm_texts(craft=BANK, copy=Bank.objects.get(), places=[place], by=editor)
    question = "Question “How shop-floor data is recorded” (EQ05): question text, "
    assert rows(reader) == [
        ("question bank four-barriers", [question + "简体中文"], HISTORY + "?at=bank-3#bank-3"),
        ("playbook four-barriers", ["The playbook: title, English"], HISTORY + "?at=playbook-2#playbook-2"),
        ("question bank four-barriers", [question + "English"], HISTORY + "?at=bank-2#bank-2"),
    ]


def test_hashes_are_short_on_the_page_and_whole_in_the_table(reader: Client, editor: User) -> None:
    release = release_bank(bank=Bank.objects.get())
    page = reader.get(reverse("studio:record")).content.decode()
    assert release.content_hash not in page and release.content_hash[:12] in page
    table = b"".join(reader.get(reverse("studio:record-export")).streaming_content).decode()  # type: ignore[attr-defined]
    assert release.content_hash in table


def test_bank_that_is_no_more_is_told_by_its_places(reader: Client, editor: User) -> None:
    details = {"revision": 2, "places": ["title.en"], "count": 1}
    record_event(event=Event.CHANGED, object_type="bank", object_id="gone", actor=editor, details=details)
    [row] = reader.get(reverse("studio:record"), {"search": "gone"}).context["rows"]
    assert (row.edited, dict(row.details)["places"]) == (None, "title.en")


def test_record_of_changes_costs_the_same_however_many(reader: Client, editor: User) -> None:
    counted = []
    for texts in (["One"], ["Two", "Three"]):
        for text in texts:
            reword(editor, text)
        with CaptureQueriesContext(connection) as queries:
            reader.get(reverse("studio:record"))
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_link_leads_to_the_page_of_the_history_on_which_the_change_stands(reader: Client, editor: User) -> None:
    for number in range(26):
        reword(editor, str(number))
    assert "?at=" not in reader.get(reverse("studio:record")).content.decode()
    reader.force_login(editor)
    for asked in ("bank-2", "bank-27", "bank-999", "x", "bank-", "-1"):
        page = reader.get(HISTORY, {"at": asked})
        assert (page.context["page"].number, 'id="bank-2"' in page.content.decode()) == (
            (2, True) if asked == "bank-2" else (1, False)
        )
