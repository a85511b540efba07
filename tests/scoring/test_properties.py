"""What holds for every bank and every set of answers."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.scoring.answers import NOT_APPLICABLE, Answer, AnswerState, read_answer
from assessment.scoring.check import check_bank
from assessment.scoring.credit import credit_function
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Severity
from assessment.scoring.freeze import freeze_scorecard, thaw_scorecard
from assessment.scoring.scales import Scales
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard, Status
from tests.scoring.banks import questions_of
from tests.scoring.strategies import PROFILE, answered_banks, is_answered, raw_values

Given = tuple[BankDocument, dict[str, Answer]]
SOME = settings(max_examples=20, deadline=None)
SCOPES = st.sampled_from(Scope)


def scored(case: Given, scope: Scope = Scope.FULL) -> Scorecard:
    document, answers = case
    return Scorer(document).score(answers, scope)


@SOME
@given(answered_banks())
def test_random_banks_are_valid(case: Given) -> None:
    errors = [finding for finding in check_bank(case[0]) if finding.severity is Severity.ERROR]
    assert [finding.place for finding in errors] == ["examples"]


@SOME
@given(answered_banks(), SCOPES)
def test_scores_stay_within_0_and_100_and_inside_their_interval(case: Given, scope: Scope) -> None:
    for node in scored(case, scope).nodes.values():
        if node.status is Status.NOT_ASSESSED:
            assert (node.score, node.low, node.high, node.coverage, node.level) == (None,) * 5
        else:
            assert 0 <= node.low <= node.score <= node.high <= 100  # type: ignore[operator]
            assert 0 <= node.coverage <= 1  # type: ignore[operator]


@SOME
@given(answered_banks(states=False), SCOPES)
def test_interval_closes_when_everything_is_answered(case: Given, scope: Scope) -> None:
    for node in scored(case, scope).nodes.values():
        assert node.low == node.score == node.high
        assert node.coverage in (1, None)


@SOME
@given(answered_banks(), SCOPES)
def test_contributions_sum_to_the_score_and_to_what_is_missing(case: Given, scope: Scope) -> None:
    card = scored(case, scope)
    for key, node in card.nodes.items():
        parts = card.contributions[key]
        if node.score is None:
            assert parts == ()
            continue
        assert sum(part.gained for part in parts) == node.score
        assert sum(part.open for part in parts) == 100 - node.score
        assert all(part.gained >= 0 and part.open >= 0 for part in parts)
        assert len({part.question for part in parts}) == len(parts)


@SOME
@given(answered_banks(), st.data())
def test_a_better_answer_never_lowers_a_score_or_level(case: Given, data: st.DataObject) -> None:
    document, answers = case
    asked = questions_of(document)
    open_to_better = [key for key in asked if key.startswith("Q") and answers.get(key) != NOT_APPLICABLE]
    assume(open_to_better)
    key = data.draw(st.sampled_from(open_to_better))
    better = read_answer(asked[key], data.draw(raw_values(asked[key])))
    worth = credit_function(asked[key])
    if is_answered(answers, key):
        assume(worth(better.value) >= worth(answers[key].value))
    before, after = scored(case), scored((document, {**answers, key: better}))
    for name, node in before.nodes.items():
        if node.score is not None:
            assert after.nodes[name].score >= node.score  # type: ignore[operator]
            assert after.nodes[name].low >= node.low  # type: ignore[operator]
    assert height(after) >= height(before)


def height(card: Scorecard) -> int:
    return -1 if card.level.index is None else card.level.index


@SOME
@given(answered_banks())
def test_not_knowing_never_pays(case: Given) -> None:
    document, answers = case
    asked = [key for key in answers if key.startswith("Q") and is_answered(answers, key)]
    known = scored(case)
    for key in asked:
        without = scored((document, {name: answer for name, answer in answers.items() if name != key}))
        unknown = scored((document, {**answers, key: Answer(AnswerState.UNKNOWN)}))
        assert {name: node.score for name, node in without.nodes.items()} == {
            name: node.score for name, node in unknown.nodes.items()
        }
        for name, node in unknown.nodes.items():
            assert (node.score or 0) <= (known.nodes[name].score or 0)


def reversed_order(document: BankDocument) -> BankDocument:
    def turned(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: turned(value) for key, value in reversed(part.items())}
        return [turned(value) for value in reversed(part)] if isinstance(part, list) else part

    data = document.model_dump(mode="json", by_alias=True)
    mirrored = {**data, "tree": turned(data["tree"])}
    # The profile stays first, levels, bands and steps stay in their order, which means something.
    mirrored["sections"] = [data["sections"][0], *reversed(data["sections"][1:])]
    for section in mirrored["sections"]:
        section["questions"] = section["questions"][::-1]
        for asked in section["questions"]:
            asked["options"], asked["rows"] = asked["options"][::-1], asked["rows"][::-1]
    return BankDocument.model_validate(mirrored)


@SOME
@given(answered_banks())
def test_order_of_sections_questions_options_and_nodes_is_irrelevant(case: Given) -> None:
    document, answers = case
    here, there = scored(case), scored((reversed_order(document), answers))
    assert dict(here.nodes) == dict(there.nodes)
    assert here.level == there.level
    for key in here.nodes:
        assert {part.question for part in here.contributions[key]} == {
            part.question for part in there.contributions[key]
        }


def without(document: BankDocument, key: str) -> BankDocument:
    def pruned(node: dict[str, Any]) -> dict[str, Any]:
        measures = [measure for measure in node["measures"] if measure["question"] != key]
        return {**node, "measures": measures, "children": [pruned(child) for child in node["children"]]}

    data = document.model_dump(mode="json", by_alias=True)
    for section in data["sections"]:
        section["questions"] = [asked for asked in section["questions"] if asked["key"] != key]
    data["sections"] = [section for section in data["sections"] if section["questions"]]
    return BankDocument.model_validate({**data, "tree": pruned(data["tree"])})


@SOME
@given(answered_banks(), st.data())
def test_a_question_that_does_not_apply_equals_a_bank_without_it(case: Given, data: st.DataObject) -> None:
    document, answers = case
    key = data.draw(st.sampled_from([name for name in questions_of(document) if name.startswith("Q")]))
    document = pinned(document)
    here = scored((document, {**answers, key: NOT_APPLICABLE}))
    there = scored((without(document, key), {name: answer for name, answer in answers.items() if name != key}))
    assert shares(here) == shares(there)
    assert dict(here.contributions) == dict(there.contributions)


def pinned(document: BankDocument) -> BankDocument:
    """Scales written down, but for sums, which are what is added up: without a question there is less to add."""
    scales = Scales(document).full

    def written(node: dict[str, Any]) -> dict[str, Any]:
        scale = None if node["aggregate"] == "sum" else exactly(scales[node["key"]])
        return {**node, "scale": scale, "children": [written(child) for child in node["children"]]}

    data = document.model_dump(mode="json", by_alias=True)
    return BankDocument.model_validate({**data, "tree": written(data["tree"]), "levels": []})


def exactly(number: Fraction) -> str:
    return format(Decimal(number.numerator) / Decimal(number.denominator), "f")


def shares(card: Scorecard) -> dict[str, tuple[object, ...]]:
    return {key: (node.status, node.score, node.low, node.high, node.coverage) for key, node in card.nodes.items()}


@SOME
@given(answered_banks(), st.data())
def test_hidden_answers_change_nothing(case: Given, data: st.DataObject) -> None:
    document, answers = case
    shown = Scorer(document).visible(answers)
    hidden = [key for key in questions_of(document) if key not in shown]
    assume(hidden)
    key = data.draw(st.sampled_from(hidden))
    asked = questions_of(document)[key]
    given_ = {**answers, key: read_answer(asked, data.draw(raw_values(asked)))}
    dropped = {name: answer for name, answer in answers.items() if name != key}
    assert freeze_scorecard(scored((document, given_))) == freeze_scorecard(scored((document, dropped)))


@SOME
@given(answered_banks())
def test_profile_scores_nothing(case: Given) -> None:
    card = scored(case)
    scored_keys = {part.question for parts in card.contributions.values() for part in parts}
    assert scored_keys.isdisjoint(PROFILE)


@SOME
@given(answered_banks(), SCOPES)
def test_frozen_scorecards_read_back_equal(case: Given, scope: Scope) -> None:
    card = scored(case, scope)
    assert thaw_scorecard(freeze_scorecard(card)) == card


@SOME
@given(answered_banks())
def test_scoring_twice_gives_the_same(case: Given) -> None:
    document, answers = case
    scorer = Scorer(document)
    assert freeze_scorecard(scorer.score(answers)) == freeze_scorecard(scorer.score(answers))


@SOME
@given(answered_banks())
def test_level_is_the_highest_with_all_below(case: Given) -> None:
    document, _ = case
    card = scored(case)
    if card.overall.shown is None:
        assert card.level.index is None
        return
    held = [bool(check.bound_holds and check.gate_holds) for check in card.level.checks]
    expected = held.index(False) - 1 if False in held else len(held) - 1
    assert card.level.index == expected
    lower = document.levels[expected].lower
    assert lower is not None and card.overall.points is not None
    assert Fraction(lower) <= card.overall.points
