"""What carries and what holds back: one rule for every page and form, by which no answer is ever both."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.scorecard import Contribution
from recommendations.report.content.conditions import missing_facts, questions_of
from recommendations.report.content.figure import Gives, contribution_row
from recommendations.report.content.material import Material
from recommendations.report.content.score_schema import Balance
from recommendations.report.content.wording import is_known


@dataclass(frozen=True)
class Weighed:
    """`unknown` are the questions that nobody has answered yet: they neither carry nor hold back. Weightiest first."""

    holds_back: list[Gives]
    carries: list[Gives]
    unknown: list[Gives]


def weigh(material: Material, gives: Iterable[Gives]) -> Weighed:
    """This function will return which of `gives` carry, hold back or are not known, each the weightiest first.

    An answer carries with more gained than open, and holds back with more open than gained; one that is itself a missing
    condition of the next level carries nothing. A question that feeds several nodes is judged by all that it gives.
    """
    pairs = list(gives)
    known = [pair for pair in pairs if is_known(material, pair[1].question)]
    together, missing = _together(known), missing_conditions(material)
    return Weighed(
        holds_back=_by_open(pair for pair in known if together[pair[1].question].holds_back),
        carries=sorted(
            (p for p in known if p[1].gained and together[p[1].question].carries and p[1].question not in missing),
            key=lambda pair: -pair[1].gained,
        ),
        unknown=_by_open(pair for pair in pairs if not is_known(material, pair[1].question)),
    )


def balance_rows(material: Material, weighed: Weighed, most: int) -> Balance:
    """This function will return the first `most` of each kind as they are shown."""
    return Balance(
        holds_back=tuple(contribution_row(material, key, part) for key, part in weighed.holds_back[:most]),
        carries=tuple(contribution_row(material, key, part) for key, part in weighed.carries[:most]),
        unknown=tuple(contribution_row(material, key, part) for key, part in weighed.unknown[:most]),
    )


def missing_conditions(material: Material) -> frozenset[str]:
    """This function will return the questions that a missing condition of some next level is about, alone."""
    nodes = [material.scorecard.root, *(key for key, node in material.nodes.items() if node.ladder is not None)]
    asked = [questions_of(material, fact) for node in nodes for fact in missing_facts(material, node)]
    return frozenset(key for questions in asked if len(questions) == 1 for key in questions)


def _by_open(pairs: Iterable[Gives]) -> list[Gives]:
    return sorted((pair for pair in pairs if pair[1].open > 0), key=lambda pair: -pair[1].open)


def _together(pairs: Iterable[Gives]) -> dict[str, Contribution]:
    sums: dict[str, Contribution] = {}
    for _key, part in pairs:
        had = sums.get(part.question, Contribution(part.question, Fraction(0), Fraction(0)))
        sums[part.question] = Contribution(part.question, had.gained + part.gained, had.open + part.open)
    return sums
