"""The forms of the catalogue."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.scoring.document import BankDocument
from recommendations.catalogue.freshness import flags, off_text
from recommendations.catalogue.models import Vocabulary
from recommendations.studio.catalogue.access import category_at, keeper, offering_at, provider_at, scheme_at, term_at
from recommendations.studio.catalogue.category_parts import CategoryPart, TermPart
from recommendations.studio.catalogue.choices import bank_for
from recommendations.studio.catalogue.form_page import answer, answer_removed
from recommendations.studio.catalogue.links import actions_naming
from recommendations.studio.catalogue.offering_part import OfferingPart
from recommendations.studio.catalogue.other_parts import ProviderPart, SchemePart
from recommendations.studio.catalogue.parts import Part
from recommendations.studio.catalogue.references import offering_uses
from recommendations.studio.catalogue.seen import still_there

forms = require_http_methods(["GET", "HEAD", "POST"])
Page = Callable[[BankDocument], HttpResponse]


@never_cache
@forms
def offering_add(request: HttpRequest) -> HttpResponse:
    """This function will show the form of a new offering, empty or as a copy of ?from=provider/offering, or add it."""
    keeper(request.user)
    source, provider = request.GET.get("from", ""), request.POST.get("provider") or request.GET.get("provider", "")

    def page(bank: BankDocument) -> HttpResponse:
        part, copied = OfferingPart(bank, provider=provider), OfferingPart(bank, source).stored() or {}
        start = part.initial(copied) | {"provider": provider or source.partition("/")[0]}
        if not copied:
            start |= {"valid_from": timezone.localdate().isoformat(), "category": request.GET.get("category", "")}
        return answer(request, part, start, "studio/catalogue/offering.html", copied=source if copied else "")

    return _with_bank(request, "offerings", page)


@never_cache
@forms
def offering_edit(request: HttpRequest, provider_key: str, offering_key: str) -> HttpResponse:
    """This function will show the form of an offering, or save it."""
    keeper(request.user)
    key, today = f"{provider_key}/{offering_key}", timezone.localdate()
    row, slug = still_there(request, f"offerings/{key}", lambda: offering_at(provider_key, offering_key))

    def page(bank: BankDocument) -> HttpResponse:
        said = [off_text(row, today), *flags(row, today)] if row else []
        context = {"said": [each for each in said if each], "uses": offering_uses(row) if row else []}
        return _edit(request, OfferingPart(bank, key), "offering", row=row, **context)

    return _with_bank(request, "offerings", page, slug)


@never_cache
@forms
def provider_add(request: HttpRequest) -> HttpResponse:
    """This function will show the form of a new provider, or add it."""
    keeper(request.user)
    return _with_bank(request, "providers", lambda bank: _add(request, ProviderPart(bank), "provider"))


@never_cache
@forms
def provider_edit(request: HttpRequest, provider_key: str) -> HttpResponse:
    """This function will show the form of a provider, or save it."""
    keeper(request.user)
    row, slug = still_there(request, f"providers/{provider_key}", lambda: provider_at(provider_key))
    page = lambda bank: _edit(request, ProviderPart(bank, provider_key), "provider", row=row)  # noqa: E731
    return _with_bank(request, "providers", page, slug)


@never_cache
@forms
def scheme_add(request: HttpRequest) -> HttpResponse:
    """This function will show the form of a new funding scheme, empty or as a copy of ?from=scheme, or add it."""
    keeper(request.user)
    source = request.GET.get("from", "")

    def page(bank: BankDocument) -> HttpResponse:
        copied = SchemePart(bank, source).stored() or {}
        return _add(request, SchemePart(bank), "scheme", copied, copied=source if copied else "")

    return _with_bank(request, "schemes", page)


@never_cache
@forms
def scheme_edit(request: HttpRequest, scheme_key: str) -> HttpResponse:
    """This function will show the form of a funding scheme, or save it."""
    keeper(request.user)
    row, slug = still_there(request, f"schemes/{scheme_key}", lambda: scheme_at(scheme_key))
    page = lambda bank: _edit(request, SchemePart(bank, scheme_key), "scheme", row=row)  # noqa: E731
    return _with_bank(request, "schemes", page, row.bank_slug if row else slug)


@never_cache
@forms
def category_add(request: HttpRequest) -> HttpResponse:
    """This function will show the form of a new category for the bank ?bank=…, or add it."""
    keeper(request.user)
    page = lambda bank: _add(request, CategoryPart(bank), "category")  # noqa: E731
    return _with_bank(request, "categories", page, request.GET.get("bank", ""))


@never_cache
@forms
def category_edit(request: HttpRequest, category_key: str) -> HttpResponse:
    """This function will show the form of a category with the actions that name it, or save it."""
    keeper(request.user)
    row, slug = still_there(request, f"categories/{category_key}", lambda: category_at(category_key))
    actions = actions_naming(category_key)

    def page(bank: BankDocument) -> HttpResponse:
        return _edit(request, CategoryPart(bank, category_key), "category", row=row, actions=actions)

    return _with_bank(request, "categories", page, row.bank_slug if row else slug)


@never_cache
@forms
def term_add(request: HttpRequest, vocabulary: str) -> HttpResponse:
    """This function will show the form of a new word, or add it."""
    keeper(request.user)
    if vocabulary not in Vocabulary.values:
        raise Http404
    kind = Vocabulary(vocabulary)
    page = lambda bank: _add(request, TermPart(bank, vocabulary=kind), "term", kind=kind)  # noqa: E731
    return _with_bank(request, "words", page)


@never_cache
@forms
def term_edit(request: HttpRequest, vocabulary: str, term_key: str) -> HttpResponse:
    """This function will show the form of a word, or save it."""
    keeper(request.user)
    row, slug = still_there(request, f"words/{vocabulary}/{term_key}", lambda: term_at(vocabulary, term_key))
    kind = Vocabulary(vocabulary)

    def page(bank: BankDocument) -> HttpResponse:
        return _edit(request, TermPart(bank, term_key, vocabulary=kind), "term", row=row, kind=kind)

    return _with_bank(request, "words", page, slug)


def _with_bank(request: HttpRequest, nav: str, page: Page, slug: str = "") -> HttpResponse:
    """Conditions, regions and barriers are those of a bank: before one is released, nothing can be written."""
    bank = bank_for(slug) or bank_for()
    if bank is None:
        status = 409 if request.method == "POST" else 200
        return render(request, "studio/catalogue/no_bank.html", {"part": nav}, status=status)
    return page(bank)


def _add(
    request: HttpRequest, part: Part, name: str, start: dict[str, Any] | None = None, **context: Any
) -> HttpResponse:
    return answer(request, part, part.initial(start or {}), f"studio/catalogue/{name}.html", **context)


def _edit(request: HttpRequest, part: Part, name: str, *, row: Model | None, **context: Any) -> HttpResponse:
    stored, template = part.stored() if row else None, f"studio/catalogue/{name}.html"
    if stored is None:
        return answer_removed(request, part, template, **context)
    return answer(request, part, part.initial(stored), template, row=row, **context)
