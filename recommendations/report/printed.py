"""The printed report: content in, HTML out, PDF out."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import override

from assessment.scoring.texts import language_tag, without_turns
from recommendations.report.content.schema import ReportContent
from recommendations.report.renderer.client import renderer


@dataclass(frozen=True, slots=True)
class Imprint:
    """What names one report: its number, the hash of its content, the day it was submitted (ISO), and the address of the
    page that confirms it, "" where there is none."""

    number: str
    content_hash: str
    made_on: str
    address: str = ""


def html_of(content: ReportContent, imprint: Imprint) -> str:
    """This function will return the report as one HTML document, in the language of its content.

    Marks of direction, such as names may carry, are left out: they would turn words of ours that follow.
    """
    context = {
        "content": content,
        "language": language_tag(content.locale),
        "number": imprint.number,
        "content_hash": imprint.content_hash,
        "made_on": imprint.made_on,
        "address": imprint.address,
    }
    with override(content.locale):
        return without_turns(render_to_string("report/print/document.html", context))


def pdf_of(content: ReportContent, imprint: Imprint) -> bytes:
    """This function will return the report as a tagged PDF, or raise a `RenderFailed`."""
    return renderer.render(html_of(content, imprint))


def pdfs_of(papers: Sequence[tuple[ReportContent, Imprint]]) -> list[bytes]:
    """This function will return several reports as PDFs, drawn at once, or raise the `RenderFailed` of one of them.

    Each is drawn in a process of its own; the threads only wait for it.
    """
    if not papers:
        return []
    pages = [html_of(content, imprint) for content, imprint in papers]
    with ThreadPoolExecutor(len(pages)) as waiting:
        return list(waiting.map(renderer.render, pages))
