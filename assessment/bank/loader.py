"""The strict reader of every document that people write: banks, playbooks, catalogues and answers, as YAML or JSON."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import DocumentError, Fault, Placing, key_path, nowhere, place_of
from assessment.bank.json_text import JsonReader
from assessment.bank.scalars import unstorable_message
from assessment.bank.yaml_text import MOST_FAULTS, YamlReader
from assessment.scoring.texts import UNSTORABLE

MEBIBYTE = 1024 * 1024
LARGEST = 2 * MEBIBYTE
COMMON_IN_CHINESE = re.compile("[的一是不了在有和为业数化企用]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """Plain data, where its parts stand in what was read, and what is wrong with it already.

    `place` names a part with its path; `spot` says line and column, or sheet and cell, alone.
    """

    data: Any
    place: Placing = key_path
    spot: Placing = nowhere
    faults: tuple[Fault, ...] = ()


def read_yaml(text: str, name: str) -> Any:
    """This function will return the plain data of a YAML text, or of a JSON text if `name` ends in .json.

    Scalars resolve as in JSON. Raises DocumentError, with every fault it can tell, for repeated keys, aliases, anchors,
    tags, several documents, more than 80 levels, more than 2 MiB and characters that cannot be stored.
    """
    return parse(text, name).data


def parse(text: str, name: str) -> Parsed:
    """This function will do as `read_yaml` does and say where each value stands."""
    refuse_size(len(text.encode(errors="surrogatepass")), name, LARGEST)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    _refuse_unstorable(text, name)
    reader: JsonReader | YamlReader = JsonReader() if name.lower().endswith(".json") else YamlReader()
    reader.read(text)
    if reader.faults:
        raise DocumentError(name, reader.faults)
    if isinstance(reader, YamlReader):
        return Parsed(reader.data, reader.place, reader.spot)
    return Parsed(reader.data)


def read_text(path: Path) -> str:
    """This function will return the text of a file, or raise DocumentError if it is missing, too large or not UTF-8."""
    return decoded(read_bytes(path), path.name)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """This function will return what a file holds, or raise DocumentError if it is missing or has too many bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except OSError as error:
        message = _("cannot be read: %(why)s") % {"why": error.strerror}
        raise DocumentError(path.name, [Fault("", message)]) from error
    refuse_size(len(content), path.name, largest)
    return content


def decoded(content: bytes, name: str) -> str:
    """This function will return `content` as text, or raise DocumentError if it is not UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError(name, [Fault("", _not_utf_8(content) % {"line": line})]) from error


def _not_utf_8(content: bytes) -> str:
    """What Chinese Windows writes is known by its characters: a file of another kind seldom makes words."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _("is UTF-16 text; save the file as UTF-8")
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if COMMON_IN_CHINESE.search(text) and not UNSTORABLE.search(text.replace("\r", "").replace("\n", "")):
        return _("is GB 18030 (GBK) text, not UTF-8 (line %(line)d); save the file as UTF-8")
    return _("is not UTF-8 text (line %(line)d); save the file as UTF-8")


def refuse_size(size: int, name: str, largest: int) -> None:
    """This function will raise DocumentError if `size` is above `largest`, both in bytes."""
    if size > largest:
        raise DocumentError(name, [Fault("", _("is larger than %(size)d MiB") % {"size": largest // MEBIBYTE})])


def _refuse_unstorable(text: str, name: str) -> None:
    faults = [
        Fault(place_of((), (number, found.start() + 1)), unstorable_message(found.group()))
        for number, line in enumerate(text.split("\n"), start=1)
        if (found := UNSTORABLE.search(line))
    ]
    if faults:
        raise DocumentError(name, faults[:MOST_FAULTS])
