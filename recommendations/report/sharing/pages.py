"""The page on which a report is shared: of a workspace, or of the enterprise itself."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.responses.access import Casework
from assessment.responses.casework_pages import Step, frame_of
from assessment.responses.models import Assessment
from recommendations.report.models import Report
from recommendations.report.sharing.actions import Shared, TooManyLinks, share_report
from recommendations.report.sharing.forms import ShareForm
from recommendations.report.sharing.queries import share_links_of


class SharePage:
    """One request for the page; `case` is None where the enterprise itself shares."""

    def __init__(
        self, request: HttpRequest, assessment: Assessment, report: Report, case: Casework | None = None
    ) -> None:
        self._request = request
        self._assessment = assessment
        self._report = report
        self._case = case

    def show(self, form: ShareForm | None = None, made: Shared | None = None, status: int = 200) -> HttpResponse:
        """This function will show the links that were made, and the form for another; a new one is shown this once."""
        workspace = None if self._case is None else self._case.seat.workspace
        now = timezone.now()
        links = share_links_of(self._report, workspace)
        context: dict[str, Any] = {
            "assessment": self._assessment,
            "report": self._report,
            "form": form or ShareForm(),
            "links": [{"link": link, "is_over": link.expires_at <= now} for link in links],
            "address": "" if made is None else self._address(made),
            "has_password": made is not None and bool(made.link.password),
        }
        if self._case is None:
            return render(self._request, "report/share_own.html", context, status=status)
        context |= frame_of(self._case, Step.REPORT)
        return render(self._request, "report/share.html", context, status=status)

    def make(self) -> HttpResponse:
        """This function will make a link as the form says, and show it."""
        form = ShareForm(self._request.POST)
        if not form.is_valid():
            return self.show(form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        user = self._request.user
        try:
            made = share_report(
                assessment=self._assessment,
                report=self._report,
                terms=form.terms(),
                by=user if isinstance(user, User) else None,
                workspace=None if self._case is None else self._case.seat.workspace,
            )
        except TooManyLinks:
            form.add_error(None, _("This report has as many links as it can have. End one that is no longer needed."))
            return self.show(form, status=HTTPStatus.CONFLICT)
        return self.show(made=made)

    def _address(self, made: Shared) -> str:
        return self._request.build_absolute_uri(reverse("report:shared", args=[made.token]))
