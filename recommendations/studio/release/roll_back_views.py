"""Going back to an older release."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.bank.releasing import ReleaseRefused
from recommendations.studio.access import RELEASE, Workshop, workshop_for
from recommendations.studio.release.actions import Released
from recommendations.studio.release.forms import RollBackForm
from recommendations.studio.release.hashes import ChangedMeanwhile
from recommendations.studio.release.in_use import NothingToRelease
from recommendations.studio.release.roll_back_page import WayBack, preview_back, way_back_to
from recommendations.studio.release.rolling_back import roll_back
from recommendations.studio.release.views import released_words


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def roll_back_to(request: HttpRequest, bank_slug: str, number: str) -> HttpResponse:
    """This function will show what going back to a release would change; POST releases it once more."""
    workshop = workshop_for(request.user, bank_slug, RELEASE)
    way = way_back_to(workshop, number)
    if request.method == "POST":
        return _go_back(request, workshop, way)
    return _page(request, workshop, way, RollBackForm(initial={"in_use": way.in_use.version, "playbook": True}))


def _go_back(request: HttpRequest, workshop: Workshop, way: WayBack) -> HttpResponse:
    form = RollBackForm(request.POST)
    if not form.is_valid():
        return _page(request, workshop, way, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    wished = form.cleaned_data
    try:
        released = _rolled_back(workshop, way, wished)
    except ChangedMeanwhile:
        messages.error(request, _("It has changed since you looked. Nothing was released; look again and repeat."))
        fresh = RollBackForm(initial=wished | {"in_use": way.in_use.version})
        return _page(request, workshop, way, fresh, HTTPStatus.CONFLICT)
    except NothingToRelease:
        messages.error(request, _("Nothing would change: what is in use says the same."))
        return _page(request, workshop, way, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ReleaseRefused as refused:
        messages.error(request, _("This release can no longer be used as it was: %(why)s") % {"why": refused})
        return _page(request, workshop, way, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, released_words(released))
    return redirect("studio:bank-show", workshop.bank.slug)


def _rolled_back(workshop: Workshop, way: WayBack, wished: dict[str, Any]) -> Released:
    return roll_back(
        bank=workshop.bank,
        playbook=workshop.playbook,
        to=way.to,
        with_playbook=way.playbook if wished["playbook"] else None,
        in_use=wished["in_use"],
        note=wished["note"],
        restores_copy=wished["working_copy"],
        by=workshop.person,
    )


def _page(
    request: HttpRequest, workshop: Workshop, way: WayBack, form: RollBackForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "workshop": workshop,
        "tab": "release",
        "way": way,
        "preview": preview_back(way, get_language() or ""),
        "form": form,
    }
    return render(request, "studio/release/roll_back.html", context, status=status)
