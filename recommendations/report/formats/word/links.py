"""Links and the bookmarks they lead to. Out of the document only http and https lead anywhere."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.parts.story import StoryPart

from recommendations.report.formats.word.blocks import Heading
from recommendations.report.formats.word.markup import clean, element, page_of, text_of, value

LOOK = element("rPr", value("rStyle", "Hyperlink"))
WEB = ("http://", "https://")


class Links:
    def __init__(self, part: StoryPart) -> None:
        self._part = part
        self._names: dict[Heading, str] = {}
        self._addresses: dict[str, str] = {}
        self._bookmark_count = 0

    def name_of(self, heading: Heading) -> str:
        """This function will return the bookmark of a heading: its own, or the next of those that Word's contents use."""
        if heading.bookmark:
            return heading.bookmark
        return self._names.setdefault(heading, f"_Toc{len(self._names) + 1:08d}")

    def bookmark(self, heading: Heading, inner: str) -> str:
        """This function will return the text of a heading within its bookmark."""
        if not heading.bookmark and heading.level > 2:
            return inner
        self._bookmark_count += 1
        number = self._bookmark_count
        start = element("bookmarkStart", id=number, name=self.name_of(heading))
        return start + inner + element("bookmarkEnd", id=number)

    def link(self, target: str, text: str, look: str) -> str:
        """This function will return a link to a bookmark or an address of the web, and plain text for anything else."""
        if target.startswith("#"):
            return element("hyperlink", text_of(text, look), anchor=target[1:], history=1)
        if not target.lower().startswith(WEB):
            return text_of(text, look)
        return f'<w:hyperlink r:id="{self._relation_of(clean(target))}">{text_of(text, LOOK)}</w:hyperlink>'

    def entry(self, bookmark: str, text: str) -> str:
        """This function will return a line of the contents: a link with the page of the bookmark at its end."""
        page = text_of("\t") + page_of(bookmark)
        return element("hyperlink", text_of(text), page, anchor=bookmark, history=1)

    def _relation_of(self, address: str) -> str:
        if address not in self._addresses:
            self._addresses[address] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._addresses[address]
