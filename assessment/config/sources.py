"""What the sources page lists: published figures, public frameworks and public measures, each with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, pgettext

from assessment.benchmarks.reference_lines import figure_of, lines_in_use
from assessment.scoring.document import Alignment, BankDocument, Framework, Question, ReferenceLine
from assessment.scoring.texts import localise
from recommendations.catalogue.models import PublicMeasure
from recommendations.catalogue.queries import category_rows
from recommendations.report.content.numbers import day


@dataclass(frozen=True, slots=True)
class Figure:
    title: str
    value: str
    kind: str
    period: str
    scope: str
    source: str
    url: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a framework and the questions that touch it, each with how closely."""

    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    title: str
    items: tuple[Item, ...]
    touched: int


@dataclass(frozen=True, slots=True)
class Source:
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Announced:
    """A public measure: what it is, how to get at it, who announced it, and when we last looked."""

    title: str
    what: str
    how: str
    sources: tuple[Source, ...]
    as_of: str


def figures_of(document: BankDocument, locale: str) -> tuple[Figure, ...]:
    """This function will return every reference line of a bank in the active language, in the bank's order."""
    return tuple(_figure(line, questions, locale) for line, questions in lines_in_use(document))


def frameworks_of(document: BankDocument, locale: str) -> tuple[Alike, ...]:
    """This function will return every framework with its items and the questions that touch them."""
    questions = [question for section in document.sections for question in section.questions]
    return tuple(_framework(framework, questions, locale) for framework in document.frameworks)


def _figure(line: ReferenceLine, questions: Iterable[Question], locale: str) -> Figure:
    return Figure(
        title=localise(line.title, locale),
        value=figure_of(line, locale),
        kind=_kind(line),
        period=line.period,
        scope=localise(line.scope, locale),
        source=localise(line.source, locale),
        url=line.url,
        questions=tuple(_name(question, locale) for question in questions),
    )


def _kind(line: ReferenceLine) -> str:
    match line.kind:
        case "mean":
            return gettext("Average of enterprises’ own rates")
        case "share":
            return gettext("Share of enterprises")
        case "target":
            return gettext("Target")
        case _:
            return gettext("Survey")


def _framework(framework: Framework, questions: list[Question], locale: str) -> Alike:
    items = tuple(
        Item(localise(item.title, locale), tuple(_touching(f"{framework.key}:{item.key}", questions, locale)))
        for item in framework.items
    )
    return Alike(localise(framework.title, locale), items, sum(1 for item in items if item.questions))


def _touching(ref: str, questions: list[Question], locale: str) -> Iterable[str]:
    for question in questions:
        for crosswalk in question.crosswalk:
            if crosswalk.ref == ref:
                yield f"{_name(question, locale)} ({_alignment(crosswalk.alignment)})"


def _alignment(alignment: Alignment) -> str:
    match alignment:
        case Alignment.EXACT:
            return pgettext("alignment", "the same")
        case Alignment.CLOSE:
            return pgettext("alignment", "close")
        case Alignment.PARTIAL:
            return pgettext("alignment", "in part")


def _name(question: Question, locale: str) -> str:
    return localise(question.short or question.text, locale)


def measures_of(locale: str, on: date) -> tuple[Announced, ...]:
    """This function will return the public measures that the catalogue refers to, with who announced them and when."""
    found = {measure.key: measure for category in category_rows(on) for measure in category.measures.all()}
    ordered = sorted(found.values(), key=lambda measure: (measure.position, measure.key))
    return tuple(_announced(measure, locale) for measure in ordered)


def _announced(measure: PublicMeasure, locale: str) -> Announced:
    return Announced(
        title=localise(measure.title, locale),
        what=localise(measure.what, locale),
        how=localise(measure.how, locale),
        sources=tuple(Source(localise(each["text"], locale), each.get("url", "")) for each in measure.sources),
        as_of=day(measure.as_of),
    )
