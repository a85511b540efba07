"""Reading what a PDF is made of: its structure in reading order, its fonts, and what it says about itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

OURS = {"Noto-Sans", "Noto-Sans-Bold", "Noto-Sans-SC", "Noto-Sans-SC-Bold"}
SUBSET = re.compile(r"/[A-Z]{6}\+")


@dataclass(frozen=True)
class Part:
    """An element of the structure: what it is ("TH"), within what (outermost first), and its entries."""

    kind: str
    within: tuple[str, ...]
    entries: DictionaryObject

    @property
    def attributes(self) -> DictionaryObject:
        found = self.entries.get("/A", DictionaryObject())
        assert isinstance(found, DictionaryObject)
        return found


@dataclass(frozen=True)
class Font:
    """A font of the document: its name without the mark of a subset, and whether it is whole, embedded and readable."""

    name: str
    is_subset: bool
    is_embedded: bool
    has_unicode: bool


class Reading:
    """A PDF, read once. `bytes_` is the whole file."""

    def __init__(self, bytes_: bytes) -> None:
        self.bytes_ = bytes_
        self.reader = PdfReader(BytesIO(bytes_))
        self.root: Any = self.reader.trailer["/Root"]

    @cached_property
    def pages(self) -> list[str]:
        return [page.extract_text() for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        """All pages without white space, since lines break where they must."""
        return flat("".join(self.pages))

    @cached_property
    def parts(self) -> list[Part]:
        """The structure in reading order."""
        return list(_parts(self.root["/StructTreeRoot"], ()))

    @cached_property
    def bookmarks(self) -> list[str]:
        return list(_titles(self.reader.outline))

    @cached_property
    def links(self) -> list[DictionaryObject]:
        notes = [note.get_object() for page in self.reader.pages for note in page.get("/Annots", ())]
        return [note for note in notes if note["/Subtype"] == "/Link"]

    @cached_property
    def fonts(self) -> set[Font]:
        return {
            _font(font.get_object())
            for page in self.reader.pages
            for font in _entry(page, "/Resources").get("/Font", {}).values()
        }

    @cached_property
    def claims(self) -> dict[str, str]:
        """What the metadata packet says, by name: "part" of each standard, "conformance", "title" and so on."""
        packet = ElementTree.fromstring(self.root["/Metadata"].get_object().get_data())
        found: dict[str, str] = {}
        for node in packet.iter():
            found |= {_short(key): value for key, value in node.attrib.items()}
            text = "".join(node.itertext()).strip()
            if text:
                found.setdefault(_short(node.tag), text)
        return found

    def headings(self) -> list[int]:
        """This function will return the levels of the headings in reading order."""
        return [int(part.kind[1]) for part in self.parts if re.fullmatch("H[1-6]", part.kind)]

    def of_kind(self, *kinds: str) -> list[Part]:
        """This function will return the elements of these kinds, in reading order."""
        return [part for part in self.parts if part.kind in kinds]


def flat(text: str) -> str:
    """This function will return a text without white space and without what joins or parts letters unseen."""
    return re.sub(r"[\s\u2060\u200b\u00ad]+", "", text)


def _short(name: str) -> str:
    space, _brace, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return {"http://www.aiim.org/pdfua/ns/id/": "ua:", "http://www.aiim.org/pdfa/ns/id/": "a:"}.get(space, "") + local


def _parts(node: Any, within: tuple[str, ...]) -> Iterator[Part]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            yield from _parts(child, within)
    elif isinstance(node, DictionaryObject):
        kind = str(node.get("/S", ""))[1:]
        if kind:
            yield Part(kind, within, node)
        yield from _parts(node.get("/K", []), (*within, kind) if kind else within)


def _titles(items: list[Any]) -> Iterator[str]:
    for item in items:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item.title)


def _font(font: DictionaryObject) -> Font:
    name = str(font["/BaseFont"])
    (described,) = (child.get_object()["/FontDescriptor"] for child in _entry(font, "/DescendantFonts"))
    return Font(
        name=name.split("+")[-1].removeprefix("/"),
        is_subset=bool(SUBSET.match(name)),
        is_embedded="/FontFile2" in described or "/FontFile3" in described,
        has_unicode="/ToUnicode" in font,
    )


def _entry(holder: DictionaryObject, name: str) -> Any:
    """An entry of any kind, as the library's types do not tell it."""
    return holder[name]
