"""What was taken out of a text and put in, word by word."""

import pytest

from recommendations.studio.history.marks import marked
from recommendations.studio.history.moves import moved_keys


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("one two three", "one 2 three", [("kept", "one "), ("out", "two"), ("in", "2"), ("kept", " three")]),
        ("只选现在每天都在用的", "只选每天都在用的", [("kept", "只选"), ("out", "现在"), ("kept", "每天都在用的")]),
        ("", "new", [("in", "new")]),
        ("old", "", [("out", "old")]),
        ("same", "same", [("kept", "same")]),
    ],
)
def test_pieces_are_marked(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert [(mark.did.value, mark.text) for mark in marked(before, after)] == pieces


@pytest.mark.parametrize(
    ("before", "after"), [("a b " * 900, "b a " * 900), ("字" * 4000, "子字" * 2000), ("x\n<i>", "y")]
)
def test_pieces_make_both_texts_again(before: str, after: str) -> None:
    marks = marked(before, after)
    assert "".join(mark.text for mark in marks if mark.did != "in") == before
    assert "".join(mark.text for mark in marks if mark.did != "out") == after


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [("abcd", "abdc", 1), ("abcd", "dabc", 1), ("abcd", "abcd", 0), ("abcd", "bxcd", 0), ("abcd", "dcba", 3)],
)
def test_fewest_keys_are_moved(before: str, after: str, moved: int) -> None:
    assert len(moved_keys(list(before), list(after))) == moved
