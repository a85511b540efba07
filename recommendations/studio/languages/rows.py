"""The texts of a workshop with how their translation stands: what the page lists, counts and lets people filter."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.flat import Data
from assessment.scoring.checks.texts import Coverage
from assessment.scoring.texts import localise
from recommendations.playbook.craft import PLAYBOOK
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.history.marks import Mark, marked
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.schema import find
from recommendations.studio.history.value_words import field_words
from recommendations.studio.languages.coverage import coverage_by_part
from recommendations.studio.languages.past import Past
from recommendations.studio.languages.registry import Part, PlacedText, texts_of
from recommendations.studio.languages.standing import Standing, State, standing_of
from recommendations.studio.places import page_of


@dataclass(frozen=True)
class Table:
    """All texts of both working copies, as they stand now."""

    bank: Draft
    playbook: Draft | None
    texts: list[PlacedText]
    pasts: dict[str, Past]

    @property
    def locales(self) -> list[str]:
        return self.bank.locales

    def standings(self, source: str, target: str) -> list[tuple[PlacedText, Standing]]:
        """This function will return every text with how it stands from one language to another."""
        return [(text, standing_of(text, self.pasts[text.copy], source, target)) for text in self.texts]

    def coverage(self) -> dict[str, dict[Part, Coverage]]:
        """This function will return the coverage of each part by language."""
        return {locale: coverage_by_part(self.texts, locale) for locale in self.locales}


@dataclass(frozen=True, slots=True)
class Row:
    """One text as the page shows it; `marks` say what changed in the source since the translation was written."""

    text: PlacedText
    standing: Standing
    subject: str
    field: str
    source: str
    target: str
    marks: list[Mark]
    address: str


def table_of(workshop: Workshop) -> Table:
    """This function will read both working copies and what was changed in them."""
    bank = bank_draft(workshop)
    playbook = None if workshop.playbook is None else playbook_draft(workshop)
    texts = list(texts_of(bank.document, None if playbook is None else playbook.document))
    pasts = {"bank": Past(_changes(BANK.changes, bank))}
    if playbook is not None:
        pasts["playbook"] = Past(_changes(PLAYBOOK.changes, playbook))
    return Table(bank, playbook, texts, pasts)


def counts(standings: Iterable[tuple[PlacedText, Standing]]) -> Counter[State]:
    """This function will return how many texts stand how."""
    return Counter(standing.state for _text, standing in standings)


def chosen(
    standings: Iterable[tuple[PlacedText, Standing]], state: State | None, part: Part | None, words: str
) -> list[tuple[PlacedText, Standing]]:
    """This function will return the texts of one state and part that contain `words` in any language."""
    wanted = words.casefold().strip()
    return [
        (text, standing)
        for text, standing in standings
        if (state is None or standing.state is state)
        and (part is None or text.part is part)
        and (not wanted or any(wanted in each.casefold() for each in [text.place, *text.text.values()]))
    ]


def rows_of(
    workshop: Workshop,
    table: Table,
    listed: Iterable[tuple[PlacedText, Standing]],
    source: str,
    target: str,
    locale: str,
) -> list[Row]:
    """This function will return texts in the words of the page's language `locale`."""
    documents: list[Data] = [table.bank.data, *([table.playbook.data] if table.playbook is not None else [])]
    names = {"bank": Names(documents, locale), "playbook": Names(documents[::-1], locale)}
    return [_row(workshop, text, standing, names[text.copy], source, target) for text, standing in listed]


def _row(workshop: Workshop, text: PlacedText, standing: Standing, names: Names, source: str, target: str) -> Row:
    found = find((PLAYBOOK if text.in_playbook else BANK).schema, text.names)
    field = field_words(found.part.model, found.field)
    number = found.rest[0] if found.rest else ""
    said = text.text.get(source) or localise(text.text, source)
    return Row(
        text,
        standing,
        names.subject(found),
        f"{field} {int(number) + 1}" if number.isdecimal() else f"{field} {number}".strip(),
        said,
        text.text.get(target, ""),
        marked(standing.before, said) if standing.state is State.STALE else [],
        page_of(workshop.bank.slug, f"{text.place}.{target}", in_playbook=text.in_playbook),
    )


def _changes(changes: type[Any], draft: Draft) -> QuerySet[Any]:
    rows: QuerySet[Any] = changes._default_manager.filter(copy=draft.copy).order_by("revision")
    return rows.only("revision", "kind", "differences", "confirmed")
