"""Supply and demand, for the people who run an installation: requests for contact, and help that nobody offers."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.catalogue.models import Category
from recommendations.desk.access import require_staff
from recommendations.desk.contact_rows import (
    SHOWN,
    request_cells,
    request_counts,
    request_heads,
    request_lines,
    wanted,
)
from recommendations.desk.demand import DemandLine, demand_cells, demand_lines
from recommendations.desk.demand_forms import DemandForm, FileForm, RequestsForm
from recommendations.desk.levels import FEWEST_SHOWN
from recommendations.desk.regions import region_titles
from recommendations.desk.tables import FileFormat, download


@require_safe
@never_cache
def requests(request: HttpRequest) -> HttpResponse:
    """This function will show staff what was asked of providers and what came of it; as a file if one is asked for."""
    require_staff(request.user)
    locale, now = get_language() or FALLBACK_LOCALE, timezone.now()
    form = RequestsForm(request.GET, **_places(locale))
    format_ = _format(request)
    if not form.is_valid():
        raise Http404
    found = wanted(form.wishes(), now)
    if format_:
        lines = request_lines(found, locale, now, most=None)
        return download("requests", format_, request_heads(), (request_cells(line) for line in lines))
    page = {"form": form, "counts": request_counts(found), "lines": list(request_lines(found, locale, now))}
    return render(request, "desk/requests.html", page | {"shown": SHOWN, "query": _query(request)})


@require_safe
@never_cache
def demand(request: HttpRequest) -> HttpResponse:
    """This function will show staff which help is recommended where, against what is on offer; as a file as well."""
    require_staff(request.user)
    locale = get_language() or FALLBACK_LOCALE
    form, format_ = DemandForm(request.GET, **_places(locale)), _format(request)
    if not form.is_valid():
        raise Http404
    lines = [line for line in demand_lines(DEFAULT_BANK, locale, timezone.localdate()) if _is_wanted(line, form)]
    if format_:
        return _demand_file(lines, format_)
    page = {"form": form, "lines": lines, "fewest_shown": FEWEST_SHOWN, "query": _query(request)}
    return render(request, "desk/demand.html", page)


def _is_wanted(line: DemandLine, form: DemandForm) -> bool:
    given = form.cleaned_data
    return (
        given["category"] in ("", line.category_key)
        and given["region"] in ("", line.region_key)
        and not (given["unmet"] and line.offering_count)
    )


def _demand_file(lines: list[DemandLine], format_: FileFormat) -> HttpResponse:
    under = gettext("under %(count)s") % {"count": FEWEST_SHOWN}
    heads = [
        gettext("Category"),
        gettext("Region"),
        gettext("Enterprises"),
        gettext("Offerings"),
        gettext("Sample offerings"),
    ]
    cells = [demand_cells(line, under, gettext("not named")) for line in lines]
    return download("demand", format_, heads, cells)


def _format(request: HttpRequest) -> FileFormat | None:
    form = FileForm(request.GET)
    if not form.is_valid():
        raise Http404
    return form.chosen()


def _query(request: HttpRequest) -> str:
    """The same wishes again, for the links to the files."""
    wishes = request.GET.copy()
    wishes.pop("format", None)
    return wishes.urlencode()


def _places(locale: str) -> Mapping[str, list[tuple[str, str]]]:
    titles = Category.objects.order_by("position", "key").values_list("key", "title")
    return {
        "categories": [(key, localise(title, locale) or key) for key, title in titles],
        "regions": list(region_titles(DEFAULT_BANK, locale).items()),
    }
