"""Somebody removed what another person is writing in: saving again puts it back with what that person wrote."""

import pytest
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.models import Bank
from tests.studio.editor_banks import OUTLINE, SECTIONS, SLUG, data_of, order, small_bank
from tests.studio.typed_forms import typed_into

T02 = f"{OUTLINE}T02/"
AGAIN = "Save again to put it back with what you wrote."


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def as_other(second_editor: User) -> Client:
    other = Client()
    other.force_login(second_editor)
    return other


def test_question_is_put_back_in_its_place_with_what_went_along(
    as_editor: Client, as_other: Client, bank: Bank
) -> None:
    before = data_of(bank)
    mine = typed_into(as_editor.get(T02), text_en="Mine")
    assert as_other.post(f"{T02}remove/", {"base": "1"}).status_code == 302
    refused = as_editor.post(T02, mine)
    assert (refused.status_code, AGAIN in refused.content.decode(), bank.revision) == (409, True, 1)
    again = typed_into(refused)
    assert (again["base"], again["text_en"]) == (["2"], ["Mine"])
    assert as_editor.post(T02, again).status_code == 302
    before["sections"][1]["questions"][1]["text"]["en"] = "Mine"
    assert data_of(bank) == before


def test_buttons_of_the_form_work_meanwhile(as_editor: Client, as_other: Client, bank: Bank) -> None:
    mine = typed_into(as_editor.get(T02), text_en="Mine")
    as_other.post(f"{T02}remove/", {"base": "1"})
    again = typed_into(as_editor.post(T02, mine), act="add:options")
    more = as_editor.post(T02, again)
    assert (more.status_code, typed_into(more)["text_en"]) == (200, ["Mine"])
    assert order(bank)[1] == ("tools", ["T01", "T03"])


def test_question_comes_back_with_its_section(as_editor: Client, as_other: Client, bank: Bank) -> None:
    address = f"{OUTLINE}P01/"
    before = data_of(bank)
    mine = typed_into(as_editor.get(address), text_en="Mine")
    assert as_other.post(f"{SECTIONS}people/remove/", {"base": "1"}).status_code == 302
    refused = as_editor.post(address, mine)
    assert (refused.status_code, len(order(bank))) == (409, 2)
    assert as_editor.post(address, typed_into(refused)).status_code == 302
    before["sections"][2]["questions"][0]["text"]["en"] = "Mine"
    assert data_of(bank) == before


def test_section_is_put_back_with_its_questions(as_editor: Client, as_other: Client, bank: Bank) -> None:
    address, before = f"{SECTIONS}people/", data_of(bank)
    sent = {"base": "1", "title_en": "Mine", "title_zh-hans": "人员"}
    as_other.post(f"{address}remove/", {"base": "1"})
    refused = as_editor.post(address, sent)
    assert (refused.status_code, AGAIN in refused.content.decode()) == (409, True)
    assert as_editor.post(address, sent | {"base": "2"}).status_code == 302
    before["sections"][2]["title"]["en"] = "Mine"
    assert data_of(bank) == before


def test_part_of_the_scoring_is_put_back(as_editor: Client, as_other: Client, bank: Bank) -> None:
    address = f"/studio/banks/{SLUG}/scoring/examples/middling/"
    sent = {
        "base": "1",
        "title_en": "Mine",
        "title_zh-hans": "一家小店",
        "scope": "full",
        "tolerance": "0",
        "answers": '{"T01": "l2"}',
        "expect-TOTAL_FORMS": "0",
        "expect-INITIAL_FORMS": "0",
    }
    as_other.post(f"/studio/banks/{SLUG}/scoring/remove/example/middling/", {"base": "1"})
    refused = as_editor.post(address, sent)
    assert refused.status_code == 409, refused.context["editor"].problems
    assert AGAIN in refused.content.decode() and 'name="base" value="2"' in refused.content.decode()
    assert as_editor.post(address, sent | {"base": "2"}).status_code == 302
    assert [each["title"]["en"] for each in data_of(bank)["examples"]] == ["Mine"]


def test_what_nobody_removed_is_not_found(as_editor: Client, bank: Bank) -> None:
    assert as_editor.post(f"{OUTLINE}nobody/", {"base": "1"}).status_code == 404


def test_page_of_a_removal_says_who_did_what(as_editor: Client, as_other: Client, bank: Bank) -> None:
    as_other.post(T02, typed_into(as_other.get(T02), text_en="Theirs"))
    said = as_editor.post(f"{T02}remove/", {"base": "1"}).content.decode()
    assert "Press “Remove it” again to remove it all the same." in said and "Nothing was removed yet." in said
    assert "was removed" not in said.replace("Nothing was removed", "") and "Save again" not in said
    assert "changed meanwhile" in said and "to remove it" in said
