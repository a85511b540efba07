"""What a bank calls its whole, its parts, its levels and the groups of enterprises, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.document import BankDocument, Display, Node
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.scales import Scales
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import REGION, SECTOR
from recommendations.desk.levels import reachable_levels
from recommendations.report.content.terms import is_about_barriers

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """The whole or one of its parts: its levels by key from the lowest, and what full marks are called."""

    key: str
    title: str
    levels: Titles
    scale: Fraction


@dataclass(frozen=True, slots=True)
class Frame:
    """By the newest release; results with older ones find their places in it by their keys."""

    whole: Part
    parts: tuple[Part, ...]
    sectors: Titles
    sizes: Titles
    regions: Titles
    display: Display
    is_about_barriers: bool


def frame_of(document: BankDocument, locale: str) -> Frame:
    """This function will return the words of a bank."""
    ladders, scales = reachable_levels(document), Scales(document).full

    def part(node: Node) -> Part:
        levels = {level.key: localise(level.title, locale) for level in ladders[node.key]}
        return Part(node.key, localise(node.title, locale), levels, scales[node.key])

    facts = facts_of(document, {SECTOR, SIZE_CLASS, REGION})
    return Frame(
        whole=part(document.tree),
        parts=tuple(part(node) for node in document.tree.children),
        sectors=_options(facts.get(SECTOR), locale),
        sizes=_options(facts.get(SIZE_CLASS), locale),
        regions=_options(facts.get(REGION), locale),
        display=document.display,
        is_about_barriers=is_about_barriers(document),
    )


def _options(fact: Fact | None, locale: str) -> Titles:
    return {} if fact is None else {key: localise(title, locale) for key, title in fact.options.items()}
