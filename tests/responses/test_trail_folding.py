"""The trail counts answers, not savings."""

import pytest

from assessment.accounts.models import User
from assessment.responses.models import Assessment, Perspective
from assessment.responses.trail import trail_of
from assessment.responses.trail_folding import folded_entries
from assessment.scoring.answers import Value
from tests.responses.test_trail import save

Line = tuple[str, Value, Value, str]


def lines(assessment: Assessment, key: str) -> list[Line]:
    found = folded_entries(trail_of(assessment)).get(key, ())
    return [
        (
            entry.deed.value,
            None if entry.before is None else entry.before.value,
            None if entry.after is None else entry.after.value,
            entry.reason,
        )
        for entry in found
    ]


@pytest.fixture
def verified(consultant: User) -> dict[str, object]:
    return {"author": consultant, "perspective": Perspective.VERIFIED}


def test_steps_before_submitting_are_one_answer(assessment: Assessment) -> None:
    for base, value in enumerate(("yes", "no", "no", None, "yes")):
        save(assessment, "makes", value, base)
    assert lines(assessment, "makes") == [("given", None, "yes", "")]
    [entry] = folded_entries(trail_of(assessment))["makes"]
    assert entry.has_steps


def test_an_answer_that_came_to_nothing_is_no_line(assessment: Assessment) -> None:
    save(assessment, "makes", "yes", 0)
    save(assessment, "makes", None, 1)
    assert lines(assessment, "makes") == []


def test_a_carried_answer_that_is_changed_stays_two_lines(assessment: Assessment) -> None:
    save(assessment, "makes", "yes", 0, device="carried-1")
    save(assessment, "makes", "no", 1)
    save(assessment, "makes", "so", 2)
    assert lines(assessment, "makes") == [("carried", None, "yes", ""), ("changed", "yes", "so", "")]


def test_a_reason_that_is_added_later_stands_on_the_row_of_the_change(
    assessment: Assessment, verified: dict[str, object]
) -> None:
    save(assessment, "makes", "yes", 0)
    save(assessment, "makes", "no", 0, **verified)
    save(assessment, "makes", "no", 1, **verified, reason="No machine runs")
    assert lines(assessment, "makes") == [
        ("given", None, "yes", ""),
        ("overridden", "yes", "no", "No machine runs"),
    ]


def test_another_verified_answer_with_a_reason_of_its_own_is_a_line(
    assessment: Assessment, verified: dict[str, object]
) -> None:
    save(assessment, "T1", "yes", 0)
    save(assessment, "T1", "no", 0, **verified, reason="One")
    save(assessment, "T1", "so", 1, **verified, reason="Two")
    assert lines(assessment, "T1")[1:] == [("overridden", "yes", "no", "One"), ("overridden", "no", "so", "Two")]


def test_an_interview_counts_each_answer_once(assessment: Assessment, verified: dict[str, object]) -> None:
    for base, value in enumerate(("yes", "no", "no")):
        save(assessment, "makes", value, base, **verified)
    assert lines(assessment, "makes") == [("added", None, "no", "")]


def test_what_a_colleague_puts_in_its_place_is_a_change(
    assessment: Assessment, verified: dict[str, object], colleague: User
) -> None:
    save(assessment, "makes", "yes", 0, **verified)
    save(assessment, "makes", "no", 1, perspective=Perspective.VERIFIED, author=colleague)
    assert lines(assessment, "makes") == [("added", None, "yes", ""), ("replaced", "yes", "no", "")]


def test_a_colleague_who_verifies_the_same_stands_against_the_same(
    assessment: Assessment, verified: dict[str, object], colleague: User
) -> None:
    save(assessment, "makes", "yes", 0)
    save(assessment, "makes", "no", 0, **verified)
    save(assessment, "makes", "no", 1, perspective=Perspective.VERIFIED, author=colleague, reason="Seen")
    assert lines(assessment, "makes")[1:] == [("overridden", "yes", "no", ""), ("overridden", "yes", "no", "Seen")]
