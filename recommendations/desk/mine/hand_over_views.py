"""Handing an enterprise over to another person, and accepting it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.accounts.access import enterprise_for
from assessment.accounts.handing_over import (
    OfferedTooOften,
    OfferEnded,
    OtherAddress,
    TheirsAlready,
    offer_behind,
    offer_enterprise,
    revoke_offer,
)
from assessment.accounts.models import Enterprise, HandOver, User
from assessment.accounts.workspaces.addresses import has_proven, masked_address
from assessment.responses.closing import take_over
from recommendations.desk.mine.access import offer_of
from recommendations.desk.mine.forms import HandOverForm
from recommendations.desk.mine.person import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def hand_over(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will say what handing over means; POST sends the offer."""
    enterprise = enterprise_for(request.user, enterprise_id)
    form = HandOverForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _offer(form, enterprise, signed_in(request)):
        messages.success(
            request, gettext("A letter with the offer is on its way. Until it is accepted you stay the owner.")
        )
        return redirect("desk:mine-enterprise", enterprise_id)
    status = 422 if form.is_bound else 200
    return render(request, "desk/mine_hand_over.html", {"enterprise": enterprise, "form": form}, status=status)


def _offer(form: HandOverForm, enterprise: Enterprise, by: User) -> bool:
    try:
        offer_enterprise(enterprise=enterprise, email=form.cleaned_data["email"], by=by)
    except TheirsAlready:
        form.add_error("email", gettext("This is your own address."))
    except OfferedTooOften:
        form.add_error("email", gettext("You have sent many letters today. Try again tomorrow."))
    return form.is_valid()


@require_POST
def hand_over_revoke(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    offer = offer_of(enterprise_for(request.user, enterprise_id))
    try:
        revoke_offer(offer=offer, by=signed_in(request))
    except OfferEnded:
        messages.warning(request, gettext("This offer was accepted or revoked already."))
    else:
        messages.success(request, gettext("The offer is revoked: its link opens nothing any more."))
    return redirect("desk:mine-enterprise", enterprise_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def hand_over_accept(request: HttpRequest, token: str) -> HttpResponse:
    """This function will show an offer to whoever has its link; only a person with its address can accept it."""
    offer = offer_behind(token)
    person = request.user
    if not isinstance(person, User):
        return redirect_to_login(request.path, reverse("accounts:sign-in"))
    if request.method == "POST":
        try:
            enterprise = take_over(offer=offer, person=person)
        except OfferEnded as ended:
            raise Http404 from ended
        except OtherAddress:
            return _show(request, offer, person, 403)
        messages.success(request, gettext("“%(enterprise)s” is yours now.") % {"enterprise": enterprise})
        return redirect("desk:mine-enterprise", enterprise.public_id)
    return _show(request, offer, person)


def _show(request: HttpRequest, offer: HandOver, person: User, status: int = 200) -> HttpResponse:
    context = {"offer": offer, "is_theirs": has_proven(person, offer.email), "address": masked_address(offer.email)}
    return render(request, "desk/mine_hand_over_accept.html", context, status=status)
