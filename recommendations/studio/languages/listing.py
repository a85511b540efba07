"""One page of translations, prepared for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from assessment.bank.terminal_table import width_of
from assessment.scoring.checks.texts import Coverage
from recommendations.studio.access import Workshop
from recommendations.studio.forms import language_name
from recommendations.studio.languages.forms import DOUBTS, PARTS, STATES, FilterForm, Posted
from recommendations.studio.languages.registry import Part
from recommendations.studio.languages.rows import Row, Table, chosen, counts, rows_of
from recommendations.studio.languages.standing import State

ROWS_ON_A_PAGE = 25
LONG_LINE = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its field: `value` is what stands in it, `lines` how tall it is."""

    index: int
    row: Row
    value: str
    fault: str
    lines: int

    @property
    def doubts(self) -> list[Any]:
        """Why the translation is worth another look, in words."""
        return [DOUBTS[doubt] for doubt in self.row.standing.doubts]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a refused form is filled with again: its rows, what is wrong with them, and the revisions it was made from."""

    rows: Sequence[Posted] = ()
    faults: Mapping[int, str] = field(default_factory=dict)
    bases: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which texts are listed."""

    source: str
    target: str
    state: State | None
    part: Part | None
    words: str


def asked_for(table: Table, query: QueryDict, language: str) -> tuple[Asked, FilterForm]:
    """This function will return what the address asks for; the page's own language is translated into if it can be."""
    form = FilterForm(table.locales, query or None)
    form.is_valid()
    given = getattr(form, "cleaned_data", {})
    source = given.get("source") or table.locales[0]
    others = [locale for locale in table.locales if locale != source] or [source]
    target = given.get("target") or (language if language in others else others[0])
    if target == source:
        target = others[0]
    state = State(given["show"]) if given.get("show") else None
    part = Part(given["part"]) if given.get("part") else None
    asked = Asked(source, target, state, part, given.get("q", ""))
    shown = {"source": source, "target": target, "show": state or "", "part": part or "", "q": asked.words}
    return asked, FilterForm(table.locales, initial=shown)


def context_of(
    workshop: Workshop, table: Table, query: QueryDict, language: str, filled: Filled | None = None
) -> dict[str, Any]:
    """This function will return what the template shows: the filters, the counts, the coverage and a page of texts."""
    asked, form = asked_for(table, query, language)
    standings = table.standings(asked.source, asked.target)
    page: Page[Any] = Paginator(chosen(standings, asked.state, asked.part, asked.words), ROWS_ON_A_PAGE).get_page(
        query.get("page")
    )
    listed = list(page)
    if filled is not None:
        by_place = {(text.copy, text.place): (text, standing) for text, standing in standings}
        listed = [by_place[row.copy, row.place] for row in filled.rows if (row.copy, row.place) in by_place]
    rows = rows_of(workshop, table, listed, asked.source, asked.target, language)
    return {
        "workshop": workshop,
        "tab": "languages",
        "filter": form,
        "asked": asked,
        "source_name": language_name(asked.source),
        "target_name": language_name(asked.target),
        "has_two": len(table.locales) > 1,
        "states": [(state, STATES[state], counts(standings)[state]) for state in STATES],
        "languages": [(locale, language_name(locale)) for locale in table.locales],
        "coverage": _coverage(table),
        "page": page,
        "entries": _entries(rows, filled),
        "bases": _bases(table, filled),
        "has_faults": filled is not None and bool(filled.faults),
    }


def _entries(rows: Sequence[Row], filled: Filled | None) -> list[Entry]:
    sent = {} if filled is None else {(row.copy, row.place): row for row in filled.rows}
    entries = []
    for index, row in enumerate(rows):
        posted = sent.get((row.text.copy, row.text.place))
        value = row.target if posted is None else posted.written
        fault = filled.faults.get(posted.index, "") if filled is not None and posted is not None else ""
        entries.append(Entry(index, row, value, fault, _lines(max(row.source, value, key=len))))
    return entries


def _lines(text: str) -> int:
    lines = sum(1 + width_of(line) // LONG_LINE for line in text.split("\n"))
    return max(2, min(lines, 12))


def _bases(table: Table, filled: Filled | None) -> dict[str, int]:
    bases = {"bank": table.bank.base}
    if table.playbook is not None:
        bases["playbook"] = table.playbook.base
    return bases | dict(filled.bases if filled is not None else {})


def _coverage(table: Table) -> list[tuple[Part, Any, list[tuple[str, Coverage]]]]:
    """Parts with their coverage in each language."""
    covered = table.coverage()
    parts = covered[table.locales[0]]
    return [(part, PARTS[part], [(locale, covered[locale][part]) for locale in table.locales]) for part in parts]
