"""The provider's pages, behind the link of a letter. Looking changes nothing: mail scanners follow links."""

from collections.abc import Callable
from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from recommendations.catalogue.contact.access import request_of_provider
from recommendations.catalogue.contact.actions import RequestClosed, answer_request, open_request
from recommendations.catalogue.contact.forms import ReplyForm
from recommendations.catalogue.models import ContactRequest, Reply

View = Callable[[HttpRequest, str], HttpResponse]


def kept_from_strangers(view: View) -> View:
    """This function will keep a page out of search engines and caches.

    No other site learns its address: that is the whole site's Referrer-Policy, same-origin. Under no-referrer a browser
    may send `Origin: null` with a form (Fetch standard, "append a request Origin header"), which the CSRF check refuses.
    """

    def kept(request: HttpRequest, contact_token: str) -> HttpResponse:
        response = view(request, contact_token)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Cache-Control"] = "no-store"
        return response

    return kept


@kept_from_strangers
@require_safe
@never_cache
def contact_read(request: HttpRequest, contact_token: str) -> HttpResponse:
    """This function will show a request to its provider once it was asked to; before that, what it is about."""
    asked = request_of_provider(contact_token)
    if asked.opened_at is None:
        return render(request, "catalogue/contact_closed.html", {"asked": asked, "token": contact_token})
    return _page(request, asked, contact_token, ReplyForm(initial={"reply": asked.reply, "note": asked.reply_note}))


@kept_from_strangers
@require_POST
def contact_open(request: HttpRequest, contact_token: str) -> HttpResponse:
    """This function will note that the provider wants to read a request, and show it."""
    open_request(request=request_of_provider(contact_token))
    return redirect("catalogue:contact-read", contact_token)


@kept_from_strangers
@require_POST
def contact_reply(request: HttpRequest, contact_token: str) -> HttpResponse:
    """This function will take the provider's answer."""
    asked, form = request_of_provider(contact_token), ReplyForm(request.POST)
    if asked.opened_at is None:
        return redirect("catalogue:contact-read", contact_token)
    if not form.is_valid():
        return _page(request, asked, contact_token, form, 422)
    with suppress(RequestClosed):  # the next page says that there is none
        answer_request(request=asked, reply=Reply(form.cleaned_data["reply"]), note=form.cleaned_data["note"])
    return redirect("catalogue:contact-read", contact_token)


def _page(
    request: HttpRequest, asked: ContactRequest, contact_token: str, form: ReplyForm, status: int = 200
) -> HttpResponse:
    context = {"asked": asked, "contact": asked_by(asked), "token": contact_token, "form": form}
    return render(request, "catalogue/contact_read.html", context, status=status)


def asked_by(asked: ContactRequest) -> dict[str, str]:
    """This function will return the person's details in the shape of the form that they were given in."""
    return {"person": asked.person, "email": asked.email, "phone": asked.phone, "message": asked.message}
