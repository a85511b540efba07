"""A page with one form of the catalogue: shown, drawn again, refused, overtaken, or saved."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.faults import DocumentError
from recommendations.studio.catalogue.keeping import Gone, Overtaken, add, change
from recommendations.studio.catalogue.part_form import Data, PartForm
from recommendations.studio.catalogue.parts import Part
from recommendations.studio.catalogue.seen import FIELD, Seen
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
    return _posted(page, part.form(_sent(request), shown))


def answer_removed(request: HttpRequest, part: Part, template: str, **context: Any) -> HttpResponse:
    """This function will take what was posted of a thing that was removed meanwhile; its form comes with the request.

    The form is shown again with everything as typed (409); when that is saved, the thing is added under its old key.
    """
    seen = Seen.read(request.POST.get(FIELD, ""), part.name)
    if seen is None:
        raise Http404
    page = _Page(request, part, template, context, removed=seen)
    return _posted(page, part.form(_told(_sent(request), seen), seen.values))


def _posted(page: "_Page", form: PartForm) -> HttpResponse:
    if form.press() or form.wants_rerender:
        form.full_clean()
        form.hush()
        return page.show(form)
    is_valid = form.is_valid()
    if page.has_news:
        return page.show(form, 409)
    return page.saved(form) if is_valid else page.show(form, 422)


def _sent(request: HttpRequest) -> QueryDict:
    """“Verified today” is a button that fills in the day and saves."""
    if VERIFIED not in request.POST:
        return request.POST
    sent = request.POST.copy()
    sent["verified_on"] = timezone.localdate().isoformat()
    return sent


def _told(sent: QueryDict, seen: Seen) -> QueryDict:
    """What comes back from the next page says that its reader knows of the removal."""
    told = sent.copy()
    told[FIELD] = replace(seen, is_gone=True).sealed
    return told


class _Page:
    """`removed` is what the form showed of a thing that is not there any more."""

    def __init__(
        self, request: HttpRequest, part: Part, template: str, context: dict[str, Any], removed: Seen | None = None
    ) -> None:
        self.request = request
        self.part = part
        self.template = template
        self.context = context
        self.removed = removed

    @property
    def has_news(self) -> bool:
        """Nobody puts back what they do not know to be gone."""
        return self.removed is not None and not self.removed.is_gone

    def show(self, form: PartForm, status: int = 200, **more: Any) -> HttpResponse:
        problems = list(form.problems) if form.is_bound else []
        shown = {"part": self.part.nav, "is_new": self.part.is_new, "form": form, "problems": problems, "lines": None}
        shown["removed"] = self.removed
        return render(self.request, self.template, shown | self.context | more, status=status)

    def saved(self, form: PartForm) -> HttpResponse:
        assert isinstance(self.request.user, User)
        is_new = self.part.is_new
        try:
            if is_new:
                self.part.name_new(form.cleaned_data)
            if is_new or self.removed:
                add(part=self.part, written=form.written, by=self.request.user)
            else:
                seen = Seen.read(form.cleaned_data[FIELD], self.part.name)
                then = seen.values if seen else None
                change(part=self.part, written=form.written, then=then, by=self.request.user)
        except DocumentError as error:
            form.take_faults(error.faults)
            return self._again(form, is_new)
        except Overtaken as overtaken:
            return self._overtaken(overtaken)
        except Gone:
            return answer_removed(self.request, self.part, self.template, **self.context | {"row": None})
        done = _("Put back.") if self.removed else _("Added.") if is_new else _("Saved.")
        messages.success(self.request, done)
        return redirect(self.part.address())

    def _again(self, form: PartForm, is_new: bool) -> HttpResponse:
        if is_new:
            self.part.key = ""
        return self.show(form, 422)

    def _overtaken(self, overtaken: Overtaken) -> HttpResponse:
        """The form comes back with what was typed, and with what the others wrote where nothing was typed."""
        meanwhile = overtaken.meanwhile
        form = self.part.form(None, meanwhile.merged)
        form.initial[FIELD] = self.part.seen(meanwhile.now).sealed
        return self.show(form, 409, lines=changed_lines(form, meanwhile))
