"""The only place that loads the PDF library. It runs in the renderer's processes, never in a web process."""

from io import BytesIO
from typing import BinaryIO
from xml.etree import ElementTree

from cssselect2 import ElementWrapper
from pydyf import PDF
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from recommendations.report.pdf_finish import complete_tables, name_both_standards
from recommendations.report.print_styles import style_text

# The values of FOURFOLD_PDF. Both are tagged throughout; "a" may stand in an archive for decades: it also carries its
# colour profile and an identifier, and has no other file in it.
VARIANTS = {"ua": "pdf/ua-1", "a": "pdf/a-2a"}

_fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
_fonts = FontConfiguration()
_styles = CSS(string=style_text(), url_fetcher=_fetcher, font_config=_fonts)


class _WellFormed(HTML):
    """An HTML document that is well-formed XML, read by the C parser: a tenth of the cost of reading tag soup."""

    def __init__(self, document: bytes) -> None:
        self.base_url = None
        self.url_fetcher = _fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(ElementTree.fromstring(document), content_language=None)
        self.etree_element = self.wrapper_element.etree_element


def draw(kind: str, document: bytes, target: BinaryIO) -> None:
    """This function will write the tagged PDF of an HTML document in UTF-8, of a kind in VARIANTS.

    It reads no file and asks no host. The same document gives the same bytes.
    """

    def finish(_document: Document, pdf: PDF) -> None:
        complete_tables(pdf)
        if kind == "a":
            name_both_standards(pdf)

    variant = VARIANTS[kind]
    _read(document).write_pdf(target, finisher=finish, stylesheets=[_styles], font_config=_fonts, pdf_variant=variant)


def _read(document: bytes) -> HTML:
    try:
        return _WellFormed(document)
    except ElementTree.ParseError:
        return HTML(string=document.decode("utf-8"), url_fetcher=_fetcher)


def warm_up(kind: str) -> None:
    """This function will draw a page with text of both languages and a chart, so that children find all of it loaded."""
    text = "Fourfold ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 企业数字化诊断报告"
    chart = '<svg viewBox="0 0 10 10" width="10" height="10"><title>1</title><text x="1" y="9">1</text></svg>'
    page = f'<!doctype html><html lang="en"><title>1</title><h1>{text}</h1><p><b>{text}</b></p>{chart}<table><tr><td>1</table>'
    draw(kind, page.encode("utf-8"), BytesIO())
