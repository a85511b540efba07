"""Pages about Fourfold itself: how it scores, where its figures come from, what it keeps, whom it shuts out."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of, scorer_of
from assessment.config import sources as listed
from assessment.config.method import OwnLadder, Step, Worked, own_ladders_of, steps_of, worked_example
from assessment.config.method_rules import rules_of
from assessment.config.method_tree import Part, parts_of, whole_made
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.report.content.numbers import day
from recommendations.report.content.terms import is_about_barriers


@dataclass(frozen=True, slots=True)
class MethodPage:
    title: str
    notice: str
    paragraphs: tuple[str, ...]
    is_about_barriers: bool
    made: str
    rules: tuple[str, ...]
    parts: tuple[Part, ...]
    steps: tuple[Step, ...]
    ladders: tuple[OwnLadder, ...]
    worked: Worked | None
    version: str
    released_on: str
    content_hash: str
    figures: tuple[listed.Figure, ...]
    frameworks: tuple[listed.Alike, ...]


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """This function will describe the scoring of the newest release, or say that there is none yet."""
    release = current_release(DEFAULT_BANK)
    page = None if release is None else _method_page(release, get_language() or FALLBACK_LOCALE)
    return render(request, "site/method.html", {"page": page})


@require_safe
def method_of_bank(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will describe the scoring of any released bank; one that has none does not exist (404)."""
    release = current_release(bank_slug)
    if release is None:
        raise Http404
    page = _method_page(release, get_language() or FALLBACK_LOCALE)
    return render(request, "site/method.html", {"page": page})


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """This function will list what the newest release and the catalogue refer to, and where it was published."""
    release, locale = current_release(DEFAULT_BANK), get_language() or FALLBACK_LOCALE
    document = None if release is None else document_of(release.pk)
    page = {
        "figures": listed.figures_of(document, locale) if document else (),
        "frameworks": listed.frameworks_of(document, locale) if document else (),
        "measures": listed.measures_of(locale, localdate()),
    }
    return render(request, "site/sources.html", page)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "site/privacy.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "site/accessibility.html")


def _method_page(release: Release, locale: str) -> MethodPage:
    document = document_of(release.pk)
    method_text = localise(document.method, locale)
    return MethodPage(
        title=localise(document.title, locale),
        notice=localise(document.notice, locale),
        paragraphs=tuple(part.strip() for part in method_text.split("\n") if part.strip()),
        is_about_barriers=is_about_barriers(document),
        made=whole_made(document),
        rules=rules_of(document, locale),
        parts=parts_of(document, locale),
        steps=steps_of(document, locale),
        ladders=own_ladders_of(document, locale),
        worked=worked_example(scorer_of(release.pk), locale),
        version=release.version,
        released_on=day(localdate(release.released_at)),
        content_hash=release.content_hash,
        figures=listed.figures_of(document, locale),
        frameworks=listed.frameworks_of(document, locale),
    )
