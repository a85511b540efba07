"""The report as a Word document: content in, DOCX out. The same content and imprint give the same bytes."""

from django.utils.translation import gettext, override
from docx.oxml import parse_xml

from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import Block
from recommendations.report.formats.word.chapters.about import about
from recommendations.report.formats.word.chapters.actions import actions
from recommendations.report.formats.word.chapters.annex import annex
from recommendations.report.formats.word.chapters.cases import cases
from recommendations.report.formats.word.chapters.cover import PRODUCT, contents, cover
from recommendations.report.formats.word.chapters.parts import parts, readings
from recommendations.report.formats.word.chapters.pictures import logo_of
from recommendations.report.formats.word.chapters.plan import plan
from recommendations.report.formats.word.chapters.reading import reading
from recommendations.report.formats.word.chapters.record import gap, trail
from recommendations.report.formats.word.chapters.rests import answers, glossary, method, scores
from recommendations.report.formats.word.chapters.roadmap import timeline
from recommendations.report.formats.word.chapters.rounds import trend
from recommendations.report.formats.word.chapters.standing import ladder
from recommendations.report.formats.word.chapters.summary import summary
from recommendations.report.formats.word.frame import Frame, set_frame
from recommendations.report.formats.word.markup import root
from recommendations.report.formats.word.package import add_numbering, bytes_of, empty_document, set_properties
from recommendations.report.formats.word.writer import Writer
from recommendations.report.printed import Imprint

COLOUR = "#0b4f6c"
LANGUAGES = {"zh-hans": "zh-CN", "en": "en-GB"}
CHAPTERS = (
    cover,
    summary,
    contents,
    reading,
    trend,
    ladder,
    parts,
    readings,
    actions,
    cases,
    timeline,
    plan,
    annex,
    scores,
    method,
    glossary,
    answers,
    gap,
    trail,
)


def word_of(content: ReportContent, imprint: Imprint) -> bytes:
    """This function will return the report as a DOCX, in the language of its content."""
    edition, language = content.edition, LANGUAGES.get(content.locale, content.locale)
    document = empty_document(edition.colour if edition else COLOUR, language)
    with override(content.locale):
        set_frame(document, _frame(content, imprint))
        writer = Writer(document.part)
        body = parse_xml(root("body", writer.write(blocks_of(content, imprint))))
        title = gettext("Digital maturity report")
    for place, child in enumerate(list(body)):
        document.element.body.insert(place, child)
    add_numbering(document, writer.list_count)
    set_properties(
        document,
        title=f"{title}: {content.versions.bank}, {content.enterprise}",
        author=f"{edition.name}, {PRODUCT}" if edition else PRODUCT,
        subject=content.notice,
        language=language,
        made_on=imprint.made_on,
    )
    return bytes_of(document.part.package)


def blocks_of(content: ReportContent, imprint: Imprint) -> list[Block]:
    """This function will return all chapters in the order of print, in the language that is active."""
    return [*(block for chapter in CHAPTERS for block in chapter(content)), *about(content, imprint)]


def _frame(content: ReportContent, imprint: Imprint) -> Frame:
    edition = content.edition
    return Frame(
        enterprise=content.enterprise,
        number=f"{gettext('Report')} {imprint.number}",
        notice=content.notice,
        footer=edition.footer if edition else "",
        logo=logo_of(edition.logo, edition.name, 24, 7) if edition else None,
    )
