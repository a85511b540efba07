"""Forms that come from no revision that there is change nothing; nothing that was typed is lost."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from assessment.bank.models import Bank
from tests.studio.editor_banks import OUTLINE, SECTIONS, SLUG, data_of, small_bank, small_playbook
from tests.studio.typed_forms import typed_into

BANK = f"/studio/banks/{SLUG}/"
SHORT = [
    f"{OUTLINE}T01/copy/",
    f"{OUTLINE}T02/remove/",
    f"{SECTIONS}tools/copy/",
    f"{SECTIONS}people/remove/",
    f"{BANK}scoring/head/languages/zh-hans/remove/",
    f"{BANK}scoring/remove/example/middling/",
    f"{BANK}advice/actions/A1/duplicate/",
    f"{BANK}advice/rules/R1/duplicate/",
    f"{BANK}advice/rules/R1/remove/",
    f"{BANK}try/keep/",
]
BASES: list[dict[str, Any]] = [{}, {"base": "soon"}, {"base": "99999"}, {"base": str(2**63)}, {"base": "-1"}]
SAID = "The page was out of date. Look again, then repeat."
STALE = "This page was out of date, and nothing was saved."


@pytest.fixture
def bank(db: None) -> Bank:
    bank = small_bank()
    small_playbook()
    return bank


@pytest.fixture
def as_editor(client: Client, editor: object) -> Client:
    client.force_login(editor)  # type: ignore[arg-type]  # the fixture is a user
    return client


@pytest.mark.parametrize("base", BASES, ids=str)
@pytest.mark.parametrize("address", SHORT)
def test_short_form_changes_nothing_and_leads_back(
    as_editor: Client, bank: Bank, address: str, base: dict[str, str]
) -> None:
    before = data_of(bank)
    answer = as_editor.post(address, base, headers={"referer": f"http://testserver{OUTLINE}"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"http://testserver{OUTLINE}")
    assert [str(each) for each in get_messages(answer.wsgi_request)] == [SAID]
    assert (data_of(bank), bank.revision) == (before, 1)


def test_nobody_is_led_elsewhere(as_editor: Client, bank: Bank) -> None:
    answer = as_editor.post(f"{OUTLINE}T01/copy/", {}, headers={"referer": "https://elsewhere.example/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, BANK)


@pytest.mark.parametrize("base", [None, "99999", "soon", str(2**63)])
def test_form_of_a_question_stands_there_as_it_was_typed(as_editor: Client, bank: Bank, base: str | None) -> None:
    address = f"{OUTLINE}T01/"
    answer = as_editor.post(address, typed_into(as_editor.get(address), text_en="Mine", base=base))
    assert (answer.status_code, bank.revision, STALE in answer.content.decode()) == (422, 1, True)
    again = typed_into(answer)
    assert (again["base"], again["text_en"]) == (["1"], ["Mine"])
    assert as_editor.post(address, again).status_code == 302
    assert data_of(bank)["sections"][1]["questions"][0]["text"]["en"] == "Mine"


@pytest.mark.parametrize(
    "address",
    [
        f"{SECTIONS}tools/",
        f"{SECTIONS}add/",
        f"{SECTIONS}tools/questions/add/",
        f"{BANK}scoring/nodes/people/",
        f"{BANK}scoring/head/",
        f"{BANK}scoring/examples/middling/",
    ],
)
@pytest.mark.parametrize("base", [{}, {"base": "99999"}, {"base": "soon"}], ids=str)
def test_long_form_says_that_it_was_out_of_date(
    as_editor: Client, bank: Bank, address: str, base: dict[str, str]
) -> None:
    before = data_of(bank)
    answer = as_editor.post(address, {"title_en": "Mine", **base})
    said = answer.content.decode()
    assert (answer.status_code, STALE in said, "whole number" in said) == (422, True, False)
    assert 'name="base" value="1"' in said
    assert data_of(bank) == before
