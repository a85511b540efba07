"""Own answers beside verified ones: what the frozen content of a report says of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from django.utils.translation import override

from assessment.accounts.models import Workspace
from assessment.responses.models import Mode, Perspective, Verification
from assessment.responses.trail import Deed, Trail, TrailEntry
from assessment.responses.trail_asks import Asked
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.gap import gap_of
from recommendations.report.content.material import Material
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.sides import Side, own_side
from tests.report.samples import make_content, make_material, sample_answers, scorer

AT = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)
KEY = "EQ05"
OTHER = Answer(AnswerState.ANSWERED, "l0")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def side(**changes: Answer) -> Side:
    answers = {**sample_answers(), **changes}
    return Side(answers, scorer().score(answers, Scope.FULL))


def entry(perspective: Perspective, deed: Deed, before: Answer | None, after: Answer, author: str) -> TrailEntry:
    reason = "Nothing is connected" if deed is Deed.OVERRIDDEN else ""
    return TrailEntry(KEY, perspective, deed, before, after, author, AT, reason, "")


def trail(conflict: str = "") -> Trail:
    own = sample_answers()[KEY]
    signed = Verification(
        workspace=Workspace(name="Gear Advisers"),
        verifier_name="Chen Mei",
        has_conflict=bool(conflict),
        statement=conflict,
        verified_at=AT,
    )
    entries = (
        entry(Perspective.SELF, Deed.GIVEN, None, own, ""),
        entry(Perspective.VERIFIED, Deed.OVERRIDDEN, own, OTHER, "Chen Mei"),
    )
    return Trail(Mode.SELF, AT, {KEY: entries}, {KEY: 2}, (), signed)


def both(locale: str = "en", conflict: str = "") -> Material:
    verified = side(**{KEY: OTHER})
    material = make_material(locale, answers=dict(verified.answers))
    return replace(material, own=own_side(scorer(), side(), verified), trail=trail(conflict))


def test_without_a_second_view_there_is_no_gap() -> None:
    content = make_content()
    assert (gap_of(make_material()), content.gap, content.trail, content.verification) == (None, None, None, None)


def test_the_effect_of_an_answer_is_what_the_score_would_be_without_it() -> None:
    material = both()
    assert material.own is not None
    effect = material.own.effects[KEY]
    assert effect is not None and list(material.own.effects) == [KEY]
    own, verified = side().scorecard.overall.score, side(**{KEY: OTHER}).scorecard.overall.score
    assert own is not None and verified is not None
    assert (effect.node, effect.change) == ("overall", verified - own)
    assert effect.change < Fraction(0)


def test_scores_stand_side_by_side_and_their_difference_adds_up() -> None:
    gap = gap_of(both())
    assert gap is not None
    for part in (gap.whole, *gap.parts):
        assert part.own.score is not None and part.verified.score is not None
        difference = float(part.difference.replace("−", "-"))
        assert difference == pytest.approx(float(part.verified.score) - float(part.own.score))
    assert gap.whole.own.score == "42.0"
    assert gap.headline == "1 answer counts otherwise than the enterprise gave it."
    assert gap.own_level.headline == "Level 2: Standardised"


def test_a_question_is_named_with_both_answers_effect_and_reason() -> None:
    gap = gap_of(both())
    assert gap is not None
    [row] = gap.rows
    assert (row.key, row.reason, row.effect_of, row.hue) == (KEY, "Nothing is connected", "Overall", 1)
    assert row.own != row.verified and row.effect.startswith("−")


def test_the_report_says_who_verified_how_much_and_what_binds_them() -> None:
    content = build_content(both(conflict="My brother sells the kit."))
    assert content.verification is not None
    answers = len([key for key in both().scorecard.visible if key in both().answers])
    expected = f"Verified by Chen Mei, Gear Advisers, on 22 November 2026: 1 of {answers} answers."
    assert (content.mode, content.verification.line) == ("Verified self-assessment", expected)
    assert content.verification.conflict == "Conflict of interest declared by Chen Mei:"
    assert content.verification.statement == "My brother sells the kit."


def test_the_last_page_tells_who_did_what_when_and_why() -> None:
    content = build_content(both())
    assert content.trail is not None
    [change] = content.trail.changes
    assert (change.who, change.what, change.reason) == (
        "Chen Mei (consultant)",
        "verified with another answer",
        "Nothing is connected",
    )
    assert change.at == "22 November 2026, 14:05"
    assert content.trail.evidence == "2 files are kept as evidence."
    assert (content.trail.authors, content.trail.note) == ((), "")
    assert [(step.who, step.what) for step in content.trail.steps] == [
        ("The enterprise", "Assessment begun"),
        ("The enterprise, without an account", "1 answer given"),
        ("Chen Mei (consultant)", "1 answer verified with another answer"),
        ("The enterprise", "Own answers submitted; since then they cannot change"),
        ("Chen Mei, Gear Advisers", "Verification finished and signed"),
    ]


def test_rows_stand_in_the_order_of_time_and_questions_back_among_them() -> None:
    material = both()
    assert material.trail is not None
    own, over = material.trail.entries[KEY]
    later = [AT + timedelta(minutes=minute) for minute in range(5)]
    signed = material.trail.verification
    assert signed is not None
    signed.verified_at = later[4]
    told = replace(
        material.trail,
        begun_at=AT - timedelta(hours=1),
        begun_by="Gear Advisers",
        own_submitted_at=later[1],
        entries={KEY: (own, replace(over, reason="", at=later[2]), replace(over, before=OTHER, at=later[3]))},
        asks=(Asked(KEY, "Chen Mei", "Gear Advisers", later[2], later[3]),),
    )
    content = build_content(replace(material, trail=told)).trail
    assert content is not None
    assert [(step.at[-5:], step.who) for step in content.steps] == [
        ("13:05", "Gear Advisers"),
        ("14:05", "The enterprise, without an account"),
        ("14:06", "The enterprise"),
        ("14:07", "Chen Mei (consultant)"),
        ("14:07", "Chen Mei, Gear Advisers"),
        ("14:08", "The enterprise"),
        ("14:09", "Chen Mei, Gear Advisers"),
    ]
    assert content.steps[3].what == "1 answer verified with another answer"
    [change] = content.changes
    assert (change.reason, change.before == change.after) == ("Nothing is connected", False)


def test_steps_before_submitting_are_counted_and_not_listed() -> None:
    material = both()
    assert material.trail is not None
    own, _over = material.trail.entries[KEY]
    again = replace(own, before=own.after, after=OTHER, deed=Deed.CHANGED)
    content = build_content(replace(material, trail=replace(material.trail, entries={KEY: (own, again)}))).trail
    assert content is not None
    assert (content.changes, content.note) == (
        (),
        "1 answer was given in several steps or changed before it was submitted or signed; the last one counts.",
    )


def test_it_reads_in_chinese_and_survives_storage() -> None:
    content = build_content(both("zh-hans"))
    assert content.verification is not None
    assert content.verification.line.startswith("由 Gear Advisers 的 Chen Mei 于 2026年11月22日 核实")
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_content_from_before_there_were_two_views_still_loads() -> None:
    stored = make_content().model_dump(mode="json")
    for name in ("gap", "trail", "verification"):
        stored.pop(name, None)
    assert ReportContent.model_validate(stored) == make_content()


def test_chinese_sentences_have_no_western_punctuation() -> None:
    with override("zh-hans"):
        content = build_content(both("zh-hans"))
    assert content.trail is not None
    assert [step.at for step in content.trail.steps[1:2]] == ["2026年11月22日 14:05"]
    assert [step.what for step in content.trail.steps[1:3]] == ["给出 1 个答案", "1 个答案：核实为其他答案"]
