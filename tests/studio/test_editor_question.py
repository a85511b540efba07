"""The form of a question: everything a question has, saved, refused, redrawn."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank
from tests.studio.editor_banks import OUTLINE, both, data_of, edited, small_bank, small_playbook
from tests.studio.typed_forms import typed_into

T01 = f"{OUTLINE}T01/"
FRAMEWORKS = settings.BASE_DIR / "assessment/bank/content/frameworks"


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def question(bank: Bank, key: str = "T01") -> Data:
    return next(q for section in data_of(bank)["sections"] for q in section["questions"] if q["key"] == key)


def save(client: Client, address: str = T01, **changes: Any) -> Any:
    return client.post(address, typed_into(client.get(address), **changes))


def problems(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422
    return [(problem.field, problem.message) for problem in answer.context["problems"]]


@pytest.mark.parametrize("key", ["staff", "T01", "T02", "T03", "P01"])
def test_saving_an_untouched_form_changes_nothing(as_editor: Client, bank: Bank, key: str) -> None:
    before = data_of(bank)
    assert save(as_editor, f"{OUTLINE}{key}/").status_code == 302
    assert data_of(bank) == before
    assert bank.revision == 1


@pytest.mark.parametrize("name", sorted(path.name for path in FRAMEWORKS.glob("*.yaml") if "." not in path.stem))
def test_no_question_of_a_published_framework_loses_anything(as_editor: Client, db: None, name: str) -> None:
    bank = load_bank(document=read_bank_file(FRAMEWORKS / name))
    before = data_of(bank)
    for section in before["sections"]:
        last = section["questions"][-1]["key"]
        assert save(as_editor, f"/studio/banks/{bank.slug}/questions/{last}/").status_code == 302
    assert data_of(bank) == before


def test_typo_is_mended(as_editor: Client, bank: Bank) -> None:
    answer = save(as_editor, text_en="Does your shop have a website?")
    assert answer.headers["Location"] == T01
    assert question(bank)["text"] == both("Does your shop have a website?", "有网站吗？")
    assert [str(each) for each in as_editor.get(T01).context["messages"]] == ["Saved."]


def test_everything_of_a_choice_is_saved(as_editor: Client, bank: Bank) -> None:
    changes = {"help_en": "Any.", "core": None, "allow_not_applicable": "on", "options-1-credit": "0.25"}
    save(as_editor, **changes)
    saved = question(bank)
    assert (saved["help"], "core" in saved, saved["allow_not_applicable"]) == ({"en": "Any."}, False, True)
    assert [option["credit"] for option in saved["options"]] == ["0", "0.25", "1"]


def test_points_take_the_place_of_credits(as_editor: Client, bank: Bank) -> None:
    points = {f"options-{place}-points": str(place) for place in range(3)}
    save(as_editor, worth="points", full_points="4", **points)
    saved = question(bank)
    assert [(option["points"], "credit" in option) for option in saved["options"]] == [
        ("0", False),
        ("1", False),
        ("2", False),
    ]
    assert saved["maximum"] == "4"


def test_number_with_ranges(as_editor: Client, bank: Bank) -> None:
    bands = {"bands-TOTAL_FORMS": "2", "bands-0-upto": "20", "bands-0-credit": "0"}
    bands |= {"bands-1-upto": "100", "bands-1-credit": "1", "bands-1-label_en": "Many"}
    save(as_editor, f"{OUTLINE}P01/", counted="bands", unit_en="%", decimals="1", **bands)
    saved = question(bank, "P01")
    assert saved["bands"] == [{"upto": "20", "credit": "0"}, {"upto": "100", "credit": "1", "label": {"en": "Many"}}]
    assert ("linear" in saved, saved["unit"], saved["decimals"]) == (False, {"en": "%"}, 1)


def test_weight_is_changed_and_nodes_are_added_and_left(as_editor: Client, bank: Bank) -> None:
    feeds = {"feeds-TOTAL_FORMS": "2", "feeds-0-weight": "5", "feeds-1-node": "people", "feeds-1-weight": "2"}
    save(as_editor, **feeds)
    measures = {node["key"]: node.get("measures") for node in data_of(bank)["nodes"]}
    assert measures["tools"] == [{"question": "T01", "weight": "5"}, {"question": "T02", "weight": "1"}]
    assert measures["people"] == [{"question": "P01", "weight": "1"}, {"question": "T01", "weight": "2"}]
    save(as_editor, **{"feeds-0-node": ""})
    measures = {node["key"]: node.get("measures") for node in data_of(bank)["nodes"]}
    assert measures["tools"] == [{"question": "T02", "weight": "1"}]


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        ("T01", {"text_en": "", "text_zh-hans": ""}, ("f-text", "This field is required.")),
        ("T01", {"text_en": "a\x00b"}, ("f-text", "Null characters are not allowed.")),
        ("T01", {"options-1-credit": "half"}, ("f-options-1-credit", "Enter a number.")),
        ("T01", {"options-1-credit": "NaN"}, ("f-options-1-credit", "Enter a number.")),
        ("T01", {"options-1-credit": "1e-9999"}, ("f-options-1-credit", "Write this number with fewer digits.")),
        (
            "T01",
            {"options-1-credit": ""},
            ("f-options-1-credit", "Say what this option is worth, or score the options “not at all”."),
        ),
        ("T01", {"options-1-key": "l0"}, ("f-options-1-key", "This stands here twice.")),
        (
            "T01",
            {"options-1-key": "unknown"},
            ("f-options-1-key", "“unknown” is kept for another answer. Choose another key."),
        ),
        ("T01", {"feeds-0-weight": "-1"}, ("f-feeds-0-weight", "Ensure this value is greater than or equal to 0.")),
        ("T01", {"feeds-0-node": "overall"}, ("f-feeds-0-node", "")),
        ("T01", {"kind": "multi"}, ("f-worth", "Where several options may be ticked they are scored by points.")),
        ("T01", {"kind": "table"}, ("f-kind", "A table needs one row at least.")),
        ("P01", {"minimum": ""}, ("f-minimum", "A percentage needs this. Usually it is 0 and 100.")),
        ("P01", {"maximum": "0"}, ("f-maximum", "The greatest number must be more than the least.")),
        ("P01", {"counted": "bands"}, ("f-counted", "Give one range at least.")),
        ("P01", {"full_at": "0"}, ("f-full_at", "The two numbers must differ.")),
        ("P01", {"numerator_en": "a"}, ("f-denominator", "Name both counts, or none.")),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    as_editor: Client, bank: Bank, key: str, changes: dict[str, Any], expected: tuple[str, str]
) -> None:
    before = data_of(bank)
    found = problems(save(as_editor, f"{OUTLINE}{key}/", **changes))
    field, message = expected
    assert [said for at, said in found if at == field and (said == message or not message)] != []
    assert data_of(bank) == before


def test_refusal_is_told_in_chinese_and_keeps_what_was_typed(as_editor: Client, bank: Bank) -> None:
    sent = typed_into(as_editor.get(T01), **{"options-1-credit": "half", "text_en": "New words"})
    answer = as_editor.post(T01, sent, headers={"accept-language": "zh-hans"})
    assert problems(answer) == [("f-options-1-credit", "输入一个数字。")]
    again = typed_into(answer)
    assert (again["options-1-credit"], again["text_en"]) == (["half"], ["New words"])


def test_option_that_a_rule_names_stays(as_editor: Client, bank: Bank) -> None:
    small_playbook()
    sent = typed_into(as_editor.get(T01), act="remove:options:0")
    redrawn = as_editor.post(T01, sent)
    answer = as_editor.post(T01, typed_into(redrawn))
    assert answer.status_code == 422
    assert [use.url for use in answer.context["shown"].outcome.in_use] == [
        f"/studio/banks/{bank.slug}/advice/rules/R1/#at-when"
    ]
    assert [option["key"] for option in question(bank)["options"]] == ["l0", "l1", "l2"]


def test_editors_of_different_fields_both_get_their_way(as_editor: Client, bank: Bank, second_editor: User) -> None:
    sent = typed_into(as_editor.get(T01), text_en="Mine")
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"][0]["short"].update(en="Theirs"))
    assert as_editor.post(T01, sent).status_code == 302
    assert (question(bank)["text"]["en"], question(bank)["short"]["en"]) == ("Mine", "Theirs")


def test_nobody_overwrites_the_same_field_unseen(as_editor: Client, bank: Bank, second_editor: User) -> None:
    sent = typed_into(as_editor.get(T01), text_en="Mine")
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"][0]["text"].update(en="Theirs"))
    answer = as_editor.post(T01, sent)
    assert answer.status_code == 409
    assert question(bank)["text"]["en"] == "Theirs"
    again = typed_into(answer)
    assert (again["text_en"], again["base"]) == (["Mine"], ["2"])
    assert "Theirs" in answer.content.decode()
    assert as_editor.post(T01, again).status_code == 302
    assert question(bank)["text"]["en"] == "Mine"


def test_question_that_was_removed_meanwhile_keeps_what_was_typed(
    as_editor: Client, bank: Bank, second_editor: User
) -> None:
    address = f"{OUTLINE}T03/"
    sent = typed_into(as_editor.get(address), text_en="Mine")
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"].pop())
    answer = as_editor.post(address, sent)
    assert (answer.status_code, typed_into(answer)["text_en"]) == (409, ["Mine"])


def test_publisher_reads_and_saves_nothing(client: Client, bank: Bank, publisher: User) -> None:
    client.force_login(publisher)
    page = client.get(T01)
    assert (page.status_code, "ed-save" in page.content.decode()) == (200, False)
    assert client.post(T01, typed_into(page, text_en="Mine")).status_code == 404
    assert question(bank)["text"]["en"] == "Do you have a website?"


def test_items_of_frameworks_are_offered_in_the_language_of_the_reader(as_editor: Client, db: None) -> None:
    item = {"key": "F1", "title": both("Network construction", "网络建设")}
    small_bank(frameworks=[{"key": "MIIT2024", "title": both("Table", "指标"), "items": [item]}])
    for language, title in (("en", "Network construction"), ("zh-hans", "网络建设")):
        added = typed_into(as_editor.get(T01), act="add:crosswalk")
        html = as_editor.post(T01, added, headers={"accept-language": language}).content.decode()
        found = re.findall(r'<option value="MIIT2024:F1">([^<]*)</option>', html)
        assert set(found) == {f"MIIT2024 · {title}"}


def test_text_that_is_missing_in_a_language_is_said_at_the_field(as_editor: Client, bank: Bank) -> None:
    warning = "English text is missing: respondents see another language instead, and the check blocks a release."
    page = as_editor.get(T01)
    assert warning not in page.content.decode()
    saved = as_editor.post(T01, typed_into(page, text_en=""), follow=True)
    assert (saved.status_code, warning in saved.content.decode()) == (200, True)


@pytest.mark.parametrize("lines", ["crosswalk", "options", "feeds"])
def test_line_is_added_and_can_be_filled_in(as_editor: Client, bank: Bank, lines: str) -> None:
    page = as_editor.get(T01)
    before = len(page.context["lines"][lines].forms)
    added = as_editor.post(T01, typed_into(page, act=f"add:{lines}"))
    assert len(added.context["lines"][lines].forms) == before + 1
    again = as_editor.post(T01, typed_into(added, act=f"add:{lines}"))
    assert len(again.context["lines"][lines].forms) == before + 2


def test_lines_that_never_came_are_not_made(as_editor: Client, bank: Bank) -> None:
    huge = {f"{name}-TOTAL_FORMS": "99999999999" for name in ("feeds", "crosswalk", "options")}
    refused = as_editor.post(T01, typed_into(as_editor.get(T01), **huge))
    assert (refused.status_code, len(refused.context["lines"]["crosswalk"].forms)) == (422, 0)
    assert "Please submit at most 60 forms." not in refused.content.decode()
    assert any("60" in each.message for each in refused.context["problems"])
