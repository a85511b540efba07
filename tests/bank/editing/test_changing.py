"""Two people at one working copy: nothing is lost, nothing overwritten silently, everything can be taken back."""

import copy
from collections.abc import Callable

import pytest
from django.conf import settings

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.editing.actions import (
    NothingToUndo,
    Overtaken,
    change_copy,
    confirm_texts,
    redo_change,
    undo_change,
)
from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.flat import Data
from assessment.bank.editing.history import changes_since, rewound, undoing
from assessment.bank.faults import DocumentError
from assessment.bank.models import Bank, BankChange, ChangeKind

SHIPPED = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"


@pytest.fixture
def bank(db: None) -> Bank:
    return load_bank(document=read_bank_file(SHIPPED))


def edit(bank: Bank, by: User, base: int, change: Callable[[Data], None]) -> BankChange | None:
    bank.refresh_from_db()
    current = BANK.data(bank)
    data = copy.deepcopy(rewound(current, changes_since(BANK, bank, base)))
    change(data)
    return change_copy(craft=BANK, copy=bank, base=base, data=data, by=by)


def with_options(data: Data) -> tuple[Data, Data]:
    """The first section and question that has options."""
    return next((s, q) for s in data["sections"] for q in s["questions"] if q.get("options"))


def titled(title: str) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        data["title"]["en"] = title

    return change


def noticed(notice: str) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        data["notice"]["en"] = notice

    return change


def test_loading_begins_the_history(bank: Bank) -> None:
    assert [(change.revision, change.kind) for change in bank.changes.all()] == [(1, ChangeKind.STARTED)]
    load_bank(document=read_bank_file(SHIPPED))
    assert bank.changes.count() == 1


def test_change_is_kept_with_person_and_place(bank: Bank, editor: User) -> None:
    change = edit(bank, editor, 1, titled("Better"))
    assert change is not None
    assert (change.revision, change.by, change.kind) == (2, editor, ChangeKind.EDITED)
    assert [each["place"] for each in change.differences] == [["title", "en"]]
    bank.refresh_from_db()
    assert (bank.title["en"], bank.revision) == ("Better", 2)
    event = AuditEvent.objects.latest("pk")
    assert (event.event, event.object_id, event.actor, event.details["places"]) == (
        "copy.changed",
        bank.slug,
        editor,
        ["title.en"],
    )


def test_saving_without_a_change_leaves_no_trace(bank: Bank, editor: User) -> None:
    assert edit(bank, editor, 1, lambda data: None) is None
    assert bank.changes.count() == 1


def test_two_editors_of_different_places_both_win(bank: Bank, editor: User, second_editor: User) -> None:
    edit(bank, editor, 1, titled("Better"))
    edit(bank, second_editor, 1, noticed("Also new"))
    data = BANK.data(Bank.objects.get())
    assert (data["title"]["en"], data["notice"]["en"]) == ("Better", "Also new")


def test_two_editors_of_one_place_never_overwrite_silently(bank: Bank, editor: User, second_editor: User) -> None:
    edit(bank, editor, 1, titled("First"))

    def both(data: Data) -> None:
        titled("Second")(data)
        noticed("New too")(data)

    with pytest.raises(Overtaken) as raised:
        edit(bank, second_editor, 1, both)
    [overlap] = raised.value.overlaps
    assert (overlap.clash.current, overlap.clash.difference.after) == ("First", "Second")
    assert overlap.change is not None and overlap.change.by == editor
    assert (raised.value.revision, raised.value.data["title"]["en"], raised.value.data["notice"]["en"]) == (
        2,
        "Second",
        "New too",
    )
    assert BANK.data(Bank.objects.get())["title"]["en"] == "First"


def test_undo_and_redo_walk_the_history(bank: Bank, editor: User) -> None:
    start = BANK.data(bank)
    first, second = edit(bank, editor, 1, titled("One")), edit(bank, editor, 2, titled("Two"))
    assert first is not None and second is not None
    undo_change(craft=BANK, copy=bank, change_id=second.pk, by=editor)
    undo_change(craft=BANK, copy=bank, change_id=first.pk, by=editor)
    assert BANK.data(Bank.objects.get()) == start
    state = undoing(BANK, bank)
    assert (state.undo, state.redo) == (None, first)
    redo_change(craft=BANK, copy=bank, change_id=first.pk, by=editor)
    state = undoing(BANK, bank)
    assert (state.undo, state.redo) == (first, second)
    edit(bank, editor, 6, titled("Three"))
    assert undoing(BANK, bank).redo is None


def test_only_the_last_change_can_be_undone(bank: Bank, editor: User) -> None:
    first = edit(bank, editor, 1, titled("One"))
    edit(bank, editor, 2, titled("Two"))
    assert first is not None
    with pytest.raises(NothingToUndo):
        undo_change(craft=BANK, copy=bank, change_id=first.pk, by=editor)
    with pytest.raises(NothingToUndo):
        redo_change(craft=BANK, copy=bank, change_id=first.pk, by=editor)
    assert BANK.data(Bank.objects.get())["title"]["en"] == "Two"


def test_what_cannot_be_stored_changes_nothing(bank: Bank, editor: User) -> None:
    def twice(data: Data) -> None:
        data["sections"][1]["questions"].append(copy.deepcopy(data["sections"][1]["questions"][0]))

    def wrong(data: Data) -> None:
        with_options(data)[1]["options"][0]["credit"] = "2"

    for change in (twice, wrong):
        with pytest.raises(DocumentError):
            edit(bank, editor, 1, change)
    assert bank.changes.count() == 1


def test_fault_names_the_address(bank: Bank, editor: User) -> None:
    data = BANK.data(bank)
    section, question = with_options(data)
    question["options"][0]["credit"] = "2"
    with pytest.raises(DocumentError) as raised:
        change_copy(craft=BANK, copy=bank, base=1, data=data, by=editor)
    place = f"sections.{section['key']}.questions.{question['key']}.options.{question['options'][0]['key']}.credit"
    assert [fault.place for fault in raised.value.faults] == [place]


def test_confirming_a_translation_can_neither_be_undone_nor_hides_what_can(bank: Bank, editor: User) -> None:
    change = edit(bank, editor, 1, titled("One"))
    confirm_texts(craft=BANK, copy=bank, places=["title.zh-hans"], by=editor)
    assert undoing(BANK, bank).undo == change
