"""What a page can show of a bank: decided once for screen and print, by the shape of the tree and the length of its keys."""

from collections.abc import Iterable

from assessment.scoring.scorecard import HUNDRED, Status
from recommendations.report.content.barriers import counted
from recommendations.report.content.kinds import Below
from recommendations.report.content.material import Material
from recommendations.report.content.score_schema import Barrier

SECTORS = range(3, 9)
ROWS_WITH_BARS = 16
ROWS_LISTED = 48
KEY_LETTERS = 6


def has_quarters(material: Material) -> bool:
    """This function will return whether sectors of one circle show the parts: three to eight, each with a number."""
    parts = [material.scorecard.nodes[node.key] for node in counted(material)]
    return len(parts) in SECTORS and all(part.status is not Status.UNSCORED for part in parts)


def shows_levels(material: Material) -> bool:
    """This function will return whether every part names its level, since the whole does not speak for all of them."""
    parts = material.bank.tree.children
    own = any(node.ladder is not None for node in parts)
    return own or (material.overall.status is Status.UNSCORED and any(material.ladders[node.key] for node in parts))


def below(barriers: Iterable[Barrier]) -> Below:
    """This function will return how much room what stands below parts without a number may take beside them."""
    rows = sum(len(barrier.indicators) for barrier in barriers if barrier.figure.status == Status.UNSCORED)
    if rows <= ROWS_WITH_BARS:
        return Below.BARS
    return Below.LIST if rows <= ROWS_LISTED else Below.CLOSED


def shows_keys(material: Material) -> bool:
    """This function will return whether the keys of all questions fit a narrow column."""
    return all(len(key) <= KEY_LETTERS for key in material.questions if key not in profile_of(material))


def has_scales(material: Material) -> bool:
    """This function will return whether numbers must say their scale: neither that of the whole nor plainly 100."""
    scales = {node.scale for node in material.scorecard.nodes.values() if node.status is not Status.UNSCORED}
    return len(scales) > 1 or (material.overall.status is Status.UNSCORED and scales != {HUNDRED})


def profile_of(material: Material) -> frozenset[str]:
    """This function will return the questions that say what the enterprise is; none of them counts."""
    sections = [section for section in material.bank.sections if section.profile]
    return frozenset(question.key for section in sections for question in section.questions)
