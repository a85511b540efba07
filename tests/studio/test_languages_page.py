"""Side-by-side translation: what is listed, saved together, marked as stale and confirmed."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Bank, BankChange, ChangeKind
from recommendations.playbook.models import PlaybookChange
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft, playbook_draft
from tests.studio.working_copies import at, edit_bank, edit_playbook, open_workshop

PAGE = "/studio/banks/four-barriers/languages/"
EQ04 = "bank:sections.equipment.questions.EQ04.help"
RULE = "playbook:rules.R-A01-maintenance.because"


@pytest.fixture
def workshop(editor: User) -> Workshop:
    return open_workshop(editor)


@pytest.fixture
def client(editor: User) -> Client:
    return signed_in(editor)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def eq04(data: Any) -> Any:
    return at(data, "sections", "equipment", "questions", "EQ04")


def texts(workshop: Workshop) -> tuple[dict[str, str], dict[str, str]]:
    """The help of EQ04 and the reason of the rule, as they stand now."""
    fresh = Workshop(Bank.objects.get(), workshop.playbook, workshop.person, True, True)
    return eq04(bank_draft(fresh).data)["help"], at(playbook_draft(fresh).data, "rules", "R-A01-maintenance", "because")


def posted(*rows: tuple[str, str], base: int = 1, **more: Any) -> dict[str, Any]:
    data = {"source": "en", "target": "zh-hans", "base_bank": base, "base_playbook": 1} | more
    for index, (place, text) in enumerate(rows):
        data |= {f"place-{index}": place, f"text-{index}": text}
    return data


def seen(page: Any) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode())))


def test_texts_of_both_documents_are_saved_together(workshop: Workshop, client: Client) -> None:
    reply = client.post(PAGE + "?part=questions", posted((EQ04, "新说明"), (RULE, "新理由")))
    assert (reply.status_code, reply["Location"]) == (302, PAGE + "?part=questions")
    help_text, because = texts(workshop)
    assert (help_text["zh-hans"], because["zh-hans"]) == ("新说明", "新理由")
    assert "2 texts saved." in seen(client.get(PAGE))


def test_playbook_lists_the_language_that_it_is_translated_into(
    workshop: Workshop, client: Client, editor: User
) -> None:
    edit_bank(editor, lambda data: data["locales"].append("de"))
    client.post(PAGE + "?target=de", posted((RULE, "Weil"), base=2, target="de"))
    assert workshop.playbook is not None
    workshop.playbook.refresh_from_db()
    data = playbook_draft(workshop).data
    assert (data["locales"], at(data, "rules", "R-A01-maintenance", "because")["de"]) == (
        ["en", "zh-hans", "de"],
        "Weil",
    )
    assert PlaybookChange.objects.count() == 2


def test_nothing_is_saved_of_either_document_where_one_was_overtaken(
    workshop: Workshop, client: Client, second_editor: User
) -> None:
    before = texts(workshop)

    def other(data: Any) -> None:
        at(data, "rules", "R-A01-maintenance")["because"]["zh-hans"] = "别人的理由"

    edit_playbook(second_editor, other)
    page = client.post(PAGE, posted((EQ04, "新说明"), (RULE, "新理由")))
    assert page.status_code == 409
    said = seen(page)
    assert "Somebody else changed the same meanwhile" in said and "Second-editor" in said
    assert "Stands there now 别人的理由 You wrote 新理由" in said
    assert texts(workshop)[0] == before[0]
    content = page.content.decode()
    assert 'name="base_playbook" value="2"' in content and 'name="base_bank" value="1"' in content
    assert "新说明</textarea>" in content and "新理由</textarea>" in content
    again = client.post(PAGE, posted((EQ04, "新说明"), (RULE, "新理由"), base_playbook=2))
    assert again.status_code == 302
    assert texts(workshop)[1]["zh-hans"] == "新理由"


def test_what_others_translated_in_other_rows_is_kept(workshop: Workshop, client: Client, second_editor: User) -> None:
    edit_bank(second_editor, lambda data: eq04(data)["help"].update({"zh-hans": "别人写的"}))
    old = eq04(bank_draft(workshop, base=1).data)["help"]["zh-hans"]
    client.post(PAGE, posted((EQ04, old), (RULE, "新理由")))
    assert (texts(workshop)[0]["zh-hans"], texts(workshop)[1]["zh-hans"]) == ("别人写的", "新理由")


def test_missing_text_is_listed_and_counted(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, lambda data: eq04(data)["help"].pop("zh-hans"))
    said = seen(client.get(PAGE + "?show=missing&target=zh-hans"))
    assert "Missing 1" in said and "576 of 577" in said
    assert "Question “Plant network” (EQ04) help text Missing" in said


def test_translation_is_stale_until_it_is_written_or_confirmed(
    workshop: Workshop, client: Client, editor: User
) -> None:
    edit_bank(editor, lambda data: eq04(data)["help"].update(en="Choose what works daily, not what is planned."))
    page = client.get(PAGE + "?show=stale&target=zh-hans")
    assert "<del>every day</del><ins>daily</ins>" in page.content.decode()
    old = texts(workshop)[0]["zh-hans"]
    client.post(PAGE, posted((EQ04, old), base=2, confirm=0))
    assert "Source changed since 0" in seen(client.get(PAGE + "?show=stale"))
    last = BankChange.objects.latest("revision")
    assert (last.kind, last.confirmed) == (ChangeKind.CONFIRMED, [EQ04.removeprefix("bank:") + ".zh-hans"])


def test_confirming_saves_what_was_written_beside_it(workshop: Workshop, client: Client) -> None:
    client.post(PAGE, posted((EQ04, "新说明"), (RULE, texts(workshop)[1]["zh-hans"]), confirm=1))
    assert texts(workshop)[0]["zh-hans"] == "新说明"
    assert PlaybookChange.objects.latest("revision").kind == ChangeKind.CONFIRMED


def test_unstorable_and_too_long_texts_are_named_and_nothing_is_lost(workshop: Workshop, client: Client) -> None:
    page = client.post(PAGE, posted((EQ04, "a\x07b"), (RULE, "字" * 4001)))
    assert page.status_code == 422
    said = seen(page)
    assert "There is a problem" in said and "at most 4000 characters" in said and "U+0007" in said
    assert "字" * 4001 in page.content.decode()
    assert BankChange.objects.count() == 1


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"source": "en"},
        posted(("bank:nowhere.at.all", "x")),
        posted(("bank:" + "x." * 400, "x")),
        posted(("nothing", "x")),
        posted(("playbook:sections.equipment.title", "x")),
        posted((EQ04, "x"), target="xx"),
        posted((EQ04, "x"), base_bank="x"),
        posted((EQ04, "x"), base_bank="9" * 30),
        posted((EQ04, "x"), confirm="-1"),
    ],
)
def test_hostile_forms_find_nothing(workshop: Workshop, client: Client, data: dict[str, Any]) -> None:
    assert client.post(PAGE, data).status_code == 404
    assert BankChange.objects.count() == 1


@pytest.mark.parametrize(
    "query", ["?page=x", "?page=-4", "?page=99999", "?source=xx&target=yy", "?show=%FF&part=zz&q=%F0"]
)
def test_hostile_addresses_show_the_page(workshop: Workshop, client: Client, query: str) -> None:
    assert "How much is translated" in seen(client.get(PAGE + query))


def test_publisher_reads_and_does_not_write(workshop: Workshop, publisher: User, stranger: User) -> None:
    page = signed_in(publisher).get(PAGE).content.decode()
    assert "Save translations" not in page and "readonly" in page
    assert signed_in(publisher).post(PAGE, posted((EQ04, "x"))).status_code == 404
    assert signed_in(stranger).get(PAGE).status_code == 404


def test_search_and_part_narrow_the_list(workshop: Workshop, client: Client) -> None:
    content = client.get(PAGE + "?part=questions&q=every+day,+not+what+is+planned").content.decode()
    assert re.findall(r'name="place-\d+" value="([^"]+)"', content) == [EQ04]


def test_page_asks_equally_often_for_few_and_many_texts(
    workshop: Workshop, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(PAGE)
    with django_assert_num_queries(17):
        client.get(PAGE + "?q=what+is+planned")
    with django_assert_num_queries(17):
        client.get(PAGE)
