"""Whatever consultants do, nothing of the engine's is lost or doubled, and what is undone was never there."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.folding import Change, apply, begin, fold, is_applicable, item_of, reverse_of

ENGINE = ["A", "B", "C"]
KEYS = [*ENGINE, "own-1", "own-2", "nowhere"]
OWN = {"title": {"en": "Ask the bank"}, "categories": []}
DATA: dict[OverlayKind, st.SearchStrategy[Any]] = {
    OverlayKind.HIDE: st.just({}),
    OverlayKind.SHOW: st.just({}),
    OverlayKind.MOVE: st.sampled_from(["", *KEYS]).map(lambda key: {"before": key}),
    OverlayKind.REWORD: st.sampled_from([{}, {"title": {"en": "Other words"}}, {"why": {"en": "So"}}]),
    OverlayKind.ADD: st.just(OWN),
    OverlayKind.REMOVE: st.just({}),
    OverlayKind.SERVICES: st.sampled_from([{"offerings": []}, {"offerings": ["a/b"]}, {"offerings": ["a/b", "c/d"]}]),
}


@st.composite
def one_change(draw: st.DrawFn) -> Change:
    kind = draw(st.sampled_from(list(OverlayKind)))
    reason, by = draw(st.sampled_from(["Because", "Since"])), draw(st.sampled_from(["Mei", "Anna"]))
    return Change(kind, draw(st.sampled_from(KEYS)), draw(DATA[kind]), reason=reason, by=by)


CHANGES = st.lists(one_change(), max_size=12)


@given(CHANGES)
def test_engines_items_are_never_lost_nor_doubled(changes: list[Change]) -> None:
    state = fold(begin(ENGINE), changes)
    keys = [item.key for item in state]
    assert sorted(key for key in keys if key in ENGINE) == ENGINE
    assert len(keys) == len(set(keys))
    assert {item.key: item.rank for item in state if not item.is_own} == {"A": 1, "B": 2, "C": 3}
    assert not any(item.is_removed for item in state if not item.is_own)


@given(CHANGES, st.integers(0, 12))
def test_fold_of_a_beginning_and_the_rest_is_the_fold_of_all(changes: list[Change], cut: int) -> None:
    assert fold(fold(begin(ENGINE), changes[:cut]), changes[cut:]) == fold(begin(ENGINE), changes)


@given(CHANGES)
def test_positions_count_what_is_shown(changes: list[Change]) -> None:
    state = fold(begin(ENGINE), changes)
    assert [item.position for item in state if item.is_shown] == list(range(1, sum(i.is_shown for i in state) + 1))
    assert all(item.position is None for item in state if not item.is_shown)


@given(CHANGES, st.sampled_from(KEYS))
def test_hidden_and_shown_again_is_as_it_was(changes: list[Change], key: str) -> None:
    state = fold(begin(ENGINE), changes)
    hide = Change(OverlayKind.HIDE, key, reason="Not now")
    if is_applicable(state, hide):
        assert apply(apply(state, hide), Change(OverlayKind.SHOW, key, reason="Now")) == state


@given(CHANGES, one_change())
def test_what_is_undone_is_as_it_was(changes: list[Change], change: Change) -> None:
    state = fold(begin(ENGINE), changes)
    if not is_applicable(state, change):
        assert apply(state, change) == state
        return
    after = apply(state, change)
    undo = replace(reverse_of(state, change), reason="Taken back.", by="Somebody else")
    undone = apply(after, undo)
    if change.kind == OverlayKind.ADD:
        undone = tuple(item for item in undone if item.key != change.key or item_of(state, change.key))
    assert undone == state


def test_own_words_that_were_never_changed_have_no_second_author_after_undoing() -> None:
    state = fold(begin(ENGINE), [Change(OverlayKind.ADD, "own-1", OWN, by="Mei")])
    change = Change(OverlayKind.REWORD, "own-1", {"title": {"en": "Other words"}}, by="Mei")
    undo = replace(reverse_of(state, change), by="Anna")
    assert apply(apply(state, change), undo) == state


def test_moved_item_stands_before_the_other() -> None:
    state = fold(begin(ENGINE), [Change(OverlayKind.MOVE, "C", {"before": "A"})])
    assert [(item.key, item.rank, item.position) for item in state] == [("C", 3, 1), ("A", 1, 2), ("B", 2, 3)]


def test_hidden_item_keeps_place_reason_and_author() -> None:
    state = fold(begin(ENGINE), [Change(OverlayKind.HIDE, "B", reason="Too early", by="Mei")])
    assert [item.position for item in state] == [1, None, 2]
    hidden = item_of(state, "B")
    assert hidden is not None and (hidden.because, hidden.hidden_by) == ("Too early", "Mei")


def test_added_item_comes_last_and_names_its_author() -> None:
    state = fold(begin(ENGINE), [Change(OverlayKind.ADD, "own-1", OWN | {"days": 3}, by="Mei")])
    own = state[-1]
    assert (own.key, own.rank, own.position, own.added_by) == ("own-1", None, 4, "Mei")
    assert own.words == OWN | {"days": 3}


@pytest.mark.parametrize(
    "change",
    [
        Change(OverlayKind.SHOW, "A"),
        Change(OverlayKind.REMOVE, "A"),
        Change(OverlayKind.ADD, "A", OWN),
        Change(OverlayKind.ADD, "own-1", {}),
        Change(OverlayKind.MOVE, "A", {"before": "A"}),
        Change(OverlayKind.MOVE, "A", {}),
        Change(OverlayKind.HIDE, "nowhere"),
        Change(OverlayKind.REWORD, "nowhere", {"title": {"en": "X"}}),
    ],
)
def test_what_makes_no_sense_changes_nothing(change: Change) -> None:
    assert not is_applicable(begin(ENGINE), change)
    assert apply(begin(ENGINE), change) == begin(ENGINE)
