"""A page with one form of the catalogue: shown, drawn again, refused, overtaken, or saved."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.faults import DocumentError
from recommendations.studio.catalogue.keeping import Gone, Overtaken, add, change
from recommendations.studio.catalogue.part_form import Data, PartForm, sealed, unsealed
from recommendations.studio.catalogue.parts import Part
from recommendations.studio.catalogue.spoken import changed_lines

VERIFIED = "verified"


def answer(request: HttpRequest, part: Part, shown: Data, template: str, **context: Any) -> HttpResponse:
    """This function will show the form with what is `shown`, or take what was posted: a redirect (302) once it is saved.

    Refused input is shown again with its faults (422), an overtaken one with what the others did (409). Buttons of
    lists and of the condition builder draw the page again and save nothing.
    """
    page = _Page(request, part, template, context)
    if request.method != "POST":
        return page.show(part.form(None, shown))
    form = part.form(_sent(request), shown)
    if form.press() or form.wants_rerender:
        form.full_clean()
        form.hush()
        return page.show(form)
    if not form.is_valid():
        return page.show(form, 422)
    return page.saved(form)


def _sent(request: HttpRequest) -> QueryDict:
    """“Verified today” is a button that fills in the day and saves."""
    if VERIFIED not in request.POST:
        return request.POST
    sent = request.POST.copy()
    sent["verified_on"] = timezone.localdate().isoformat()
    return sent


class _Page:
    def __init__(self, request: HttpRequest, part: Part, template: str, context: dict[str, Any]) -> None:
        self.request = request
        self.part = part
        self.template = template
        self.context = context

    def show(self, form: PartForm, status: int = 200, **more: Any) -> HttpResponse:
        problems = list(form.problems) if form.is_bound else []
        shown = {"part": self.part.nav, "is_new": self.part.is_new, "form": form, "problems": problems, "lines": None}
        return render(self.request, self.template, shown | self.context | more, status=status)

    def saved(self, form: PartForm) -> HttpResponse:
        assert isinstance(self.request.user, User)
        is_new = self.part.is_new
        try:
            if is_new:
                self.part.name_new(form.cleaned_data)
                add(part=self.part, written=form.written, by=self.request.user)
            else:
                then = unsealed(form.cleaned_data["shown"])
                change(part=self.part, written=form.written, then=then, by=self.request.user)
        except DocumentError as error:
            form.take_faults(error.faults)
            return self._again(form, is_new)
        except Overtaken as overtaken:
            return self._overtaken(overtaken)
        except Gone:
            form.add_error(None, _("Somebody else has removed this meanwhile. Copy from here what you still need."))
            return self.show(form, 409)
        messages.success(self.request, _("Added.") if is_new else _("Saved."))
        return redirect(self.part.address())

    def _again(self, form: PartForm, is_new: bool) -> HttpResponse:
        if is_new:
            self.part.key = ""
        return self.show(form, 422)

    def _overtaken(self, overtaken: Overtaken) -> HttpResponse:
        """The form comes back with what was typed, and with what the others wrote where nothing was typed."""
        meanwhile = overtaken.meanwhile
        form = self.part.form(None, meanwhile.merged)
        form.initial["shown"] = sealed(meanwhile.now)
        return self.show(form, 409, lines=changed_lines(form, meanwhile))
