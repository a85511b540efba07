"""Files that hold a bank, a playbook or both, read strictly, with the places of what they say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic

from django.utils.translation import gettext as _

from assessment.bank.documents import checked
from assessment.bank.faults import DocumentError, Fault, path_of, shown
from assessment.bank.finding_places import FindingPlaces
from assessment.bank.loadable import loading_faults as bank_faults
from assessment.bank.loader import LARGEST, Parsed, decoded, parse, read_bytes, refuse_size
from assessment.bank.schema_faults import AnyDocument
from assessment.bank.xlsx.archive import is_workbook
from assessment.bank.xlsx.lines import Line
from assessment.scoring import document as bank_schema
from assessment.scoring.document import BankDocument
from recommendations.playbook.loadable import loading_faults as playbook_faults
from recommendations.playbook.xlsx.reading import Sheets, parse_whole_workbook
from recommendations.playbook.xlsx.texts import WrittenText, written_texts
from recommendations.rules import document as playbook_schema
from recommendations.rules.document import PlaybookDocument

ENDINGS = (".yaml", ".yml", ".json", ".xlsx")
HINTS = {"sections": "bank", "tree": "bank", "actions": "playbook", "rules": "playbook"}


@dataclass(frozen=True, slots=True)
class Placed(Generic[AnyDocument]):
    """A document, and where the parts of it stand in the file that it was read from."""

    document: AnyDocument
    places: FindingPlaces


@dataclass(frozen=True, slots=True)
class FileContent:
    """What a file holds: a bank, a playbook, categories of the catalogue, texts in their languages; any of them."""

    bank: Placed[BankDocument] | None = None
    playbook: Placed[PlaybookDocument] | None = None
    categories: list[Line] = field(default_factory=list)
    texts: list[WrittenText] = field(default_factory=list)


def read_content(content: bytes, name: str) -> FileContent:
    """This function will return what a YAML, JSON or XLSX file of at most 2 MiB holds.

    Raises DocumentError naming every fault with its line and column, or its sheet and cell.
    """
    refuse_size(len(content), name, LARGEST)
    if not content.strip():
        raise DocumentError(name, [Fault("", _("is empty"))])
    sheets = parse_whole_workbook(content, name) if is_workbook(content, name) else _written(content, name)
    faults: list[Fault] = []
    bank = _placed(BankDocument, sheets.bank, name, bank_faults, faults)
    playbook = _placed(PlaybookDocument, sheets.playbook, name, playbook_faults, faults)
    if bank and playbook and bank.document.slug != playbook.document.bank:
        message = _("must be %(slug)s, the bank in the same file") % {"slug": shown(bank.document.slug)}
        faults.append(Fault(playbook.places("bank"), message))
    if faults:
        raise DocumentError(name, faults)
    return FileContent(bank, playbook, sheets.categories, written_texts(sheets.texts))


def read_playbook_file(path: Path) -> PlaybookDocument:
    """This function will return the playbook in a file, YAML, JSON or a workbook, that may hold its bank as well.

    Raises DocumentError.
    """
    content = read_content(read_bytes(path), path.name)
    if content.playbook is None:
        raise DocumentError(path.name, [Fault("", _("holds no playbook"))])
    return content.playbook.document


def _written(content: bytes, name: str) -> Sheets:
    parsed = _parsed(content, name)
    data = parsed.data if isinstance(parsed.data, dict) else {}
    formats = {bank_schema.FORMAT: "bank", playbook_schema.FORMAT: "playbook"}
    kind = formats.get(str(data.get("format"))) or next((HINTS[key] for key in HINTS if key in data), "")
    if not kind and "format" not in data:
        raise DocumentError(name, [Fault("", _other_kind())])
    if not kind:
        raise DocumentError(name, [Fault(parsed.place(("format",)), _not_known(data, list(formats)))])
    return Sheets(playbook=parsed) if kind == "playbook" else Sheets(bank=parsed)


def _parsed(content: bytes, name: str) -> Parsed:
    """Of a file that is called otherwise, what a YAML parser minds helps nobody."""
    try:
        return parse(decoded(content, name), name)
    except DocumentError as error:
        if name.lower().endswith(ENDINGS):
            raise
        raise DocumentError(name, [Fault("", _other_kind())]) from error


def _other_kind() -> str:
    return _(
        "is no file that can be read here; choose a workbook (.xlsx) made from the template, or a YAML or JSON file that"
        " was downloaded here"
    )


def _not_known(data: Mapping[str, Any], formats: list[str]) -> str:
    values = {"bank": formats[0], "playbook": formats[1]}
    return _("is neither a bank (format: %(bank)s) nor a playbook (format: %(playbook)s)") % values


def _placed(
    schema: type[AnyDocument],
    parsed: Parsed | None,
    name: str,
    loading_faults: Callable[[AnyDocument], Iterable[Fault]],
    faults: list[Fault],
) -> Placed[AnyDocument] | None:
    """What is wrong with it is put to `faults`, each with its place in the file."""
    if parsed is None:
        return None
    try:
        document = checked(schema, parsed, name)
    except DocumentError as error:
        faults += error.faults
        return None
    faults += [Fault(parsed.place(path_of(each.place)), each.message) for each in loading_faults(document)]
    return Placed(document, FindingPlaces(parsed.data, parsed.spot))
