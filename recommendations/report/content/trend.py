"""How the scores moved over the submitted rounds, compared on what all of them asked alike."""

from django.utils.translation import gettext

from assessment.scoring.document import Display, Node
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Status
from assessment.scoring.texts import localise
from assessment.scoring.trend import change_between, counted_questions
from recommendations.plan.progress_rounds import Comparison, TakenRound, compare_rounds
from recommendations.plan.progress_words import NONE, shown_difference
from recommendations.report.content.material import HUES, Material
from recommendations.report.content.numbers import day, place_or_none, points, sentences
from recommendations.report.content.trend_schema import Trend, TrendLine, TrendPoint, TrendRound

MOST_ROUNDS = 8


def trend_of(material: Material) -> Trend | None:
    """This function will return the last rounds up to the one reported on; None where it is the first.

    Scores are those of the questions that all shown rounds asked alike, by the newest release among them.
    """
    if len(material.rounds) < 2:
        return None
    compared = compare_rounds(material.rounds[-MOST_ROUNDS:])
    return Trend(
        rounds=tuple(_round(material, taken) for taken in compared.taken),
        lines=tuple(_line(material, compared, hue, node) for hue, node in _nodes(compared)),
        note=_note(compared, len(material.rounds)),
    )


def _round(material: Material, taken: TakenRound) -> TrendRound:
    """The level is the one that was stated then."""
    levels = ladders_of(taken.scorer.document)[taken.stated.root]
    reached = [material.say(level.title) for level in levels if level.key == taken.stated.level.key]
    return TrendRound(
        on=day(taken.day),
        title=gettext("Round %(number)d") % {"number": taken.number},
        level=next(iter(reached), ""),
        is_current=taken is material.rounds[-1],
    )


def _nodes(compared: Comparison) -> list[tuple[int, Node]]:
    """The whole and its parts, each with its hue; without those that nothing compared says anything of."""
    tree = compared.scorer.document.tree
    parts = [(0, tree), *((index % HUES + 1, child) for index, child in enumerate(tree.children))]
    silent = (Status.NOT_ASSESSED, Status.UNSCORED)
    return [
        (hue, node)
        for hue, node in parts
        if all(card.nodes[node.key].status not in silent for card in compared.compared.cards)
    ]


def _line(material: Material, compared: Comparison, hue: int, node: Node) -> TrendLine:
    display = compared.scorer.document.display
    scores = [card.nodes[node.key] for card in compared.compared.cards]
    before, after = scores[-2:]
    change = shown_difference(before, after, change_between(before, after), display).points
    return TrendLine(
        key=node.key,
        title=gettext("Overall") if hue == 0 else localise(node.title, material.locale),
        hue=hue,
        points=tuple(_point(score, display) for score in scores),
        change="" if change == NONE else change,
    )


def _point(node: NodeScore, display: Display) -> TrendPoint:
    return TrendPoint(
        score=NONE if node.points is None else points(node.points, display),
        at=place_or_none(node.shown),
        at_low=place_or_none(node.low),
        at_high=place_or_none(node.high),
    )


def _note(compared: Comparison, rounds: int) -> str:
    """What is not compared: rounds longer ago, and questions that were not asked alike every time."""
    last = compared.compared.rounds[-1]
    counts = {
        "common": len(compared.compared.questions),
        "asked": sum(last.applies(key) for key in counted_questions(compared.scorer.index)),
    }
    some = gettext(
        "Compared on the %(common)d of %(asked)d questions that every round asked alike; scores on other pages count all "
        "questions of this round."
    )
    return sentences(
        gettext("Shown are the last %(count)d rounds.") % {"count": MOST_ROUNDS} if rounds > MOST_ROUNDS else "",
        some % counts if counts["common"] < counts["asked"] else "",
    )
