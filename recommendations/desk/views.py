"""The pages for the people who run an installation."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.desk.access import require_staff
from recommendations.desk.banks import chosen_bank, released_banks
from recommendations.desk.forms import BankForm
from recommendations.desk.levels import FEWEST_SHOWN, distribution
from recommendations.desk.queries import assessment_counts, recent_submissions
from recommendations.desk.study_page import study_page


@require_safe
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """This function will show counts, levels and the latest submissions to staff, without any enterprise's name."""
    require_staff(request.user)
    locale, form = get_language() or FALLBACK_LOCALE, BankForm(request.GET)
    banks = released_banks(locale)
    bank = chosen_bank(banks, form.slug())
    if bank is None and form.slug():
        raise Http404
    page: dict[str, object] = {"banks": banks, "bank": bank, "fewest_shown": FEWEST_SHOWN}
    if bank is not None:
        page |= {
            "counts": assessment_counts(bank.slug),
            "distribution": distribution(bank.slug, locale),
            "submissions": recent_submissions(bank.slug, locale),
        }
    return render(request, "desk/overview.html", page)


@require_safe
@never_cache
def items(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show staff how the questions of a bank behave over all submitted answers."""
    require_staff(request.user)
    page = study_page(bank_slug, request.GET, get_language() or FALLBACK_LOCALE)
    if page is None:
        raise Http404
    return render(request, "desk/items.html", page)
