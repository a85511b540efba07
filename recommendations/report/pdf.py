"""The only place that loads the PDF library. It runs in the renderer's processes, never in a web process."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

STYLES = Path(__file__).resolve().parents[2] / "templates" / "report" / "print.css"
VARIANT = "pdf/ua-1"

_fetcher = URLFetcher(allowed_protocols=["data"], allow_redirects=False)
_fonts = FontConfiguration()
_styles = CSS(string=STYLES.read_text(encoding="utf-8"), url_fetcher=_fetcher, font_config=_fonts)


def draw(document: bytes, target: BinaryIO) -> None:
    """This function will write the tagged PDF of an HTML document in UTF-8. It reads no file and asks no host."""
    html = HTML(string=document.decode("utf-8"), url_fetcher=_fetcher)
    html.write_pdf(target, stylesheets=[_styles], font_config=_fonts, pdf_variant=VARIANT)


def warm_up() -> None:
    """This function will draw a page with text of both languages and a chart, so that children find all of it loaded."""
    text = "Fourfold ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789 企业数字化诊断报告"
    chart = '<svg viewBox="0 0 10 10" width="10" height="10"><title>1</title><text x="1" y="9">1</text></svg>'
    page = f'<!doctype html><html lang="en"><title>1</title><h1>{text}</h1><p><b>{text}</b></p>{chart}<table><tr><td>1</table>'
    draw(page.encode("utf-8"), BytesIO())
