"""The parts of the whole: score, what stands below, what carries and what holds back, and figures to read them against."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from assessment.scoring.document import Node
from assessment.scoring.scorecard import Status
from recommendations.report.content.balance import weigh
from recommendations.report.content.figure import (
    Gives,
    contribution_row,
    figure_of,
    is_asked_about,
)
from recommendations.report.content.material import Material
from recommendations.report.content.references import reference_group
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure, ReferenceGroup
from recommendations.report.content.terms import is_about_barriers

CARRIES_SHOWN = 4
HOLDS_BACK_SHOWN = 5
UNKNOWN_SHOWN = 5
LEVELS_SHOWN = 2


def barriers_of(material: Material) -> tuple[Barrier, ...]:
    lowest = weakest_barrier(material) if stand_apart(material) and not some_withheld(material) else None
    return tuple(_barrier(material, node, _gives(material, node), node.key == lowest) for node in material.parts)


def whole_of(material: Material) -> Barrier | None:
    """This function will return what is measured at the root itself, in no part; None if nothing is."""
    root = material.bank.tree
    own = {measure.question for measure in root.measures}
    gives = [(key, part) for key, part in _gives(material, root) if part.question in own]
    return _barrier(material, root, gives, is_lowest=False).model_copy(update={"indicators": ()}) if gives else None


def all_figures(material: Material) -> tuple[Figure, ...]:
    """This function will return every node where the parts leave some out or nodes have targets, else nothing."""
    figures = tuple(_below(material, material.bank.tree, depth=0, limit=None))
    has_more = any(figure.depth > LEVELS_SHOWN + 1 or figure.target for figure in figures)
    return figures if has_more else ()


def weakest_barrier(material: Material) -> str | None:
    """This function will return the key of the lowest part that has a number; the first one on a tie.

    Where the whole has no number, its parts are not compared either.
    """
    scored = _scored(material)
    return min(scored, key=lambda pair: pair[1])[0] if scored else None


def stand_apart(material: Material) -> bool:
    """This function will return whether naming a lowest part says anything: not of one alone, nor of equally high ones."""
    if len(_scored(material)) < 2:
        return False
    return is_about_barriers(material.bank) or weakest_barrier(material) != strongest_barrier(material)


def some_withheld(material: Material) -> bool:
    """This function will return whether a part has too few answers: it may yet turn out to be the lowest or highest."""
    nodes = [material.scorecard.nodes[node.key] for node in counted(material)]
    return any(node.status is Status.NOT_ENOUGH_ANSWERS for node in nodes)


def strongest_barrier(material: Material) -> str | None:
    scored = _scored(material)
    return max(scored, key=lambda pair: pair[1])[0] if scored else None


def _scored(material: Material) -> list[tuple[str, Fraction]]:
    if material.overall.status is Status.UNSCORED:
        return []
    pairs = [(node.key, material.shown_score(node.key)) for node in counted(material)]
    return [(key, score) for key, score in pairs if score is not None]


def counted(material: Material) -> list[Node]:
    """This function will return the parts that make the whole, without other views of the same answers."""
    return [node for node in material.parts if node.weight != 0]


def gives_of(material: Material, key: str) -> list[Gives]:
    """This function will return what each question gives to node `key`."""
    return _gives(material, material.nodes[key])


def _gives(material: Material, node: Node) -> list[Gives]:
    """What each question gives to a node; where it has no number, what they give to the nearest below that have one."""
    if material.scorecard.nodes[node.key].status is not Status.UNSCORED:
        return [(node.key, part) for part in material.scorecard.contributions.get(node.key, ())]
    return [pair for child in node.children for pair in _gives(material, child)]


def _barrier(material: Material, node: Node, gives: list[Gives], is_lowest: bool) -> Barrier:
    weighed = weigh(material, gives)
    times = Counter(part.question for _key, part in gives)
    return Barrier(
        hue=material.hue_of(node.key),
        figure=figure_of(material, node.key),
        description=material.say(node.description),
        why=material.say(node.why),
        is_lowest=is_lowest,
        is_counted=node.weight != 0,
        indicators=tuple(_indicators(material, node)),
        carries=_rows(material, weighed.carries[:CARRIES_SHOWN], times),
        holds_back=_rows(material, weighed.holds_back[:HOLDS_BACK_SHOWN], times),
        unknown=_rows(material, weighed.unknown[:UNKNOWN_SHOWN], times),
        contributions=_rows(material, gives, times),
        references=_references(material, set(times)),
    )


def _rows(material: Material, gives: Iterable[Gives], times: Counter[str]) -> tuple[ContributionRow, ...]:
    return tuple(contribution_row(material, key, part, named=times[part.question] > 1) for key, part in gives)


def _indicators(material: Material, node: Node) -> Iterator[Figure]:
    for child in node.children:
        yield from _below(material, child, depth=0, limit=LEVELS_SHOWN)


def _below(material: Material, node: Node, depth: int, limit: int | None) -> Iterator[Figure]:
    if (limit is not None and depth >= limit) or node.key in material.read_apart:
        return
    if not is_asked_about(material, node.key):
        return
    yield figure_of(material, node.key, depth)
    for child in node.children:
        yield from _below(material, child, depth + 1, limit)


def _references(material: Material, measured: set[str]) -> tuple[ReferenceGroup, ...]:
    groups = [reference_group(material, question) for key, question in material.questions.items() if key in measured]
    return tuple(group for group in groups if group is not None)
