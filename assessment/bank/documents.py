"""From a written text to a checked document and back to its one canonical form."""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from assessment.bank.exactness import number_faults
from assessment.bank.faults import DocumentError
from assessment.bank.finding_places import FindingPlaces
from assessment.bank.loader import Parsed, decoded, parse, read_bytes
from assessment.bank.schema_faults import AnyDocument, validated
from assessment.bank.xlsx.archive import is_workbook
from assessment.bank.xlsx.reading import parse_workbook
from assessment.scoring.answers import plain
from assessment.scoring.document import BankDocument


@dataclass(frozen=True, slots=True)
class PlacedBank:
    """A bank, and where the parts of it stand in the file that it was read from."""

    document: BankDocument
    places: FindingPlaces


def read_placed_bank(path: Path) -> PlacedBank:
    """This function will return the bank in a file, an XLSX workbook, JSON or YAML, with the places of its parts.

    Raises DocumentError listing every fault with its place, in a workbook with its cell.
    """
    content = read_bytes(path)
    if is_workbook(content, path.name):
        parsed = parse_workbook(content, path.name)
    else:
        parsed = parse(decoded(content, path.name), path.name)
    return PlacedBank(checked(BankDocument, parsed, path.name), FindingPlaces(parsed.data, parsed.spot))


def read_bank_file(path: Path) -> BankDocument:
    """This function will return the bank in a file, or raise DocumentError as `read_placed_bank` does."""
    return read_placed_bank(path).document


def read_bank_workbook(content: bytes, name: str) -> BankDocument:
    """This function will return the bank in an XLSX workbook, or raise DocumentError listing every fault by its cell."""
    return checked(BankDocument, parse_workbook(content, name), name)


def read_bank(text: str, name: str) -> BankDocument:
    """This function will return the bank written in `text` (JSON if `name` ends in .json, else YAML).

    Raises DocumentError listing every fault with its place.
    """
    return read_document(BankDocument, text, name)


def read_document(schema: type[AnyDocument], text: str, name: str) -> AnyDocument:
    """This function will return `text` read strictly and validated by `schema`, or raise DocumentError."""
    return checked(schema, parse(text, name), name)


def checked(schema: type[AnyDocument], parsed: Parsed, name: str) -> AnyDocument:
    """This function will return what was read as a document of `schema`, or raise DocumentError naming every fault."""
    document = validated(schema, parsed, name)
    faults = number_faults(document, parsed.place)
    if faults:
        raise DocumentError(name, faults)
    return document


def canonical_json(document: BaseModel) -> str:
    """This function will return the one text of a document: keys sorted, defaults left out, numbers exact.

    Equal documents have equal texts: "0.60", 0.6 and 6e-1 are all written "0.6".
    """
    data = document.model_dump(by_alias=True, exclude_defaults=True)
    data |= document.model_dump(include={"format"})
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=written_number)


def content_hash(document: BaseModel) -> str:
    """This function will return the SHA-256 of the canonical text, in hexadecimal."""
    return hash_of(canonical_json(document))


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def written_number(value: object) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    raise TypeError(f"{value!r} has no canonical form")
