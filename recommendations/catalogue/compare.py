"""Up to four offerings side by side: which may be compared, and what is said of each, row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from recommendations.catalogue.freshness import is_on_offer
from recommendations.catalogue.models import Offering
from recommendations.catalogue.offering_lines import Line, lines_of
from recommendations.catalogue.offering_words import Part, general_label
from recommendations.catalogue.pages_offering import OfferingCard, card_of
from recommendations.catalogue.queries import offerings_named
from recommendations.catalogue.reader import Reader

MOST = 4
MOST_NAMES = 20
NAME_LENGTH = 130


@dataclass(frozen=True, slots=True)
class Column:
    """`without` is the address of the comparison without this offering."""

    card: OfferingCard
    without: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`of` is the offering's title; `label` is how its own kind calls it, "" if that is what the row says; `is_stated` False: "not stated"."""

    of: str
    text: str
    label: str
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    cells: tuple[Cell, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`too_many` are titles of those beyond four, `gone` of those no longer on offer, `unknown` names that nobody has."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    too_many: tuple[str, ...]
    gone: tuple[str, ...]
    unknown: tuple[str, ...]
    has_samples: bool


def compare(names: Iterable[str], reader: Reader, on: date) -> Comparison:
    """This function will return the first four offerings named "provider/offering" side by side. One query.

    Names beyond the twentieth are not read.
    """
    asked = list(dict.fromkeys(name.strip()[:NAME_LENGTH] for name in names if name.strip()))[:MOST_NAMES]
    found = offerings_named([_split(name) for name in asked])
    known = [found[_split(name)] for name in asked if _split(name) in found]
    offered = [offering for offering in known if is_on_offer(offering, on)]
    shown = offered[:MOST]
    columns = _columns([card_of(offering, reader, on) for offering in shown])
    return Comparison(
        columns=columns,
        rows=_rows(shown, reader, on),
        too_many=tuple(str(offering) for offering in offered[MOST:]),
        gone=tuple(str(offering) for offering in known if not is_on_offer(offering, on)),
        unknown=tuple(name for name in asked if _split(name) not in found),
        has_samples=any(column.card.is_sample for column in columns),
    )


def _split(name: str) -> tuple[str, str]:
    provider_key, _slash, key = name.partition("/")
    return provider_key, key


def _columns(cards: Sequence[OfferingCard]) -> tuple[Column, ...]:
    names = [card.name for card in cards]
    return tuple(Column(card, "?" + "&".join(f"o={name}" for name in names if name != card.name)) for card in cards)


def _rows(offerings: Sequence[Offering], reader: Reader, on: date) -> tuple[Row, ...]:
    lines = [lines_of(offering, reader, on) for offering in offerings]
    made = ((part, tuple(each.get(part) for each in lines)) for part in Part)
    titles = [reader.say(offering.title) for offering in offerings]
    return tuple(_row(part, row, titles) for part, row in made if any(row))


def _row(part: Part, lines: Sequence[Line | None], titles: Sequence[str]) -> Row:
    title = general_label(part)
    cells = tuple(
        Cell(of, gettext("does not apply"), "", False)
        if line is None
        else Cell(of, line.text, "" if line.label == title else line.label, line.is_stated)
        for line, of in zip(lines, titles, strict=True)
    )
    return Row(title, cells, differs=len({cell.text for cell in cells}) > 1)
