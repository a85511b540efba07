"""Making an anonymous enterprise one's own."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.models import User
from assessment.responses.claiming import OwnedByAnother, WorksForIt, claim_enterprise, claimable_for, works_for
from assessment.responses.models import Assessment


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def claim(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will explain what claiming means; POST claims. Who has no account yet is led to one and back."""
    assessment = claimable_for(request, public_id)
    enterprise = assessment.enterprise
    if not isinstance(request.user, User):
        return redirect_to_login(request.path, reverse("accounts:sign-in"))
    if enterprise.owner_id == request.user.pk:
        return redirect("desk:mine-enterprise", enterprise.public_id)
    if enterprise.owner_id is not None:
        return _refused(request, "desk/mine_claimed.html", assessment)
    if works_for(request.user, enterprise):
        return _refused(request, "desk/mine_claim_refused.html", assessment)
    if request.method != "POST":
        return render(request, "desk/mine_claim.html", {"assessment": assessment})
    return _claim(request, assessment, request.user)


def _claim(request: HttpRequest, assessment: Assessment, person: User) -> HttpResponse:
    try:
        claim_enterprise(assessment=assessment, person=person)
    except OwnedByAnother:
        return _refused(request, "desk/mine_claimed.html", assessment)
    except WorksForIt:
        return _refused(request, "desk/mine_claim_refused.html", assessment)
    messages.success(request, gettext("“%(enterprise)s” is yours now.") % {"enterprise": assessment.enterprise})
    return redirect("desk:mine-enterprise", assessment.enterprise.public_id)


def _refused(request: HttpRequest, template: str, assessment: Assessment) -> HttpResponse:
    return render(request, template, {"assessment": assessment}, status=409)
