"""Releasing what was worked on."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.bank.releasing import ReleaseRefused
from recommendations.studio.access import READ, RELEASE, Workshop, workshop_for
from recommendations.studio.release.actions import Released, release_together
from recommendations.studio.release.forms import ReleaseForm, SendBackForm
from recommendations.studio.release.hashes import ChangedMeanwhile, Hashes
from recommendations.studio.release.in_use import NothingToRelease
from recommendations.studio.release.release_page import bar_words, release_page
from recommendations.studio.release.second_person import SecondPersonNeeded
from recommendations.studio.trial.copies import Unreadable
from recommendations.studio.trial.unreadable import unreadable_page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def release(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what would be released and what speaks against it; POST releases it."""
    if request.method == "POST":
        return _release(request, workshop_for(request.user, bank_slug, RELEASE))
    return show_page(request, workshop_for(request.user, bank_slug, READ))


def _release(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return show_page(request, workshop, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        released = release_together(
            bank=workshop.bank,
            playbook=workshop.playbook,
            seen=seen_in(form),
            note=form.cleaned_data["note"],
            by=workshop.person,
        )
    except ChangedMeanwhile:
        return show_changed(request, workshop, form)
    except SecondPersonNeeded as needed:
        return show_refusal(request, workshop, form, bar_words(needed.bar))
    except NothingToRelease as nothing:
        return show_nothing(request, workshop, nothing)
    except ReleaseRefused:
        return show_refusal(request, workshop, form, _("It cannot be released before the errors are mended."))
    messages.success(request, released_words(released))
    return redirect("studio:bank-show", workshop.bank.slug)


def seen_in(form: ReleaseForm) -> Hashes:
    """This function will return the hashes of what the person saw."""
    return Hashes(form.cleaned_data["bank_hash"], form.cleaned_data["playbook_hash"])


def released_words(released: Released) -> str:
    """This function will return what became of a release, for the person who made it."""
    said = _("Released as %(version)s.") % {"version": released.bank.version}
    if released.playbook is not None:
        said += " " + _("The playbook is at %(version)s.") % {"version": released.playbook.version}
    if released.followed:
        said += " " + ngettext(
            "%(count)d open assessment has followed.", "%(count)d open assessments have followed.", released.followed
        ) % {"count": released.followed}
    return said


def show_changed(request: HttpRequest, workshop: Workshop, form: ReleaseForm) -> HttpResponse:
    """This function will show the page as it is now, with the note that was written, to be looked at again."""
    messages.error(request, _("It has changed since you looked. Nothing was released; look again and repeat."))
    return show_page(request, workshop, note=form.cleaned_data["note"], status=HTTPStatus.CONFLICT)


def show_nothing(request: HttpRequest, workshop: Workshop, nothing: NothingToRelease) -> HttpResponse:
    """This function will show that what was to be released is in use, and who released it if it was somebody else."""
    if nothing.by is None or nothing.by == workshop.person:
        messages.error(request, _("Nothing has changed since the last release."))
    else:
        told = {"version": nothing.version, "name": nothing.by.get_full_name()}
        messages.info(request, _("Released as %(version)s by %(name)s meanwhile.") % told)
    return show_page(request, workshop, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def show_refusal(request: HttpRequest, workshop: Workshop, form: ReleaseForm, why: str) -> HttpResponse:
    """This function will show the page with why it was not done."""
    messages.error(request, why)
    return show_page(request, workshop, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def show_page(
    request: HttpRequest,
    workshop: Workshop,
    form: ReleaseForm | None = None,
    answer: SendBackForm | None = None,
    *,
    note: str | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """This function will show the release page; `note` is put into a fresh form."""
    try:
        context = release_page(workshop, form, answer)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "release", fault)
    if note is not None:
        context["form"].initial["note"] = note
    return render(request, "studio/release/show.html", context, status=status)
