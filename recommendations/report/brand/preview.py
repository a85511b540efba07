"""What reports will look like: the cover and one page of a made-up enterprise in every language, printed like them."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext, override

from assessment.accounts.models import Workspace
from assessment.scoring.texts import language_tag, without_turns
from recommendations.report.brand.actions import Look
from recommendations.report.brand.queries import edition_of
from recommendations.report.content.edition_schema import Section, View
from recommendations.report.content.schema import ReportContent
from recommendations.report.models import Brand
from recommendations.report.renderer.client import renderer

SAMPLES = Path(__file__).parent / "sample"
SHOWN = (Section.SUMMARY,)


def preview_pdf(workspace: Workspace, look: Look) -> bytes:
    """This function will return the PDF of a look that need not be stored, or raise a `RenderFailed`."""
    return renderer.render(preview_html(workspace, look))


def preview_html(workspace: Workspace, look: Look) -> str:
    brand = Brand(
        workspace=workspace,
        logo=look.logo.png if look.logo else b"",
        colour=look.colour,
        cover_text=look.cover_text,
        footer=look.footer,
    )
    parts = [_part(brand, code) for code, _name in settings.LANGUAGES]
    context = {"title": gettext("Preview"), "parts": parts, "colour": look.colour}
    return without_turns(render_to_string("report/print/preview.html", context))


def _part(brand: Brand, language: str) -> str:
    edition = edition_of(brand, language, SHOWN, View.OWN, with_overlay=False)
    content = _sample(language).model_copy(update={"edition": edition})
    context = {"content": content, "language": language_tag(language), "number": "FF-00000000-00000000"}
    with override(language):
        return render_to_string("report/print/preview_part.html", context)


@cache
def _sample(language: str) -> ReportContent:
    return ReportContent.model_validate_json((SAMPLES / f"{language}.json").read_text(encoding="utf-8"))
