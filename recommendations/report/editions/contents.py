"""Which sections a report on an assessment would have: some have nothing to say about it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from recommendations.report.content.edition_schema import Section
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.words import SECTION_WORDS


@dataclass(frozen=True, slots=True)
class Line:
    """One section as it is offered: ticked, printed with the view that is chosen, and whether there is anything in it.

    `is_elsewhere`: it is left out because other sections show all of it already.
    """

    key: str
    title: str | Promise
    is_chosen: bool
    is_printed: bool
    has_something: bool
    is_elsewhere: bool = False


def lines_of(content: ReportContent, chosen: Collection[str], kept: Collection[str] = ()) -> list[Line]:
    """This function will return every section in the order of print; those in `kept` are printed in any case.

    `content` is that of a report with all of them.
    """
    return [
        Line(
            key=section.value,
            title=_title(content, section),
            is_chosen=section.value in chosen,
            is_printed=section.value in chosen or section.value in kept,
            has_something=_has(content, section),
            is_elsewhere=section is Section.FIGURES and _shows_all_scores(content),
        )
        for section in Section
    ]


def _title(content: ReportContent, section: Section) -> str | Promise:
    if section is Section.BARRIERS and content.barriers:
        return content.words.chapter
    return SECTION_WORDS[section]


def _has(content: ReportContent, section: Section) -> bool:
    return MEANT[section](content) if section in MEANT else True


def _shows_all_scores(content: ReportContent) -> bool:
    """The table of all scores is only made where the parts do not show every one of them."""
    return bool(content.barriers) and not content.figures


def _has_money(content: ReportContent) -> bool:
    helped = any(action.categories or action.measures or action.money for action in content.actions)
    return helped or (content.plan is not None and content.plan.money is not None)


MEANT: Mapping[Section, Callable[[ReportContent], bool]] = {
    Section.LADDER: lambda content: bool(content.ladder.rungs or content.summary.top_open),
    Section.BARRIERS: lambda content: bool(content.barriers or content.whole),
    Section.READINGS: lambda content: content.readings is not None,
    Section.ACTIONS: lambda content: bool(content.actions),
    Section.MONEY: _has_money,
    Section.CASES: lambda content: bool(content.cases),
    Section.TREND: lambda content: content.trend is not None,
    Section.TIMELINE: lambda content: content.timeline is not None,
    Section.PLAN: lambda content: content.plan is not None,
    Section.UNDECIDED: lambda content: bool(content.undecided),
    Section.CONSISTENCY: lambda content: bool(content.inconsistencies),
    Section.FIGURES: lambda content: bool(content.figures),
    Section.SOURCES: lambda content: bool(content.sources),
    Section.GLOSSARY: lambda content: bool(content.glossary),
    Section.TRAIL: lambda content: content.trail is not None,
}
