"""The package that a document is: its parts, its properties, and bytes that depend on nothing else."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships

from recommendations.report.formats.word.markup import clean
from recommendations.report.formats.word.numbering import numbering_xml
from recommendations.report.formats.word.settings import app_xml, fonts_xml, settings_xml
from recommendations.report.formats.word.style_parts import styles_xml
from recommendations.report.formats.word.theme import theme_xml

LONGEST = 255  # letters of a property
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = frozenset({RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES})


def empty_document(colour: str, language: str) -> Document:
    """This function will return a document without text, with our styles only and `colour` (#rrggbb) as its main one."""
    document = docx.Document()
    _forget(document.part.rels)
    _forget(document.part.package.rels, keep=CORE)
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    _relate(document.part, "styles", RELATIONSHIP_TYPE.STYLES, styles_xml(colour, language))
    _relate(document.part, "settings", RELATIONSHIP_TYPE.SETTINGS, settings_xml(language))
    _relate(document.part, "fontTable", RELATIONSHIP_TYPE.FONT_TABLE, fonts_xml())
    theme = Part(PackURI("/word/theme/theme1.xml"), CONTENT_TYPE.OFC_THEME, HEAD + theme_xml(colour).encode())
    document.part.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    app = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, HEAD + app_xml().encode())
    document.part.package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    return document


def add_numbering(document: Document, list_count: int) -> None:
    """This function will add what numbers the lists, each of which begins at 1."""
    _relate(document.part, "numbering", RELATIONSHIP_TYPE.NUMBERING, numbering_xml(list_count))


def _relate(part: Part, name: str, relation: str, xml: str) -> None:
    part.relate_to(Part(PackURI(f"/word/{name}.xml"), f"{WORD}.{name}+xml", HEAD + xml.encode()), relation)


def _forget(relations: Relationships, keep: Iterable[str] = ()) -> None:
    for key in [key for key, relation in relations.items() if relation.reltype not in keep]:
        del relations[key]


def bytes_of(package: OpcPackage) -> bytes:
    """This function will return the package as a ZIP with its parts in order of name, and no date of today in it."""
    written = BytesIO()
    package.save(written)
    again = BytesIO()
    with ZipFile(written) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=_place):
            target.writestr(_entry(name), source.read(name))
    return again.getvalue()


def _place(name: str) -> tuple[bool, str]:
    """Readers expect the list of types first."""
    return name != "[Content_Types].xml", name


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, ZIP_DATE)
    entry.compress_type = ZIP_DEFLATED
    return entry


def set_properties(document: Document, *, title: str, author: str, subject: str, language: str, made_on: str) -> None:
    """This function will set what a file says about itself; `made_on` is the day of the report in ISO form."""
    properties, made_at = document.core_properties, datetime.fromisoformat(made_on)
    title, author, subject = (clean(said)[:LONGEST] for said in (title, author, subject))
    properties.title, properties.author, properties.subject = title, author, subject
    properties.language, properties.keywords, properties.comments = language, "", ""
    properties.created = properties.modified = made_at
    properties.last_modified_by, properties.revision = author, 1
