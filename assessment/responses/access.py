"""The only door to assessments. Wrong, expired and revoked keys look the same: there is no such page."""

from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from assessment.responses.models import Assessment, Purpose, RespondentToken
from assessment.responses.tokens import COOKIE_NAME, LIFETIME, hash_token, read_code


class Need(StrEnum):
    READ = "read"
    ANSWER = "answer"


# The kind of key that opens. Resume links and codes open nothing by themselves: they are exchanged for a cookie.
OPENS = {Need.READ: Purpose.COOKIE, Need.ANSWER: Purpose.COOKIE}


def assessment_for(request: HttpRequest, public_id: UUID, need: Need) -> Assessment:
    """This function will return the assessment that the request's cookie opens, with enterprise and release.

    To everybody else it does not exist (404). One query.
    """
    token = request.COOKIES.get(COOKIE_NAME)
    if not token:
        raise Http404
    assessment = (
        Assessment.objects.select_related("enterprise", "release")
        .defer("release__document")
        .opened_by(hash_token(token), OPENS[need])
        .filter(public_id=public_id)
        .first()
    )
    if assessment is None:
        raise Http404
    return assessment


def resume_token_for(token: str) -> RespondentToken:
    """This function will return the usable resume link behind `token`; anything else does not exist (404)."""
    found = _usable(token, Purpose.LINK)
    if found is None:
        raise Http404
    return found


def resume_code_for(typed: str) -> RespondentToken | None:
    """This function will return the usable resume code behind what a person typed, or None."""
    code = read_code(typed)
    return _usable(code, Purpose.CODE) if code else None


def _usable(token: str, purpose: Purpose) -> RespondentToken | None:
    return (
        RespondentToken.objects.usable()
        .filter(hash=hash_token(token), purpose=purpose)
        .select_related("assessment__enterprise")
        .first()
    )


def set_cookie(response: HttpResponse, assessment: Assessment, token: str) -> None:
    """This function will hand the browser its key to one assessment, sent to that assessment's pages only."""
    response.set_cookie(
        COOKIE_NAME,
        token,
        max_age=int(LIFETIME.total_seconds()),
        path=reverse("responses:assessment-open", args=[assessment.public_id]),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
