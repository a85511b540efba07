"""What respondents would see, from a form that nobody has saved."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.models import Bank
from assessment.responses.entries import EMPTY
from assessment.responses.question_html import question_slots, render_question
from assessment.scoring.document import BankDocument
from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.drafts import bank_draft
from tests.studio.editor_banks import OUTLINE, SECTIONS, SLUG, data_of, small_bank
from tests.studio.typed_forms import typed_into

PREVIEW = f"/studio/banks/{SLUG}/preview/"
JSON = {"accept": "application/json"}


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def typed(client: Client, key: str = "T01", **changes: Any) -> dict[str, Any]:
    return typed_into(client.get(f"{OUTLINE}{key}/"), **changes)


@pytest.mark.parametrize(("language", "word"), [("en", "Step 1"), ("zh-hans", "第1档")])
def test_question_looks_as_respondents_see_it(
    as_editor: Client, bank: Bank, editor: User, language: str, word: str
) -> None:
    page = as_editor.get(PREVIEW, {"of_question": "T01", "preview_language": language}).content.decode()
    document: BankDocument = bank_draft(workshop_for(editor, SLUG, EDIT)).document
    html = render_question(document.sections[1].questions[0], document, "en")
    slots = question_slots(html.question, EMPTY, version=0, visible=True)
    assert (html.fragment.fill(slots) in page, word in page) == (language == "en", True)
    assert f'<html lang="{language}">' in page


def test_preview_shows_what_is_typed_and_saves_nothing(as_editor: Client, bank: Bank) -> None:
    before = data_of(bank)
    page = as_editor.post(PREVIEW, typed(as_editor, text_en="<b>New</b> words?", preview_language="en"))
    assert "&lt;b&gt;New&lt;/b&gt; words?" in page.content.decode()
    assert (data_of(bank), bank.revision) == (before, 1)


def test_preview_may_stand_in_a_frame_of_ours_and_no_other_page_may(as_editor: Client, bank: Bank) -> None:
    framed = as_editor.get(PREVIEW, {"of_question": "T01"})
    assert framed.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in framed.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in as_editor.get(OUTLINE).headers["Content-Security-Policy"]


def test_new_question_is_shown_before_it_is_there(as_editor: Client, bank: Bank) -> None:
    sent = typed_into(as_editor.get(f"{SECTIONS}tools/questions/add/"), text_en="New?", preview_language="en")
    assert "New?" in as_editor.post(PREVIEW, sent).content.decode()
    begun = as_editor.get(PREVIEW, {"of_section": "tools", "new": "1", "preview_language": "en"})
    assert "In part" in begun.content.decode()


def test_section_is_shown_whole(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(PREVIEW, {"of_section": "tools", "preview_language": "en"}).content.decode()
    assert [text in page for text in ("<h1>", "Do you have a website?", "Anything else?", "trained")] == [
        True,
        True,
        True,
        False,
    ]


def test_weight_tells_at_once_what_it_does(as_editor: Client, bank: Bank) -> None:
    sent = typed(as_editor, **{"feeds-0-weight": "1"})
    shares = as_editor.post(PREVIEW, sent, headers=JSON).json()["shares"]
    assert [part in shares for part in ("75 %", "50 %", "→")] == [True, True, True]
    assert "→" not in as_editor.post(PREVIEW, typed(as_editor), headers=JSON).json()["shares"]


@pytest.mark.parametrize(
    "changes",
    [
        {"options-1-credit": "half"},
        {"kind": "nonsense"},
        {"text_en": "a\x00b"},
        {"minimum": "1e999999999"},
        {"feeds-0-node": "nobody"},
        {"base": "x"},
        {"preview_language": "xx"},
        {"options-TOTAL_FORMS": "500"},
        {"options-TOTAL_FORMS": "x"},
        {"text_en": "x" * 100_000},
    ],
)
def test_half_typed_form_is_shown_as_far_as_it_can_be(as_editor: Client, bank: Bank, changes: dict[str, str]) -> None:
    sent = typed(as_editor, **changes)
    assert as_editor.post(PREVIEW, sent, headers=JSON).status_code in (200, 422)
    assert as_editor.post(PREVIEW, sent).status_code in (200, 422)


@pytest.mark.parametrize("asked", [{}, {"of_question": "nobody"}, {"of_section": "nobody"}, {"of_question": "x" * 99}])
def test_nothing_else_is_found(as_editor: Client, bank: Bank, asked: dict[str, str]) -> None:
    assert as_editor.get(PREVIEW, asked).status_code == 404


def test_strangers_find_no_preview(client: Client, bank: Bank, stranger: User) -> None:
    client.force_login(stranger)
    assert client.get(PREVIEW, {"of_question": "T01"}).status_code == 404


HOSTILE = [
    {"kind": "nonsense"},
    {"kind": ""},
    {"base": "-5"},
    {"base": "99999999999999999999"},
    {"base": "x"},
    {"options-TOTAL_FORMS": "500"},
    {"options-TOTAL_FORMS": "-3"},
    {"options-TOTAL_FORMS": None},
    {"feeds-TOTAL_FORMS": "9" * 30},
    {"options-0-key": "l0\x00"},
    {"options-0-label_en": "\x01"},
    {"text_en": "x" * 100_000},
    {"maximum": "1e999999999", "kind": "number"},
    {"full_points": "١٢٣", "worth": "points"},
    {"decimals": "7", "kind": "number"},
    {"reading": "nobody"},
    {"reference_lines": ["nobody", "nobody"]},
    {"crosswalk-TOTAL_FORMS": "1", "crosswalk-0-ref": "no:body"},
    {"act": "add:options:999999"},
    {"act": "remove:options"},
    {"act": "\x00"},
    {"worth": "gold"},
    {"preview_width": "x" * 1000},
    {"surprise": "yes"},
]


@pytest.mark.parametrize("changes", HOSTILE, ids=[str(list(each.items())[0])[:40] for each in HOSTILE])
def test_hostile_form_never_breaks_the_page(as_editor: Client, bank: Bank, changes: dict[str, Any]) -> None:
    sent = typed(as_editor, **changes)
    assert as_editor.post(f"{OUTLINE}T01/", sent).status_code in (200, 302, 422)


def test_far_too_many_fields_are_turned_away(as_editor: Client, bank: Bank) -> None:
    many = {f"options-{place}-label_en": "x" for place in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS)}
    assert as_editor.post(f"{OUTLINE}T01/", typed(as_editor, **many)).status_code == 400
