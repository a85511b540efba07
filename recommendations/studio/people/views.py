"""Pages about people and about the record."""

import csv
from collections.abc import Iterator

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.actions import LastAdministrator, set_roles
from assessment.accounts.models import PlatformRole
from assessment.accounts.roles import require_role, roles_of
from recommendations.studio.access import ADMINISTER, AUDIT, READ
from recommendations.studio.people.event_words import event_words
from recommendations.studio.people.forms import AppointForm, RecordForm, RolesForm
from recommendations.studio.people.queries import known_events, people_with_roles, person_numbered, record_rows
from recommendations.studio.people.rows import Echo, csv_line, person_rows, record_page_rows

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def people(request: HttpRequest) -> HttpResponse:
    """This function will show who has which role, and give roles to somebody more."""
    by = require_role(request.user, ADMINISTER)
    form = AppointForm(request.POST) if request.method == "POST" else AppointForm()
    if form.is_bound and form.is_valid():
        person = form.cleaned_data["email"]
        roles = {*form.chosen(), *(PlatformRole(each.role) for each in person.appointments.order_by("role"))}
        set_roles(person=person, roles=roles, by=by)
        messages.success(request, gettext("%(person)s has the roles now.") % {"person": person})
        return redirect("studio:people")
    page = {"form": form, "rows": person_rows(people_with_roles()), "roles": PlatformRole.choices}
    return render(request, "studio/people/people.html", page, status=422 if form.is_bound else 200)


@require_POST
def roles_set(request: HttpRequest, person_id: int) -> HttpResponse:
    by = require_role(request.user, ADMINISTER)
    person, form = person_numbered(person_id), RolesForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("Nothing was changed: that role is not known."))
        return redirect("studio:people")
    try:
        if set_roles(person=person, roles=form.chosen(), by=by):
            messages.success(request, gettext("The roles of %(person)s are changed.") % {"person": person})
    except LastAdministrator as refusal:
        messages.error(request, str(refusal))
    return redirect("studio:people")


@require_safe
@never_cache
def record(request: HttpRequest) -> HttpResponse:
    """This function will show the record of who did what, newest first."""
    require_role(request.user, AUDIT)
    form = RecordForm(request.GET, events=[(code, event_words(code)) for code in known_events()])
    rows = record_rows(form.cleaned_data if form.is_valid() else {})
    listed = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    page = {
        "form": form,
        "listed": listed,
        "rows": record_page_rows(listed.object_list),
        "query": query.urlencode(),
        "may_read": not roles_of(request.user).isdisjoint(READ),
    }
    return render(request, "studio/people/record.html", page)


@require_safe
@never_cache
def record_export(request: HttpRequest) -> StreamingHttpResponse:
    """This function will hand out what the record page shows, all of it, as a table of comma-separated values."""
    require_role(request.user, AUDIT)
    form = RecordForm(request.GET, events=[(code, event_words(code)) for code in known_events()])
    rows = record_rows(form.cleaned_data if form.is_valid() else {})
    writer = csv.writer(Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(["time", "event", "person", "object type", "object", "details"])
        for event in rows.iterator(chunk_size=500):
            yield writer.writerow(csv_line(event))

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="record.csv"'
    return response
