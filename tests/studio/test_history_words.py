"""Differences in words: every field has a name, and changes read as people would say them, in both languages."""

import copy
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from django.utils import translation
from pydantic import BaseModel

from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.differences import differences
from assessment.bank.editing.flat import Data
from assessment.scoring.conditions import All, AnyOf, Not, Test
from assessment.scoring.document import BankDocument
from recommendations.playbook.craft import PLAYBOOK
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.history.effects import Effect
from recommendations.studio.history.lines import Line
from recommendations.studio.history.speakers import speakers_between
from recommendations.studio.history.value_words import FIELDS
from tests.studio.working_copies import at, shipped_bank, shipped_playbook

Change = Callable[[Data], Any]


def models_below(part: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if isinstance(part, type) and issubclass(part, BaseModel) and part not in seen:
        seen.add(part)
        yield part
        for field in part.model_fields.values():
            yield from models_below(field.annotation, seen)
    for inner in get_args(part):
        yield from models_below(inner, seen)


def test_every_field_of_both_schemas_has_a_name() -> None:
    conditions = {All, AnyOf, Not, Test}
    models = {*models_below(BankDocument, set()), *models_below(PlaybookDocument, set())} - conditions
    missing = [
        f"{model.__name__}.{name}"
        for model in sorted(models, key=lambda model: model.__name__)
        for name in model.model_fields
        if name not in FIELDS.get(model, {})
    ]
    assert missing == []


def said(change: Change, language: str = "en", in_playbook: bool = False) -> list[Line]:
    """The lines of one change of the shipped bank or playbook."""
    bank, playbook = shipped_bank(), shipped_playbook()
    craft: Any = PLAYBOOK if in_playbook else BANK
    before = craft.flat(playbook if in_playbook else bank)
    after = copy.deepcopy(before)
    change(after)
    document = craft.document(copy.deepcopy(after), "four-barriers")
    new = (bank, document) if in_playbook else (document, playbook)
    with translation.override(language):
        lines = speakers_between((bank, playbook), new, language)[craft.word].lines(differences(before, after))
        for line in lines:
            assert line.sentence and line.title
        return lines


def sentences(change: Change, language: str = "en", in_playbook: bool = False) -> list[str]:
    bank, playbook = shipped_bank(), shipped_playbook()
    lines = said(change, language, in_playbook)
    assert (bank, playbook) == (shipped_bank(), shipped_playbook())
    return [line.sentence for line in lines]


def eq04(data: Data) -> Any:
    return at(data, "sections", "equipment", "questions", "EQ04")


def drop_short(data: Data) -> None:
    del eq04(data)["short"]["zh-hans"]


def cheapen(data: Data) -> None:
    at(eq04(data), "options", "line")["points"] = "3"


def require(data: Data) -> None:
    eq04(data)["required"] = True


def hide(data: Data) -> None:
    eq04(data)["visible_if"] = {"fact": "profile.has_production", "op": "is", "value": "no"}


def weigh(data: Data) -> None:
    at(data, "nodes", "equipment")["weight"] = "2"


def relabel_class(data: Data) -> None:
    data["size"]["labels"]["micro"]["en"] = "Tiny"


def last_first(data: Data) -> None:
    options = eq04(data)["options"]
    options.insert(0, options.pop(1))


def second_first(data: Data) -> None:
    questions = at(data, "sections", "equipment")["questions"]
    questions.insert(0, questions.pop(1))


def example_more(data: Data) -> None:
    data["examples"].append({**data["examples"][0], "key": "one_more"})


def lower_coverage(data: Data) -> None:
    data["minimum_coverage"] = "0.5"


def rehome(data: Data) -> None:
    at(data, "nodes", "eq_digital")["parent"] = "talent"


def answer(data: Data) -> None:
    at(data, "examples", "all_lowest")["answers"]["EQ04"] = ["line"]


def drop_line(data: Data) -> None:
    data["consistency"].pop(0)


@pytest.mark.parametrize(
    ("change", "english"),
    [
        (drop_short, ["Question “Plant network” (EQ04): short name, 简体中文: 工厂网络 → nothing"]),
        (
            cheapen,
            [
                "Option “The network reaches every line or workplace that needs it” of question “Plant network” (EQ04):"
                " points: 2 → 3"
            ],
        ),
        (require, ["Question “Plant network” (EQ04): must be answered: no → yes"]),
        (
            hide,
            [
                "Question “Plant network” (EQ04): asked only if: now “Own production is “No”” instead of"
                " “Own production is “Yes””"
            ],
        ),
        (weigh, ["Barrier “Equipment and networks”: weight: 1 → 2 (its share of “Overall”: 25 % → 40 %)"]),
        (relabel_class, ["The bank: names of the classes, “micro”, English: Micro → Tiny"]),
        (lower_coverage, ["The bank: least share answered for a score: 0.6 → 0.5"]),
        (
            last_first,
            [
                "Option “The network reaches every line or workplace that needs it” of question “Plant network” (EQ04)"
                " was moved before option “Wired or wireless network covers offices and warehouse”"
            ],
        ),
        (
            answer,
            [
                "Worked example “Everything at its lowest”: answers, “Plant network”: None of these → The network"
                " reaches every line or workplace that needs it"
            ],
        ),
    ],
)
def test_changes_of_a_bank_read_as_people_say_them(change: Change, english: list[str]) -> None:
    assert sentences(change) == english


@pytest.mark.parametrize(
    ("change", "chinese"),
    [
        (weigh, ["障碍“设备与联网”：权重：1 → 2 （在“总体”中的占比：25 % → 40 %）"]),
        (cheapen, ["题目“工厂网络”（EQ04）的选项“有需要的产线和工位都通了网”：点数：2 → 3"]),
        (require, ["题目“工厂网络”（EQ04）：必答：否 → 是"]),
    ],
)
def test_changes_of_a_bank_read_in_chinese(change: Change, chinese: list[str]) -> None:
    assert sentences(change, "zh-hans") == chinese


def test_another_order_of_questions_says_so() -> None:
    [line] = said(second_first)
    assert line.reason == f"{line.title} (the order of questions changed)" == line.sentence


def test_node_that_was_moved_is_one_line() -> None:
    def move(data: Data) -> None:
        rehome(data)
        data["nodes"] = BANK.flat(BANK.document(copy.deepcopy(data), "four-barriers"))["nodes"]

    [line] = said(move)
    assert line.sentence.endswith(": place in the measure: Equipment and networks → Talent and organisation")


def test_removed_part_is_called_by_its_title() -> None:
    [line] = said(drop_line)
    assert line.sentence.startswith("Consistency check “") and line.sentence.endswith("” was removed")


def test_rule_that_asks_something_else_says_both_conditions() -> None:
    def change(data: Data) -> None:
        at(data, "rules", "R-A01-maintenance")["when"] = {"fact": "node.equipment", "op": "lt", "value": 40}

    [sentence] = sentences(change, in_playbook=True)
    assert sentence == (
        "Rule “List your machines and mark which can give out data” (R-A01-maintenance): condition: now “Equipment and"
        " networks is below 40” instead of “Looking after machines is “We repair when something breaks; there is no"
        " list of machines””"
    )


def test_references_read_as_titles() -> None:
    def change(data: Data) -> None:
        at(data, "rules", "R-A01-maintenance")["recommends"] = "A02"

    [sentence] = sentences(change, in_playbook=True)
    assert sentence.endswith(
        "recommended action: List your machines and mark which can give out data → Connect three to five bottleneck machines"
    )


def test_condition_about_what_is_not_there_is_shown_as_it_is_written() -> None:
    def change(data: Data) -> None:
        eq04(data)["visible_if"] = {"fact": "profile.gone", "op": "is", "value": "x"}

    [line] = said(change)
    assert line.new == '{"fact": "profile.gone", "op": "is", "value": "x"}'


def test_markup_in_texts_stays_text() -> None:
    def change(data: Data) -> None:
        eq04(data)["help"]["en"] = "<b>bold</b>"

    [line] = said(change)
    assert line.new == "<b>bold</b>" and "".join(mark.text for mark in line.marks if mark.did != "out") == "<b>bold</b>"


@pytest.mark.parametrize(
    ("change", "effect"),
    [
        (drop_short, Effect.WORDS),
        (relabel_class, Effect.WORDS),
        (answer, Effect.EXAMPLES),
        (weigh, Effect.SCORING),
        (last_first, Effect.ORDER),
        (second_first, Effect.ORDER),
        (example_more, Effect.EXAMPLES),
        (drop_line, Effect.SCORING),
    ],
)
def test_effect_agrees_with_the_structure_hash(change: Change, effect: Effect) -> None:
    assert {line.effect for line in said(change)} == {effect}
