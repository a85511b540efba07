"""What stands above the actions: title, sources and scales, of which nothing that is used can be removed."""

import pytest
from django.test import Client

from assessment.accounts.models import User
from tests.rules.samples import both
from tests.studio.advice_forms import PLACE, client_of, controls_of, form_on, load_sample, with_changes, working_copy

HEAD = f"{PLACE}head/"


@pytest.fixture
def client(editor: User) -> Client:
    load_sample()
    return client_of(editor)


def test_form_saves_what_it_shows(client: Client) -> None:
    before = working_copy()
    assert client.post(HEAD, form_on(client, HEAD)).status_code == 302
    assert working_copy() == before


def test_title_basis_and_scales_are_saved(client: Client) -> None:
    fields = {
        "title_en": "Advice",
        "basis_en": "Judgement.",
        "efforts-0-days": "7",
        "cost_bands-1-maximum": "1500.50",
        "cost_bands-2-minimum": "1500.50",
        "priority_bands-0-from_priority": "60",
        "sources-0-date": "2024-09",
        "sources-0-url": "https://example.org/a",
        "sources-0-estimate": None,
    }
    assert client.post(HEAD, form_on(client, HEAD, **fields)).status_code == 302
    data = working_copy()
    assert (data["title"]["en"], data["basis"]) == ("Advice", {"en": "Judgement."})
    assert data["efforts"] == [{"key": "low", "title": both("Low"), "days": 7, "sources": ["ours"]}]
    assert [(band["minimum"], band.get("maximum")) for band in data["cost_bands"]] == [
        ("0", "0"),
        ("0", "1500.5"),
        ("1500.5", None),
    ]
    assert [band["from_priority"] for band in data["priority_bands"]] == [60, 1]
    source = {"key": "ours", "text": both("Our estimate."), "date": "2024-09", "url": "https://example.org/a"}
    assert data["sources"] == [source]


def test_row_is_added_with_a_key_of_its_own_and_moved(client: Client) -> None:
    sent = form_on(client, HEAD)
    added = controls_of(client.post(HEAD, sent | {"act": ["efforts:add"]}).content.decode())
    texts = {"efforts-1-title_en": "None", "efforts-1-title_zh-hans": "无", "efforts-1-days": "0"}
    added = with_changes(added, **texts, **{"efforts-1-sources": ["ours"]})
    moved = controls_of(client.post(HEAD, added | {"act": ["efforts:up:1"]}).content.decode())
    assert client.post(HEAD, moved).status_code == 302
    assert [effort["key"] for effort in working_copy()["efforts"]] == ["effort_2", "low"]


def test_row_left_empty_is_no_row(client: Client) -> None:
    before = working_copy()
    added = controls_of(client.post(HEAD, form_on(client, HEAD) | {"act": ["sources:add"]}).content.decode())
    assert client.post(HEAD, added).status_code == 302
    assert working_copy() == before


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("efforts", "Efforts: one at least must stay."),
        ("cost_bands", "“Free” cannot be removed, it is used: Action “Do A01” (A01) · Action “Do A02” (A02)"),
        ("sources", "“ours” cannot be removed, it is used: Effort “Low” (low) · Cost band “Free” (free)"),
    ],
)
def test_what_is_used_cannot_be_removed(client: Client, part: str, said: str) -> None:
    before = working_copy()
    removed = controls_of(client.post(HEAD, form_on(client, HEAD) | {"act": [f"{part}:remove:0"]}).content.decode())
    reply = client.post(HEAD, removed)
    assert reply.status_code == 422
    assert said in reply.content.decode()
    assert working_copy() == before


def test_what_nothing_uses_is_removed(client: Client) -> None:
    removed = controls_of(client.post(HEAD, form_on(client, HEAD) | {"act": ["cost_bands:remove:1"]}).content.decode())
    assert client.post(HEAD, removed).status_code == 302
    assert [band["key"] for band in working_copy()["cost_bands"]] == ["free", "much"]


@pytest.mark.parametrize(
    "changes",
    [
        {"efforts-0-days": "-1"},
        {"efforts-0-days": "1000"},
        {"efforts-0-was": "invented"},
        {"cost_bands-1-was": "free"},
        {"cost_bands-1-maximum": "-5"},
        {"cost_bands-1-maximum": "1e400"},
        {"cost_bands-1-maximum": "NaN"},
        {"cost_bands-2-maximum": "1"},
        {"priority_bands-0-from_priority": "0"},
        {"sources-0-date": "yesterday"},
        {"sources-0-url": "javascript:alert(1)"},
        {"sources-0-text_en": "", "sources-0-text_zh-hans": ""},
        {"title_en": "", "title_zh-hans": ""},
        {"efforts-0-sources": ["nowhere"]},
        {"priority_bands-order": None},
    ],
)
def test_faulty_input_is_refused_with_a_message(client: Client, changes: dict[str, object]) -> None:
    before = working_copy()
    reply = client.post(HEAD, form_on(client, HEAD, **changes))
    assert (reply.status_code, working_copy()) == (422, before)
    assert "There is a problem" in reply.content.decode()


def test_same_field_of_two_people_is_asked_about(client: Client, second_editor: User) -> None:
    mine, other = form_on(client, HEAD, **{"efforts-0-days": "9"}), client_of(second_editor)
    other.post(HEAD, form_on(other, HEAD, **{"efforts-0-days": "4", "title_en": "Theirs"}))
    reply = client.post(HEAD, mine)
    again = controls_of(reply.content.decode())
    assert (reply.status_code, again["efforts-0-days"], again["title_en"]) == (409, ["9"], ["Theirs"])
    client.post(HEAD, again)
    assert working_copy()["efforts"][0]["days"] == 9
