"""The portfolio of a workspace, as a page and as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.accounts.access import seat_for
from assessment.accounts.rights import Right
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.desk.demand_forms import FileForm
from recommendations.desk.portfolio.due import due_shown
from recommendations.desk.portfolio.exports import portfolio_file
from recommendations.desk.portfolio.page import portfolio_of
from recommendations.desk.tables import hand_out

ALL = "all"


@require_safe
@never_cache
def portfolio(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show a workspace's clients side by side; as a file if one is asked for."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    files = FileForm(request.GET)
    if not files.is_valid():
        raise Http404
    found, banks, opened = portfolio_of(seat, request.GET, get_language() or FALLBACK_LOCALE)
    if format_ := files.chosen():
        if found is None:
            raise Http404
        return hand_out("portfolio", format_, portfolio_file(found, format_))
    query = request.GET.copy()
    every = query.copy()
    every["due"] = ALL
    page = {
        "seat": seat,
        "tab": "portfolio",
        "portfolio": found,
        "banks": banks,
        "opened": opened,
        "query": query.urlencode(),
        "due": due_shown(found.due, query.get("due") == ALL) if found else None,
        "every": every.urlencode(),
    }
    return render(request, "desk/portfolio.html", page)
