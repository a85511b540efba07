"""What a workbook's file may be before anything in it is read: no bomb, no macro, no link to elsewhere."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _

from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.loader import MEBIBYTE
from assessment.bank.zips import DAMAGED, ZIP, unpacks_beyond

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = [name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo", "DataSpaces")]

MOST_ENTRIES = 300


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a workbook is read: bytes of one part and of all, unpacked, and lines of one sheet."""

    entry: int = 8 * MEBIBYTE
    total: int = 16 * MEBIBYTE  # a bank as long as YAML may be takes half of it
    rows: int = 10_000


USUAL = Limits()


def is_workbook(content: bytes, name: str) -> bool:
    """This function will say whether a file is, or claims to be, a workbook: by its first bytes or its name."""
    return content.startswith((ZIP, OLE)) or name.lower().endswith(SUFFIXES)


def refuse_unsafe(content: bytes, name: str, limits: Limits = USUAL) -> None:
    """This function will raise DocumentError unless `content` is a workbook that can be read in bounded memory.

    Sizes are first taken from the directory, then from the unpacked bytes themselves, because a directory may lie.
    """
    message = _wrong_kind(content) or _wrong_inside(content, limits)
    if message:
        raise DocumentError(name, [Fault("", message)])


def _wrong_kind(content: bytes) -> str | None:
    if content.startswith(ZIP):
        return None
    if not content.startswith(OLE):
        return _("is not an XLSX workbook")
    if any(name in content for name in ENCRYPTED):
        return _("is protected by a password; save it without one")
    return _("is a workbook of the old kind (.xls), or protected by a password; save it as .xlsx without a password")


def _wrong_inside(content: bytes, limits: Limits) -> str | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return next(_objections(archive, limits), None)
    except DAMAGED:
        return _("is damaged or incomplete")


def _objections(archive: zipfile.ZipFile, limits: Limits) -> Iterator[str]:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or any(entry.file_size > limits.entry for entry in entries):
        yield _too_large(limits)
    if sum(entry.file_size for entry in entries) > limits.total:
        yield _too_large(limits)
    if any(entry.flag_bits & 1 for entry in entries):
        yield _("is protected by a password; save it without one")
    if len(set(names)) < len(names):
        yield _("is damaged or incomplete")
    yield from _foreign_parts(names)
    if unpacks_beyond(archive, limits.total):
        yield _too_large(limits)


def _foreign_parts(names: list[str]) -> Iterator[str]:
    if any(name.endswith("vbaProject.bin") for name in names):
        yield _("holds macros; save it as .xlsx")
    if any(name.startswith("xl/externalLinks/") for name in names):
        yield _("refers to another workbook; paste the values and remove the links")
    missing = {"[Content_Types].xml", "xl/workbook.xml"} - set(names)
    if missing:
        yield _("is not an XLSX workbook: %(part)s is missing") % {"part": shown(min(missing))}


def _too_large(limits: Limits) -> str:
    return _("unpacks to more than %(size)d MiB") % {"size": limits.total // MEBIBYTE}
