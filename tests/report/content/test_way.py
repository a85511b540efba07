"""The way to the next level in words: what it costs and moves, what else would do, and what stands in the way."""

from dataclasses import replace
from fractions import Fraction

from assessment.scoring.answers import NOT_APPLICABLE
from recommendations.report.content.build import build_content
from recommendations.report.content.way import cost_text
from recommendations.report.content.way_schema import Path
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.result import NextLevel, Obstacle, OpenQuestion, Outlook, Why
from tests.report.samples import adviser, make_material, without_playbook


def found_for_the_sample() -> NextLevel:
    material = make_material()
    found = next_level(adviser(), adviser().case(material.answers, material.scorecard.scope, material.scorecard))
    assert found is not None
    return found


def path_of(found: NextLevel | None, locale: str = "en") -> Path | None:
    return build_content(replace(make_material(locale), next_level=found)).path


def test_best_way_is_told_with_cost_days_and_what_it_moves() -> None:
    found, path = found_for_the_sample(), path_of(found_for_the_sample())
    assert path is not None and found.outlook is Outlook.REACHABLE
    best = found.ways[0]
    assert [work.key for work in path.works] == [work.action for work in best.works]
    assert path.headline == (
        f"The cheapest way to Integrated: {len(best.works)} actions, about {cost_text(best.cost, 'en')} "
        f"and {best.days} own working days."
    )
    assert path.moves[0].title == "Overall"
    assert (Fraction(path.moves[0].before), Fraction(path.moves[0].after) >= 60) == (Fraction(42), True)
    assert len(path.moves) == 5
    assert path.notes[0] == "Every other choice of actions was compared: none that reaches the level costs less."
    assert len(path.others) == len(found.ways) - 1


def test_action_that_no_rule_recommends_is_marked() -> None:
    material, found = make_material(), found_for_the_sample()
    advised = {one.action for one in material.advice.recommendations}
    path = path_of(found)
    assert path is not None
    assert [work.recommended for work in path.works] == [work.action in advised for work in found.ways[0].works]


def test_search_that_was_cut_short_promises_nothing() -> None:
    path = path_of(replace(found_for_the_sample(), is_proven=False, has_more=True))
    assert path is not None
    assert path.notes[0] == "The search was cut short: a cheaper way may exist."
    assert path.has_more


def test_what_stands_in_the_way_is_named_with_each_reason() -> None:
    questions = (
        OpenQuestion("EQ10", Why.RAISED_UP_TO, Fraction(1, 2)),
        OpenQuestion("EQ04", Why.NOTHING_RAISES, Fraction(0)),
        OpenQuestion("RD01", Why.NOT_ASKED, Fraction(0)),
        OpenQuestion("RD02", Why.NOT_APPLICABLE, Fraction(0)),
        OpenQuestion("EQ01", Why.UNSUITED, Fraction(0), ("A03",)),
        OpenQuestion("EQ02", Why.EXCLUDED, Fraction(0), ("A01", "A02")),
    )
    obstacles = (
        Obstacle("integrated", "node.eq_security", Fraction(75, 2), Fraction(50), True, questions),
        Obstacle("integrated", "node.talent", None, Fraction(40), False, ()),
        Obstacle("integrated", "answer.EQ07", None, None, True, ()),
    )
    path = path_of(NextLevel(Outlook.IMPOSSIBLE, "standardised", "integrated", obstacles=obstacles))
    assert path is not None
    assert path.headline == "With the actions of this playbook, Integrated cannot be reached in one go."
    assert [one.demand for one in path.hindrances] == [
        "Network and data security reaches 37.5 at most; 50 is needed.",
        "Talent and organisation is not assessed for you, but the level asks for it.",
        "Looking after machines does not become what the level asks for.",
    ]
    assert [said.split(": ", 1)[1] for said in path.hindrances[0].questions] == [
        "the actions here raise it no further",
        "no action here raises it",
        "is not asked of you",
        "does not apply to you",
        "what would raise it does not suit your enterprise (Bring the network to the lines and keep machines apart)",
        "what would raise it is ruled out by another action (List your machines and mark which can give out data; "
        "Connect three to five bottleneck machines)",
    ]
    assert path.works == ()


def test_where_nothing_was_found_nothing_is_claimed() -> None:
    path = path_of(NextLevel(Outlook.NOT_FOUND, "standardised", "integrated", is_proven=False))
    assert path is not None
    assert path.headline == "No way to Integrated was found in the time given to the search."


def test_at_the_top_with_too_few_answers_and_without_playbook_there_is_no_path() -> None:
    assert path_of(None) is None
    assert path_of(NextLevel(Outlook.TOP, "collaborative")) is None
    assert path_of(NextLevel(Outlook.TOO_LITTLE_ANSWERED)) is None
    bare = replace(without_playbook(make_material()), next_level=found_for_the_sample())
    assert build_content(bare).path is None


def test_chinese_amounts_and_no_cost() -> None:
    assert (cost_text(Fraction(125_000), "zh-hans"), cost_text(Fraction(0), "en")) == (
        "12.5万元",
        "Own time only",
    )


def test_inapplicable_barrier_is_not_counted_on() -> None:
    """The way of an enterprise to whom a question does not apply never changes that question."""
    material = make_material(answers={**make_material().answers, "EQ04": NOT_APPLICABLE})
    found = next_level(adviser(), adviser().case(material.answers, material.scorecard.scope, material.scorecard))
    assert found is not None and found.ways
    changed = {
        change.question
        for work in found.ways[0].works
        for step in adviser().steps(adviser().case(material.answers, material.scorecard.scope, material.scorecard))
        if step.action == work.action
        for change in step.changes
    }
    assert "EQ04" not in changed
