"""The enterprise's pages: asking, looking at the very words, sending, the list, taking back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.signing.addresses import client_address
from assessment.mail.addresses import sends_mail
from assessment.responses.access import Need, assessment_for
from assessment.responses.models import Assessment
from assessment.responses.queries import result_of
from assessment.responses.throttle import is_flooding
from recommendations.catalogue.contact.access import askable_offering, own_request
from recommendations.catalogue.contact.actions import (
    MOST_OPEN,
    AlreadyAsked,
    Person,
    ProviderBusy,
    Sent,
    TooManyRequests,
    send_request,
    withdraw_request,
)
from recommendations.catalogue.contact.forms import ConsentForm, ContactForm, Step, StepForm
from recommendations.catalogue.contact.letters import provider_address
from recommendations.catalogue.contact.queries import own_requests, request_row, standing_request
from recommendations.catalogue.contact.shared import Sharable, fingerprint, sharable
from recommendations.catalogue.models import ContactRequest, Offering


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contact_ask(request: HttpRequest, public_id: UUID, provider_key: str, offering_key: str) -> HttpResponse:
    """This function will ask what to share with a provider, show the very words, and send them; once for an offering."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    result = result_of(assessment)
    if result is None:
        return redirect("responses:check", public_id)
    offering = askable_offering(provider_key, offering_key, timezone.localdate())
    standing = standing_request(assessment, offering)
    if standing is not None:
        return _asked(request, assessment, standing)
    page = _AskPage(request, assessment, offering, sharable(assessment, result, offering, _locale()))
    return page.answer() if request.method == "POST" else page.ask()


class _AskPage:
    """One request for a page of asking, and what its answers have in common."""

    def __init__(self, request: HttpRequest, assessment: Assessment, offering: Offering, offered: Sharable) -> None:
        self._request = request
        self._assessment = assessment
        self._offering = offering
        self._offered = offered

    def ask(self, form: ContactForm | None = None, status: int = 200) -> HttpResponse:
        first = {"action": self._request.GET.get("action", "")}
        form = form or self._form(initial=first)
        return self._render("catalogue/contact_ask.html", {"form": form, "offered": self._offered}, status)

    def _form(self, *args: Any, **options: Any) -> ContactForm:
        """Nobody is written to about a sample."""
        return ContactForm(*args, offered=self._offered, writes_back=not self._offering.provider.is_sample, **options)

    def answer(self) -> HttpResponse:
        step, form = StepForm(self._request.POST), self._form(self._request.POST)
        if not step.is_valid():
            raise Http404
        if not form.is_valid():
            return self.ask(form, 422)
        if step.cleaned_data["step"] == Step.CHANGE:
            return self.ask(form)
        is_seen = step.cleaned_data["seen"] == fingerprint(form.snapshot(self._offered))
        if step.cleaned_data["step"] == Step.PREVIEW or not is_seen:
            return self._preview(form, ConsentForm())
        consent = ConsentForm(self._request.POST)
        return self._send(form) if consent.is_valid() else self._preview(form, consent, 422)

    def _preview(self, form: ContactForm, consent: ConsentForm, status: int = 200, **more: object) -> HttpResponse:
        shared = form.snapshot(self._offered)
        words = {"shared": shared, "seen": fingerprint(shared), "contact": form.cleaned_data, "consent": consent}
        return self._render("catalogue/contact_preview.html", {"form": form} | words | more, status)

    def _send(self, form: ContactForm) -> HttpResponse:
        given = form.cleaned_data
        if not self._offering.provider.is_sample and is_flooding(client_address(self._request)):
            return self._preview(form, ConsentForm(), 429, is_flooding=True)
        try:
            sent = send_request(
                assessment=self._assessment,
                offering=self._offering,
                shared=form.snapshot(self._offered),
                person=Person(given["person"], given["email"], given["phone"], given["message"]),
                action_key=given.get("action", ""),
                region=self._offered.region,
                language=_locale(),
            )
        except AlreadyAsked as asked:
            return _asked(self._request, self._assessment, asked.request)
        except TooManyRequests:
            return self._preview(form, ConsentForm(), 429, most_open=MOST_OPEN)
        except ProviderBusy:
            return self._preview(form, ConsentForm(), 429, is_busy=True)
        return _asked(self._request, self._assessment, sent.request, sent)

    def _render(self, template: str, context: dict[str, object], status: int) -> HttpResponse:
        context |= {"assessment": self._assessment, "offering": self._offering}
        return render(self._request, template, context, status=status)


def _asked(
    request: HttpRequest, assessment: Assessment, asked: ContactRequest, sent: Sent | None = None
) -> HttpResponse:
    """Where no letter reaches the provider, the link is shown, this once."""
    is_shown = sent is not None and (asked.offering.provider.is_sample or not sends_mail())
    context = {
        "assessment": assessment,
        "row": request_row(asked, _locale()),
        "is_new": sent is not None,
        "link": provider_address(sent.token) if sent is not None and is_shown else "",
    }
    return render(request, "catalogue/contact_asked.html", context)


@require_safe
@never_cache
def contact_list(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the enterprise what it asked, and what came of it."""
    assessment = assessment_for(request, public_id, Need.READ)
    context = {"assessment": assessment, "rows": own_requests(assessment, _locale())}
    return render(request, "catalogue/contact_list.html", context)


@require_POST
def contact_withdraw(request: HttpRequest, public_id: UUID, request_id: UUID) -> HttpResponse:
    """This function will take a request back; the provider's link is dead from then on."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    withdraw_request(request=own_request(assessment, request_id))
    return redirect("catalogue:contact-list", public_id)


def _locale() -> str:
    return get_language() or "en"
