"""Stale marks from the change log: what a translation was made from, and what came after."""

from typing import Any

import pytest

from assessment.accounts.models import User
from assessment.bank.editing.actions import confirm_texts, undo_change
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank
from recommendations.studio.languages.numbers import same_numbers
from recommendations.studio.languages.past import Past
from recommendations.studio.languages.registry import PlacedText, part_at, put_text
from recommendations.studio.languages.standing import Doubt, Standing, State, standing_of
from tests.studio.working_copies import at, edit_bank, open_workshop

HELP = "sections.equipment.questions.EQ04.help"


@pytest.fixture
def writer(editor: User) -> User:
    open_workshop(editor)
    return editor


def write(person: User, locale: str, text: str) -> Any:
    return edit_bank(
        person, lambda data: at(data, "sections", "equipment", "questions", "EQ04")["help"].update({locale: text})
    )


def standing(place: str = HELP, source: str = "en", target: str = "zh-hans") -> Standing:
    bank = Bank.objects.get()
    text = PlacedText(place, part_at(BANK.data(bank), place.split(".")), False)
    return standing_of(text, Past(bank.changes.order_by("revision")), source, target)


def test_text_that_nobody_touched_is_fine(writer: User) -> None:
    assert standing() == Standing(State.FINE)


def test_changed_source_makes_the_translation_stale_and_is_remembered(writer: User) -> None:
    write(writer, "en", "First")
    write(writer, "en", "Second")
    assert standing() == Standing(State.STALE, "Choose what works every day, not what is planned.")


def test_translation_written_after_the_source_is_fine_and_not_stale_the_other_way(writer: User) -> None:
    write(writer, "en", "First")
    write(writer, "zh-hans", "第一")
    assert standing() == Standing(State.FINE)
    assert standing(source="zh-hans", target="en").state is State.STALE


def test_both_written_at_once_are_fine(writer: User) -> None:
    def both(data: Any) -> None:
        at(data, "sections", "equipment", "questions", "EQ04")["help"].update({"en": "New", "zh-hans": "新的"})

    edit_bank(writer, both)
    assert standing().state is State.FINE


def test_source_that_was_changed_and_changed_back_is_fine(writer: User) -> None:
    change = write(writer, "en", "First")
    undo_change(craft=BANK, copy=Bank.objects.get(), change_id=change.pk, by=writer)
    assert standing() == Standing(State.FINE)


def test_confirmed_translation_is_fine_until_the_source_changes_again(writer: User) -> None:
    write(writer, "en", "First")
    confirm_texts(craft=BANK, copy=Bank.objects.get(), places=[HELP + ".zh-hans"], by=writer)
    assert standing() == Standing(State.FINE)
    write(writer, "en", "Second")
    assert standing() == Standing(State.STALE, "First")


def test_source_that_says_again_what_the_translation_was_made_for_is_fine(writer: User) -> None:
    write(writer, "en", "First")
    confirm_texts(craft=BANK, copy=Bank.objects.get(), places=[HELP + ".zh-hans"], by=writer)
    write(writer, "en", "Choose what works every day, not what is planned.")
    assert standing() == Standing(State.FINE)
    write(writer, "en", "Second")
    assert standing() == Standing(State.STALE, "First")
    write(writer, "en", "First")
    assert standing() == Standing(State.FINE)


def test_translation_that_was_undone_is_for_the_source_of_its_time(writer: User) -> None:
    write(writer, "en", "First")
    change = write(writer, "zh-hans", "第一")
    undo_change(craft=BANK, copy=Bank.objects.get(), change_id=change.pk, by=writer)
    assert standing() == Standing(State.STALE, "Choose what works every day, not what is planned.")


def test_removed_text_that_is_brought_back_keeps_its_stale_mark(writer: User) -> None:
    write(writer, "en", "First")

    def remove(data: Any) -> None:
        del at(data, "sections", "equipment", "questions", "EQ04")["help"]

    change = edit_bank(writer, remove)
    undo_change(craft=BANK, copy=Bank.objects.get(), change_id=change.pk, by=writer)
    assert standing() == Standing(State.STALE, "Choose what works every day, not what is planned.")


def test_stale_mark_follows_a_question_into_another_section(writer: User) -> None:
    write(writer, "en", "First")

    def move(data: Any) -> None:
        questions = at(data, "sections", "equipment")["questions"]
        moved = questions.pop(next(index for index, each in enumerate(questions) if each["key"] == "EQ04"))
        at(data, "sections", "talent")["questions"].append(moved)

    edit_bank(writer, move)
    moved = standing("sections.talent.questions.EQ04.help")
    assert (moved.state, moved.before) == (State.STALE, "Choose what works every day, not what is planned.")


def test_question_that_is_new_is_fine(writer: User) -> None:
    def add(data: Any) -> None:
        copy = {**at(data, "sections", "equipment", "questions", "EQ05"), "key": "EQ99"}
        at(data, "sections", "equipment")["questions"].append(copy)

    edit_bank(writer, add)
    assert standing("sections.equipment.questions.EQ99.text").state is State.FINE


def test_text_in_one_item_of_a_list_is_followed(writer: User) -> None:
    def change(data: Any) -> None:
        at(data, "sections", "rd_production", "questions", "RD03")["bands"][1]["label"]["en"] = "Some"

    edit_bank(writer, change)
    bands = "sections.rd_production.questions.RD03.bands"
    assert [standing(f"{bands}.{index}.label").state for index in (0, 1)] == [State.FINE, State.STALE]


@pytest.mark.parametrize(
    ("source", "target", "state", "doubts"),
    [
        ("A text", "", State.MISSING, ()),
        ("", "文字", State.FINE, ()),
        ("A text", "A text", State.AGAIN, (Doubt.SAME,)),
        ("50 %", "50 %", State.FINE, ()),
        ("{answer.EQ04} so", "这样", State.AGAIN, (Doubt.SLOTS,)),
        ("At least 40", "至少30", State.AGAIN, (Doubt.NUMBERS,)),
        ("At least 40", "至少40", State.FINE, ()),
    ],
)
def test_doubts(source: str, target: str, state: State, doubts: tuple[Doubt, ...]) -> None:
    text = PlacedText("title", {"en": source, "zh-hans": target}, False)
    assert standing_of(text, Past([]), "en", "zh-hans") == Standing(state, doubts=doubts)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("8 March 2022", "2022年3月8日", True),
        ("Under 10,000 yuan", "1万元以下", True),
        ("50 million", "5000万", True),
        ("twelve months", "12个月", True),
        ("One of three", "3项之一", True),
        ("12 million", "120万", False),
        ("20 %", "25 %", False),
        ("", "25 %", False),
    ],
)
def test_numbers_are_compared_however_they_are_written(one: str, other: str, same: bool) -> None:
    assert (same_numbers(one, other), same_numbers(other, one)) == (same, same)


def test_text_is_put_where_it_belongs_and_nowhere_else() -> None:
    data: dict[str, Any] = {"steps": [{"en": "One"}], "items": [{"key": "a", "title": {"en": "A"}}]}
    put_text(data, ("steps", "0"), "zh-hans", "一")
    put_text(data, ("items", "a", "title"), "en", "")
    put_text(data, ("items", "a", "why"), "en", "Because")
    for place in (("steps", "7"), ("items", "zz", "title"), ("nowhere", "x", "y")):
        put_text(data, place, "en", "lost")
    assert data == {
        "steps": [{"en": "One", "zh-hans": "一"}],
        "items": [{"key": "a", "title": {}, "why": {"en": "Because"}}],
    }
