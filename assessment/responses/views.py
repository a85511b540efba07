"""The pages of answering: start, sections, check, resume. The autosave stands in `api`."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.access import enterprise_for, person_of
from assessment.accounts.models import User
from assessment.accounts.queries import owned_names
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import scorer_of
from assessment.responses.access import (
    Need,
    assessment_for,
    head_for,
    latest_for,
    resume_code_for,
    resume_token_for,
    set_cookie,
)
from assessment.responses.actions import (
    AssessmentOpen,
    Opened,
    make_resume_keys,
    resume_assessment,
    revise_assessment,
    start_assessment,
    widen_assessment,
)
from assessment.responses.asking_page import waiting_count
from assessment.responses.check_page import check_page, check_rail
from assessment.responses.forms import BankForm, ResumeForm, StartForm
from assessment.responses.link_language import keep_language, language_sent, speak
from assessment.responses.models import Assessment
from assessment.responses.progress import sections_in
from assessment.responses.queries import (
    newer_release,
    newest_releases,
    offered_release,
    own_answers,
    page_answers,
    resume_keys_made_at,
)
from assessment.responses.section_page import section_page
from assessment.responses.section_save import save_form
from assessment.responses.since import since_round_before
from assessment.responses.start_page import DEFAULT_BANK, bank_context, start_context, start_form
from assessment.responses.starting import start_for_owner
from assessment.responses.throttle import WINDOW_SECONDS, is_too_many
from assessment.scoring.scorecard import Scope


@require_safe
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """This function will show what Fourfold is, where to begin, and what this browser can go on with."""
    release = offered_release(DEFAULT_BANK)
    return _start_page(request, _form(request, release), release)


@require_safe
@never_cache
def bank(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show another bank and where to begin with it; the one in use has the first page."""
    if bank_slug == DEFAULT_BANK:
        return redirect("responses:start")
    release = _other_release(bank_slug)
    if release is None:
        return _no_longer_offered(request)
    return render(request, "responses/bank.html", bank_context(_form(request, release), release))


@require_POST
def assessment_start(request: HttpRequest) -> HttpResponse:
    """This function will open an assessment and hand its key to the browser."""
    chosen = BankForm(request.POST)
    if not chosen.is_valid():
        raise Http404
    slug = chosen.cleaned_data["bank"] or DEFAULT_BANK
    release = offered_release(slug) if slug == DEFAULT_BANK else _other_release(slug)
    form = _form(request, release, request.POST)
    if release is None:
        return _start_page(request, form, release, 503) if slug == DEFAULT_BANK else _no_longer_offered(request)
    if form.is_valid():
        return _enter(_start(form, release, person_of(request)))
    if slug == DEFAULT_BANK:
        return _start_page(request, form, release, 422)
    return render(request, "responses/bank.html", bank_context(form, release), status=422)


def _other_release(slug: str) -> Release | None:
    """The release to begin with, None where the bank is retired; Http404 where nothing was ever offered."""
    release = current_release(slug)
    if release is None:
        raise Http404
    return None if release.bank.retired_at else release


def _no_longer_offered(request: HttpRequest) -> HttpResponse:
    return render(request, "responses/retired.html", status=HTTPStatus.GONE)


def _start_page(request: HttpRequest, form: StartForm, release: Release | None, status: int = 200) -> HttpResponse:
    context = start_context(form, release, newest_releases(), latest_for(request))
    return render(request, "responses/start.html", context, status=status)


def _form(request: HttpRequest, release: Release | None, data: QueryDict | None = None) -> StartForm:
    return start_form(release, data, owned_names(person_of(request)), request.GET.get("enterprise", ""))


def _start(form: StartForm, release: Release, person: User | None) -> Opened:
    """Whoever is signed in owns from the start what they begin."""
    scope, language, chosen = form.chosen_scope(), get_language() or "", form.chosen_enterprise()
    if person is not None and chosen is not None:
        own = enterprise_for(person, chosen)
        return start_for_owner(enterprise=own, owner=person, release=release, scope=scope, language=language)
    name = form.cleaned_data["enterprise_name"]
    return start_assessment(enterprise_name=name, release=release, scope=scope, language=language, owner=person)


def _enter(opened: Opened, place: str = "") -> HttpResponseRedirect:
    """The browser gets its key and goes to `place`, or to where answering goes on."""
    response = HttpResponseRedirect(place or reverse("responses:assessment-open", args=[opened.assessment.public_id]))
    set_cookie(response, opened.assessment, opened.token)
    return response


@require_safe
@never_cache
def assessment_open(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will lead to the first section with an open question, or to the result of a submitted one.

    What comes from the round before is open until it is confirmed.
    """
    assessment = assessment_for(request, public_id, Need.READ)
    if assessment.is_submitted:
        return redirect("report:result-show", public_id)
    scorer, scope, answers = scorer_of(assessment.release_id), Scope(assessment.scope), own_answers(assessment)
    settled = answers.keys() - page_answers(assessment.pk).carried if assessment.follows_id else answers.keys()
    visible = scorer.visible(answers, scope)
    for each in sections_in(scorer.document, scope):
        if any(question.key in visible and question.key not in settled for question in each.questions):
            return redirect("responses:section", public_id, each.key)
    return redirect("responses:check", public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: HttpRequest, public_id: UUID, section_key: str) -> HttpResponse:
    """This function will show one section; POST saves it as a plain form, for browsers without JavaScript."""
    head = head_for(request, public_id)
    scorer = scorer_of(head.release_id)
    if section_key not in {each.key for each in sections_in(scorer.document, head.scope)}:
        raise Http404
    if request.method == "POST":
        return save_form(request, assessment_for(request, public_id, Need.ANSWER), scorer, section_key)
    return section_page(request, head, scorer, section_key, page_answers(head.pk))


@require_safe
@never_cache
def check(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show what is open, unknown or contradictory, and the way to the result."""
    assessment = assessment_for(request, public_id, Need.READ)
    scorer, scope = scorer_of(assessment.release_id), Scope(assessment.scope)
    page = check_page(scorer, own_answers(assessment), scope, public_id, get_language(), since_round_before(assessment))
    context = {
        "assessment": assessment,
        "page": page,
        "rail": check_rail(scorer.document, scope, page.progress, public_id),
        "may_widen": scope is Scope.QUICK and page.more_in_full > 0,
        "asked_back": waiting_count(assessment),
        "has_newer": not assessment.is_submitted and newer_release(assessment.release) is not None,
    }
    return render(request, "responses/check.html", context)


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
        return _enter(resume_assessment(key=key, actor=person_of(request)))
    if is_too_many(request.META.get("REMOTE_ADDR", "")):
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
        response = _enter(resume_assessment(key=key, actor=person_of(request)), _wanted(request, key.assessment))
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


@require_POST
def assessment_widen(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will go on from the quick scan to the full diagnosis with all answers kept."""
    assessment: Assessment = assessment_for(request, public_id, Need.ANSWER)
    opened = widen_assessment(assessment=assessment, actor=person_of(request))
    return _enter(opened) if opened else redirect("responses:assessment-open", public_id)


@require_POST
def assessment_revise(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will open a copy of a submitted assessment at its first section, to change answers there."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    try:
        opened = revise_assessment(assessment=assessment, actor=person_of(request))
    except AssessmentOpen:
        return redirect("responses:assessment-open", public_id)
    copy = opened.assessment
    first = sections_in(scorer_of(copy.release_id).document, Scope(copy.scope))[0]
    return _enter(opened, reverse("responses:section", args=[copy.public_id, first.key]))
