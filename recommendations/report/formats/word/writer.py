"""From blocks to the body of a Word document."""

from collections.abc import Iterable

from docx.parts.story import StoryPart

from recommendations.report.formats.word.blocks import (
    Block,
    Contents,
    Heading,
    ItemList,
    Paragraph,
    Picture,
    Run,
    Style,
    Table,
    Words,
    flat,
)
from recommendations.report.formats.word.drawn import inline_picture
from recommendations.report.formats.word.links import Links
from recommendations.report.formats.word.markup import element, text_of, value
from recommendations.report.formats.word.measures import points
from recommendations.report.formats.word.tables import table_xml

FIRST_LIST = 3  # 1 and 2 are those of the styles
AFTER_TABLE = element("spacing", before=points(6))
NEW_CHAPTER = element("spacing", before=points(24))
NEW_PAGE = "<w:pageBreakBefore/>"


class Writer:
    """Writes into one part of a document: `part` keeps its pictures and the addresses of its links."""

    def __init__(self, part: StoryPart) -> None:
        self.part = part
        self.links = Links(part)
        self.list_count = 0
        self._picture_count = 0
        self._previous: Block | None = None

    def write(self, blocks: Iterable[Block]) -> str:
        """This function will return the XML of all blocks in their order."""
        written = list(blocks)
        headings = [block for block in written if isinstance(block, Heading) and block.level <= 2]
        return "".join(self._block(block, headings) for block in written)

    def _block(self, block: Block, headings: list[Heading]) -> str:
        previous, self._previous = self._previous, block
        match block:
            case Heading():
                return self._heading(block, previous)
            case Paragraph():
                return self._paragraph(block, after_table=isinstance(previous, Table))
            case ItemList():
                return self._list(block)
            case Table():
                gap = self.paragraph("TableGap", "") if isinstance(previous, Table) else ""
                return gap + table_xml(block, self.paragraph)
            case Contents():
                return self._contents(block, headings)

    def paragraph(self, style: str, words: Words, layout: str = "") -> str:
        """This function will return one paragraph; `layout` are further properties of it as XML, in Word's order."""
        chosen = value("pStyle", style) if style != Style.TEXT else ""
        properties = element("pPr", chosen, layout) if chosen or layout else ""
        return element("p", properties, "".join(self._inline(each) for each in flat(words)))

    def _inline(self, inline: str | Run | Picture) -> str:
        if isinstance(inline, str):
            return text_of(inline)
        if isinstance(inline, Picture):
            self._picture_count += 1
            return inline_picture(self.part, inline, self._picture_count)
        look = element("rPr", value("rStyle", inline.look)) if inline.look else ""
        return self.links.link(inline.link, inline.text, look) if inline.link else text_of(inline.text, look)

    def _heading(self, heading: Heading, previous: Block | None) -> str:
        is_below_text = heading.level == 1 and not (isinstance(previous, Paragraph) and previous.style is Style.KICKER)
        layout = NEW_PAGE if heading.starts_page else NEW_CHAPTER if is_below_text else ""
        properties = element("pPr", value("pStyle", f"Heading{heading.level}"), layout)
        return element("p", properties, self.links.bookmark(heading, text_of(heading.text)))

    def _paragraph(self, block: Paragraph, after_table: bool) -> str:
        keeps = ("<w:keepNext/>" if block.keeps_next else "") + (NEW_PAGE if block.starts_page else "")
        is_plain = block.style in (Style.TEXT, Style.LEAD, Style.INTRO, Style.BECAUSE)
        return self.paragraph(block.style, block.words, keeps + (AFTER_TABLE if after_table and is_plain else ""))

    def _list(self, block: ItemList) -> str:
        if not block.is_numbered:
            return "".join(self.paragraph("ListBullet", item) for item in block.items)
        numbers = element("numPr", value("ilvl", 0), value("numId", FIRST_LIST + self.list_count))
        self.list_count += 1
        return "".join(self.paragraph("ListNumber", item, numbers) for item in block.items)

    def _contents(self, block: Contents, headings: list[Heading]) -> str:
        """A field that Word fills anew on demand; it holds links to the headings, and their pages, which Word fills in."""
        title = self.paragraph(Style.TOC_HEADING, block.title, NEW_PAGE)
        begin = element("r", element("fldChar", fldCharType="begin"))
        code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        begin += code + element("r", element("fldChar", fldCharType="separate"))
        end = element("r", element("fldChar", fldCharType="end"))
        entries = [
            (f"TOC{heading.level}", self.links.entry(self.links.name_of(heading), heading.text)) for heading in headings
        ]
        last = len(entries) - 1
        return title + "".join(
            element(
                "p",
                element("pPr", value("pStyle", style)),
                begin if number == 0 else "",
                entry,
                end if number == last else "",
            )
            for number, (style, entry) in enumerate(entries)
        )
