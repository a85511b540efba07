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
from assessment.responses.claiming import OwnedByAnother, claim_enterprise, claimable_for


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
    if enterprise.owner_id is None and request.method == "POST":
        try:
            claim_enterprise(assessment=assessment, person=request.user)
        except OwnedByAnother:
            return render(request, "desk/mine_claimed.html", {"assessment": assessment}, status=409)
        messages.success(request, gettext("“%(enterprise)s” is yours now.") % {"enterprise": enterprise})
        return redirect("desk:mine-enterprise", enterprise.public_id)
    if enterprise.owner_id is not None:
        return render(request, "desk/mine_claimed.html", {"assessment": assessment}, status=409)
    return render(request, "desk/mine_claim.html", {"assessment": assessment})
