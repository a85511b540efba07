"""A question, or a section, exactly as those who answer see it, made from what is not saved yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override

from assessment.responses.bank_words import marked, marked_parts
from assessment.responses.entries import EMPTY
from assessment.responses.question_html import question_slots, render_question
from assessment.scoring.document import BankDocument, Question, Section
from recommendations.studio.forms import language_name

WIDTHS = ("phone", "desktop")


@dataclass(frozen=True, slots=True)
class Preview:
    """Which language and width are looked at."""

    language: str
    width: str


def preview_of(sent: QueryDict, locales: list[str]) -> Preview:
    """This function will return how the person who sent a form looks at the preview, at first in their own language."""
    width, language = sent.get("preview_width", ""), sent.get("preview_language", get_language() or "")
    return Preview(language if language in locales else locales[0], width if width in WIDTHS else WIDTHS[0])


def languages_of(locales: Iterable[str]) -> list[tuple[str, str]]:
    """This function will return the languages of a bank with their names."""
    return [(locale, language_name(locale)) for locale in locales]


def preview_html(
    document: BankDocument, section: Section, questions: Iterable[Question], locale: str, *, whole: bool
) -> str:
    """This function will return a page with the questions in the words of `locale`; `whole` also with the head of the section.

    The interface speaks that language too, as far as Fourfold speaks it.
    """
    spoken = locale in {code for code, _name in settings.LANGUAGES}
    with override(locale if spoken else get_language()):
        context = {
            "locale": locale,
            "heading": marked(section.title, locale) if whole else "",
            "barrier": section.node or "",
            "intro": marked_parts(section.intro, locale) if whole else [],
            "questions": [_question(question, document, locale) for question in questions],
        }
        return render_to_string("studio/editor/preview.html", context)


def _question(question: Question, document: BankDocument, locale: str) -> SafeString:
    html = render_question(question, document, locale)
    slots = question_slots(question, EMPTY, version=0, visible=True)
    return mark_safe(html.fragment.fill(slots))
