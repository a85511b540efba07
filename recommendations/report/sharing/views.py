"""The pages around share links: making and revoking them, and what somebody sees who has one."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.models import User
from assessment.accounts.rights import Right
from assessment.accounts.signing.addresses import client_address
from assessment.responses.access import Need, assessment_for, casework_for
from recommendations.report.access import report_for
from recommendations.report.formats.handing import file_response, kept_private
from recommendations.report.formats.offered import OTHERS, Format
from recommendations.report.models import ShareLink
from recommendations.report.sharing.access import share_link_of, shared_for
from recommendations.report.sharing.actions import WrongPassword, open_shared, revoke_share_link
from recommendations.report.sharing.forms import FileForm, OpenForm
from recommendations.report.sharing.pages import SharePage
from recommendations.report.sharing.throttle import WINDOW_SECONDS, count_wrong, is_stopped
from recommendations.report.sharing.tickets import make_ticket, require_ticket


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def share_add(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, report_id: UUID
) -> HttpResponse:
    """This function will show a workspace its links to a report; POST makes another."""
    case = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    report = report_for(request, case.assessment, report_id)
    page = SharePage(request, case.assessment, report, case)
    return page.make() if request.method == "POST" else page.show()


@require_POST
def share_revoke(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, report_id: UUID, share_id: UUID
) -> HttpResponse:
    """This function will end a workspace's link to a report."""
    case = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    link = share_link_of(report_for(request, case.assessment, report_id), share_id, case.seat)
    revoke_share_link(link=link, by=case.seat.person)
    messages.success(request, _("The link opens nothing any more."))
    return redirect("report:share-add", workspace_slug, client_id, public_id, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def share_own(request: HttpRequest, public_id: UUID, report_id: UUID) -> HttpResponse:
    """This function will show the enterprise every link to one of its reports; POST makes another."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    page = SharePage(request, assessment, report_for(request, assessment, report_id))
    return page.make() if request.method == "POST" else page.show()


@require_POST
def share_own_revoke(request: HttpRequest, public_id: UUID, report_id: UUID, share_id: UUID) -> HttpResponse:
    """This function will end a link to a report of the enterprise, whoever made it."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    link = share_link_of(report_for(request, assessment, report_id), share_id, None)
    revoke_share_link(link=link, by=request.user if isinstance(request.user, User) else None)
    messages.success(request, _("The link opens nothing any more."))
    return redirect("report:share-own", public_id, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def shared(request: HttpRequest, share_token: str) -> HttpResponse:
    """This function will show what a link opens; a press opens it and is counted: mail scanners follow links."""
    link = shared_for(share_token)
    if request.method != "POST":
        return _shared_page(request, share_token, bool(link.password))
    address = client_address(request)
    if link.password and is_stopped(share_token, address):
        return _stopped(request, share_token)
    form = OpenForm(request.POST)
    try:
        open_shared(link=link, password=form.cleaned_data["password"] if form.is_valid() else "")
    except WrongPassword:
        count_wrong(share_token, address)
        fault = _("This is not the password.")
        return _shared_page(request, share_token, True, fault, HTTPStatus.UNPROCESSABLE_ENTITY)
    return HttpResponseRedirect(_file_address(link, share_token, FileForm(request.POST).chosen()))


def _file_address(link: ShareLink, token: str, form: Format) -> str:
    keys = [token, make_ticket(link)]
    if form is Format.PDF:
        return reverse("report:shared-file", args=keys)
    return reverse("report:shared-form", args=[*keys, form])


def _stopped(request: HttpRequest, token: str) -> HttpResponse:
    fault = _("Too many wrong passwords came from this connection. Wait ten minutes.")
    response = _shared_page(request, token, True, fault, HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(WINDOW_SECONDS)
    return response


def _shared_page(
    request: HttpRequest, token: str, has_password: bool, fault: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    """Nobody learns whose report it is before the password is right."""
    link = None if has_password else shared_for(token)
    context: dict[str, Any] = {"link": link, "has_password": has_password, "fault": fault, "form": OpenForm()}
    context |= {"action": request.path, "forms": OTHERS}
    return render(request, "report/shared.html", context, status=status)


@require_safe
def shared_file(request: HttpRequest, share_token: str, ticket: str) -> HttpResponse:
    """This function will hand out the report, byte for byte as it was made, for as long as link and ticket are good."""
    link = shared_for(share_token)
    require_ticket(link, ticket)
    response = HttpResponse(bytes(link.report.pdf), content_type=Format.PDF.content_type)
    response.headers["Content-Disposition"] = f'inline; filename="{link.report.number}.pdf"'
    return kept_private(response)


@require_safe
def shared_form(request: HttpRequest, share_token: str, ticket: str, form: Format) -> HttpResponse:
    """This function will hand out the report in another form, for as long as link and ticket are good."""
    link = shared_for(share_token)
    require_ticket(link, ticket)
    back = reverse("report:shared", args=[share_token])
    return file_response(request, link.report, form, link.report.result.assessment.enterprise.name, back)
