"""All texts of a bank and its playbook as lines of one sheet, and such lines put back into flat data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.editing.differences import keyed
from assessment.bank.editing.flat import Data, flat_data
from assessment.bank.faults import Fault, shown
from assessment.bank.xlsx.lines import Line
from assessment.scoring.checks.texts import translatable_texts
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Document
from recommendations.rules.document import PlaybookDocument

BANK, PLAYBOOK = "bank", "playbook"


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text in one language, as a cell says it. `spot` is that cell."""

    document: str
    place: tuple[str, ...]
    locale: str
    text: str
    spot: str


def text_lines(bank: BankDocument, playbook: PlaybookDocument | None) -> Iterator[Data]:
    """This function will yield a line for each text that stands somewhere, in reading order, the bank's first."""
    documents: list[tuple[str, Document]] = [(BANK, bank)]
    if playbook is not None:
        documents.append((PLAYBOOK, playbook))
    for word, document in documents:
        for place, text, is_required in translatable_texts(document):
            if text or is_required:
                yield {"document": word, "place": place, "text": text}


def written_texts(lines: Iterable[Line]) -> list[WrittenText]:
    """This function will return what the cells of a sheet of texts say; an empty cell says nothing."""
    return [
        WrittenText(
            document=str(line.data.get("document")),
            place=tuple(str(line.data.get("place")).split(".")),
            locale=locale,
            text=text,
            spot=line.places.get(("text", locale), line.place),
        )
        for line in lines
        for locale, text in line.data.get("text", {}).items()
    ]


def with_texts(document: Document, texts: Iterable[WrittenText]) -> tuple[Data, list[Fault]]:
    """This function will return a document as flat data with the texts in their places.

    A text that has no place there, or is in a language that the document does not speak, is a fault.
    """
    changed, faults = flat_data(document), []
    places = {place for place, _text, _is_required in translatable_texts(document)}
    for text in texts:
        place = ".".join(text.place)
        if not isinstance(text.text, str):
            faults.append(Fault(text.spot, _("must be a text")))
        elif text.locale not in changed["locales"]:
            message = _("the language %(locale)s is not among those of the document: %(known)s")
            known = ", ".join(changed["locales"])
            faults.append(Fault(text.spot, message % {"locale": shown(text.locale), "known": known}))
        elif place not in places:
            faults.append(Fault(text.spot, _("there is no text at %(place)s") % {"place": shown(place)}))
        else:
            _holder(changed, text.place)[text.locale] = text.text
    return changed, faults


def _holder(data: Data, place: tuple[str, ...]) -> Data:
    """The mapping of languages to words at `place`; one is made where none is written."""
    *above, last = place
    here: Any = data
    for name in above:
        here = _inner(here, name)
    if isinstance(here, list):
        holder: Data = here[int(last)]
    else:
        holder = here.setdefault(last, {})
    return holder


def _inner(here: Any, name: str) -> Any:
    """Items of a list are told by their keys, or by their number where they have none."""
    if isinstance(here, dict):
        return here[name]
    items = keyed(here) or {}
    return items[name] if name in items else here[int(name)]
