"""Two people at once: what the other did, what was about to be done, and both ways on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext

from assessment.responses.casework_pages import Step, frame_of
from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.desk import Desk, desk_of
from recommendations.plan.overlay.folding import Change, is_applicable
from recommendations.plan.overlay.forms import ReasonForm
from recommendations.plan.overlay.history import history_of, title_of
from recommendations.plan.overlay.queries import Made


def conflict_page(
    request: HttpRequest, desk: Desk, made: tuple[Made, ...], form: ReasonForm, change: Change | None
) -> HttpResponse:
    """This function will return the page (409): nothing was changed, and what was sent can be sent on top of the rest.

    `change` is None where the last change was to be taken back.
    """
    locale = get_language() or "en"
    desk = desk_of(desk.casework) or desk
    context = frame_of(desk.casework, Step.ADVICE) | {
        "theirs": history_of(desk, made, locale),
        "mine": gettext("take back the last change") if change is None else str(OverlayKind(change.kind).label),
        "title": "" if change is None else title_of(desk, change, locale),
        "reason": form.cleaned_data["reason"],
        "fields": form.sent_again(desk.overlay.number),
        "is_possible": change is not None and is_applicable(desk.overlay.state, change),
    }
    return render(request, "plan/overlay_conflict.html", context, status=409)
