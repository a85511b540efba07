"""Keeping the key of an assessment, and coming back with it on any device."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.access import person_of
from assessment.accounts.signing.addresses import client_address
from assessment.responses.access import Need, assessment_for, latest_for, resume_code_for, resume_token_for
from assessment.responses.actions import make_resume_keys, resume_assessment
from assessment.responses.entering import enter
from assessment.responses.forms import ResumeForm
from assessment.responses.link_language import keep_language, language_sent, speak
from assessment.responses.models import Assessment
from assessment.responses.queries import resume_keys_made_at
from assessment.responses.throttle import WINDOW_SECONDS, is_too_many


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def keep(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show how to come back to the questions, or to the result of a submitted assessment.

    POST makes a resume link and code and shows them this once.
    """
    assessment = assessment_for(request, public_id, Need.ANSWER)
    context: dict[str, object] = {
        "assessment": assessment,
        "made_at": resume_keys_made_at(assessment.pk),
        "keys": None,
        "link": "",
    }
    if request.method == "POST":
        keys = make_resume_keys(assessment=assessment, actor=person_of(request))
        link = request.build_absolute_uri(reverse("responses:resume-link", args=[keys.link_token]))
        context |= {"keys": keys, "link": link}
    return render(request, "responses/keep.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def resume(request: HttpRequest) -> HttpResponse:
    """This function will take a resume code and open its assessment in this browser."""
    form = ResumeForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "begun": latest_for(request)}
    if not form.is_valid():
        return render(request, "responses/resume.html", context, status=422 if form.is_bound else 200)
    key = resume_code_for(form.cleaned_data["code"])
    if key is not None:
        return enter(resume_assessment(key=key, actor=person_of(request)))
    if is_too_many(client_address(request)):
        form.add_error("code", _("Too many wrong codes came from this connection. Wait ten minutes, or use the link."))
        response = render(request, "responses/resume.html", context, status=429)
        response.headers["Retry-After"] = str(WINDOW_SECONDS)
        return response
    form.add_error("code", _("No assessment opens with this code. Check it, or make a new one on the first device."))
    return render(request, "responses/resume.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def resume_link(request: HttpRequest, token: str) -> HttpResponse:
    """This function will ask before a resume link opens its assessment: mail scanners follow links, people press.

    What was sent to a client speaks the client's language, unless the browser has chosen one.
    """
    key = resume_token_for(token)
    language = language_sent(request, key.assessment)
    if request.method == "POST":
        response = enter(resume_assessment(key=key, actor=person_of(request)), _wanted(request, key.assessment))
        keep_language(response, language)
        return response
    speak(request, language)
    return render(
        request,
        "responses/resume_link.html",
        {"enterprise": key.assessment.enterprise, "action": request.get_full_path()},
    )


def _wanted(request: HttpRequest, assessment: Assessment) -> str:
    """A link may lead on to the questions of a consultant; any other place is left aside."""
    questions = reverse("responses:questions-back", args=[assessment.public_id])
    return questions if request.GET.get("next") == questions else ""
