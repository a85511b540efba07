"""The four barriers: score, indicators, what carries and what holds back, and the figures to read them against."""

from fractions import Fraction

from assessment.scoring.document import Node
from recommendations.report.content.figure import contribution_row, figure_of, is_asked_about, most_gained, most_open
from recommendations.report.content.material import Material
from recommendations.report.content.references import reference_group
from recommendations.report.content.schema import Barrier, ReferenceGroup

CARRIES_SHOWN = 4
HOLDS_BACK_SHOWN = 5


def barriers_of(material: Material) -> tuple[Barrier, ...]:
    lowest = weakest_barrier(material)
    return tuple(_barrier(material, node, node.key == lowest) for node in material.bank.tree.children)


def weakest_barrier(material: Material) -> str | None:
    """This function will return the key of the lowest barrier that has a number; the first one on a tie."""
    scored = _scored(material)
    return min(scored, key=lambda pair: pair[1])[0] if scored else None


def strongest_barrier(material: Material) -> str | None:
    scored = _scored(material)
    return max(scored, key=lambda pair: pair[1])[0] if scored else None


def _scored(material: Material) -> list[tuple[str, Fraction]]:
    pairs = [(node.key, material.shown_score(node.key)) for node in material.bank.tree.children]
    return [(key, score) for key, score in pairs if score is not None]


def _barrier(material: Material, node: Node, is_lowest: bool) -> Barrier:
    parts = material.scorecard.contributions.get(node.key, ())
    return Barrier(
        hue=material.hue_of(node.key),
        figure=figure_of(material, node.key),
        description=material.say(node.description),
        why=material.say(node.why),
        is_lowest=is_lowest,
        indicators=tuple(
            figure_of(material, child.key) for child in node.children if is_asked_about(material, child.key)
        ),
        carries=tuple(contribution_row(material, part) for part in most_gained(parts, CARRIES_SHOWN)),
        holds_back=tuple(contribution_row(material, part) for part in most_open(parts, HOLDS_BACK_SHOWN)),
        contributions=tuple(contribution_row(material, part) for part in parts),
        references=_references(material, {part.question for part in parts}),
    )


def _references(material: Material, measured: set[str]) -> tuple[ReferenceGroup, ...]:
    groups = [reference_group(material, question) for key, question in material.questions.items() if key in measured]
    return tuple(group for group in groups if group is not None)
