"""What kind of file something is: found in its content, never taken from its name or from what a browser says.

What a reader's program could run is refused: pages, drawings with scripts, macros, programs, archives.
"""

import zipfile
from io import BytesIO

from assessment.bank.zips import DAMAGED, ZIP, unpacks_beyond
from assessment.scoring.texts import reject_unstorable

MOST_ENTRIES = 3000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_CONTENT_TYPES = 1024 * 1024

PDF, PNG, JPEG, WEBP, HEIC = "application/pdf", "image/png", "image/jpeg", "image/webp", "image/heic"
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX, PPTX = (
    f"{OFFICE}wordprocessingml.document",
    f"{OFFICE}spreadsheetml.sheet",
    f"{OFFICE}presentationml.presentation",
)
CSV, PLAIN = "text/csv", "text/plain"

ENDINGS: dict[str, tuple[str, ...]] = {
    PDF: (".pdf",),
    PNG: (".png",),
    JPEG: (".jpg", ".jpeg"),
    WEBP: (".webp",),
    HEIC: (".heic",),
    DOCX: (".docx",),
    XLSX: (".xlsx",),
    PPTX: (".pptx",),
    CSV: (".csv",),
    PLAIN: (".txt",),
}
MAIN_PARTS = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX, "ppt/presentation.xml": PPTX}
HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1"})
RUNNABLE = ("<", "#!", "%!")
RUNNABLE_INSIDE = ("<html", "<svg", "<script", "<!doctype", "<?xml", "<?php")
LIVE_PARTS = ("vbaproject", "/activex/", "/embeddings/", "macrosheets/", ".exe", ".dll", ".js", ".vbs")


class RefusedFile(Exception):
    """The file is of no kind that is taken; `code` says why: kind, macros, damaged or large."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def media_type_of(content: bytes, name: str) -> str:
    """This function will return the kind of a file by its content, or raise RefusedFile.

    The name only tells a table of values from other text.
    """
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return HEIC
    return _office(content) if content.startswith(ZIP) else _text(content, name)


def _office(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _office_kind(archive)
    except DAMAGED as error:
        raise RefusedFile("damaged") from error


def _office_kind(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise RefusedFile("large")
    names = {entry.filename for entry in entries}
    found = [kind for part, kind in MAIN_PARTS.items() if part in names]
    if "[Content_Types].xml" not in names or len(found) != 1:
        raise RefusedFile("kind")
    declared = archive.open("[Content_Types].xml").read(MOST_CONTENT_TYPES).lower()
    if b"macroenabled" in declared or any(live in name.lower() for name in names for live in LIVE_PARTS):
        raise RefusedFile("macros")
    if unpacks_beyond(archive, MOST_UNPACKED):
        raise RefusedFile("large")
    return found[0]


def _text(content: bytes, name: str) -> str:
    ending = name.lower().rpartition(".")[2]
    kind = {"csv": CSV, "txt": PLAIN}.get(ending)
    if kind is None:
        raise RefusedFile("kind")
    try:
        text = reject_unstorable(content.decode("utf-8-sig").replace("\r", ""))
    except ValueError as error:
        raise RefusedFile("kind") from error
    begin = text.lstrip().lower()
    if begin.startswith(RUNNABLE) or any(each in begin[:4096] for each in RUNNABLE_INSIDE):
        raise RefusedFile("kind")
    return kind


def clean_name(name: str, media_type: str, most: int) -> str:
    """This function will return a name that is safe to show and to save: no path, no control or direction marks.

    Its ending is that of the kind the content was found to be.
    """
    plain = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in plain if character.isprintable() and character not in '<>:"|?*')
    stem, dot, ending = shown.strip(" .").rpartition(".")
    endings = ENDINGS[media_type]
    if not dot or f".{ending.lower()}" not in endings:
        stem, ending = shown.strip(" ."), endings[0].removeprefix(".")
    suffix = f".{ending.lower()}"
    return (stem.strip(" .")[: most - len(suffix)] or "file") + suffix
