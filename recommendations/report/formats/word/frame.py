"""What surrounds the text: the paper, and what stands above and below it on every page."""

from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.section import Section, _BaseHeaderFooter
from docx.shared import Mm

from recommendations.report.formats.word.blocks import Picture
from recommendations.report.formats.word.drawn import inline_picture
from recommendations.report.formats.word.markup import element, field, root, text_of, value

LOGO_NUMBER = 9001  # pictures of the text count from 1
NAME_LENGTH = 70


@dataclass(frozen=True, slots=True)
class Frame:
    """`footer` is what a workspace says on every page, "" for nothing."""

    enterprise: str
    number: str
    notice: str
    footer: str = ""
    logo: Picture | None = None


def set_frame(document: Document, frame: Frame) -> None:
    """This function will set A4, the margins, and the lines above and below; the cover has only its foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    section.bottom_margin, section.header_distance, section.footer_distance = Mm(18), Mm(9), Mm(8)
    section.different_first_page_header_footer = True
    _fill(section.first_page_header, "Header", "")
    _fill(section.first_page_footer, "Footer", text_of(f"{frame.notice}\t{frame.number}") + _own_line(frame))
    _fill(section.header, "Header", _above(section, frame))
    pages = field("PAGE", "1") + text_of(" / ") + field("NUMPAGES", "1")
    _fill(section.footer, "Footer", text_of(f"{frame.notice}\t") + pages + _own_line(frame))


def _above(section: Section, frame: Frame) -> str:
    name = frame.enterprise if len(frame.enterprise) <= NAME_LENGTH else frame.enterprise[: NAME_LENGTH - 1] + "…"
    words = text_of(" ".join(name.split()) + f"\t{frame.number}")
    if frame.logo is None:
        return words
    return words + text_of("   ") + inline_picture(section.header.part, frame.logo, LOGO_NUMBER)


def _own_line(frame: Frame) -> str:
    return text_of("\n" + frame.footer) if frame.footer else ""


def _fill(place: _BaseHeaderFooter, style: str, runs: str) -> None:
    place.is_linked_to_previous = False
    holder = place.part.element
    for child in list(holder):
        holder.remove(child)
    paragraph = element("p", element("pPr", value("pStyle", style)), runs)
    holder.extend(list(parse_xml(root("hdr", paragraph))))
