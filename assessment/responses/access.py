"""The only door to assessments. Wrong, expired and revoked keys look the same: there is no such page."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from assessment.accounts.access import ClientFile, Seat, client_for
from assessment.accounts.models import Enterprise, User
from assessment.accounts.rights import Right
from assessment.accounts.signing.second_factor import lacks_second_factor
from assessment.bank.models import Release
from assessment.responses.models import Assessment, AssessmentQuerySet, Purpose, RespondentToken
from assessment.responses.tokens import COOKIE_NAME, LATEST_COOKIE_NAME, LIFETIME, hash_token, read_code
from assessment.responses.visits import visit_of
from assessment.scoring.scorecard import Scope


class Need(StrEnum):
    """PLAN is more than READ and less than ANSWER: consultants keep plans, and never answer for the enterprise."""

    READ = "read"
    PLAN = "plan"
    ANSWER = "answer"


# What opens to people who are signed in. A browser's own key opens all: it is the respondent's. Resume links and codes
# open nothing by themselves: they are exchanged for such a key.
OPENS: dict[Need, Callable[[AssessmentQuerySet, User], AssessmentQuerySet]] = {
    Need.READ: AssessmentQuerySet.seen_by,
    Need.PLAN: AssessmentQuerySet.worked_on_by,
    Need.ANSWER: AssessmentQuerySet.answered_by,
}

OPENS_TO_PERSONS = OPENS | {Need.READ: AssessmentQuerySet.read_by, Need.PLAN: AssessmentQuerySet.answered_by}


def assessment_for(request: HttpRequest, public_id: UUID, need: Need) -> Assessment:
    """This function will return the assessment that the browser's key or the person opens, with enterprise and release.

    To everybody else it does not exist (404). One query with the right key; two more for people who are signed in, and
    up to three for those to whom it is not their own: `visit` says what pages may offer them.
    """
    found = Assessment.objects.select_related("enterprise", "release").defer("release__document")
    found = found.filter(public_id=public_id)
    token = request.COOKIES.get(COOKIE_NAME)
    assessment = found.opened_by(hash_token(token), Purpose.COOKIE).first() if token else None
    if assessment is None and isinstance(request.user, User):
        assessment = _opened_to(found, request.user, need)
        if assessment is not None:
            assessment.visit = visit_of(assessment.enterprise, request.user)
    if assessment is None:
        raise Http404
    return assessment


def _opened_to(found: AssessmentQuerySet, person: User, need: Need) -> Assessment | None:
    """Who came through a workspace and owes a second step comes in nowhere until it is set up."""
    assessment = OPENS[need](found, person).first()
    if assessment is None or not lacks_second_factor(person):
        return assessment
    return OPENS_TO_PERSONS[need](found, person).first()


@dataclass(frozen=True, slots=True)
class Casework:
    """One assessment of a client, as somebody of the workspace works on it."""

    file: ClientFile
    assessment: Assessment

    @property
    def seat(self) -> Seat:
        return self.file.seat


def casework_for(user: User | AnonymousUser, slug: str, client_id: UUID, public_id: UUID, right: Right) -> Casework:
    """This function will return an assessment of a client of the workspace, where its enterprise lets the user do that.

    To everybody else, and under another client, it does not exist (404). Four queries.
    """
    file = client_for(user, slug, client_id, right)
    found = Assessment.objects.select_related("enterprise", "release").defer("release__document")
    assessment = found.filter(enterprise=file.client.enterprise_id, public_id=public_id).first()
    if assessment is None:
        raise Http404
    return Casework(file, assessment)


# The page of a section is asked for most often, and putting this query together takes the ORM longer than running it.
HEAD = f"""
SELECT a.id, a.release_id, a.scope, a.submitted_at IS NOT NULL, a.follows_id, e.name, EXISTS (
  SELECT 1 FROM {Release._meta.db_table} own JOIN {Release._meta.db_table} newer ON newer.bank_id = own.bank_id
  WHERE own.id = a.release_id AND newer.major > own.major), e.owner_id IS NOT NULL
FROM {RespondentToken._meta.db_table} t
JOIN {Assessment._meta.db_table} a ON a.id = t.assessment_id
JOIN {Enterprise._meta.db_table} e ON e.id = a.enterprise_id
WHERE t.hash = %s AND t.purpose = 'cookie' AND t.revoked_at IS NULL AND t.expires_at > CURRENT_TIMESTAMP
  AND a.public_id = %s
"""
PUBLIC_ID = Assessment._meta.get_field("public_id")


@dataclass(frozen=True, slots=True)
class AssessmentHead:
    """What a section page says of the assessment itself; `follows_id` is the round before it.

    `has_newer` says that the bank has a release of a later major version, `is_owned` that somebody keeps the
    enterprise in an account.
    """

    pk: int
    public_id: UUID
    release_id: UUID
    scope: Scope
    is_submitted: bool
    enterprise_name: str
    follows_id: int | None = None
    has_newer: bool = False
    is_owned: bool = True


def head_for(request: HttpRequest, public_id: UUID) -> AssessmentHead:
    """This function will return the head of what `assessment_for` opens to `Need.ANSWER`, or raise Http404."""
    token = request.COOKIES.get(COOKIE_NAME)
    row = _head_row(token, public_id) if token else None
    if row is None:
        return head_of(assessment_for(request, public_id, Need.ANSWER))
    pk, release_id, scope, is_submitted, follows_id, name, has_newer, is_owned = row
    release = release_id if isinstance(release_id, UUID) else UUID(release_id)
    return AssessmentHead(
        pk,
        public_id,
        release,
        Scope(scope),
        bool(is_submitted),
        name,
        follows_id,
        has_newer=bool(has_newer),
        is_owned=bool(is_owned),
    )


def _head_row(token: str, public_id: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(HEAD, [hash_token(token), PUBLIC_ID.get_db_prep_value(public_id, connection)])
        return cursor.fetchone()


def head_of(assessment: Assessment) -> AssessmentHead:
    """This function will return the same of an assessment that is at hand. One query."""
    newer = Release.objects.filter(bank=assessment.release.bank_id, major__gt=assessment.release.major)
    return AssessmentHead(
        assessment.pk,
        assessment.public_id,
        assessment.release_id,
        Scope(assessment.scope),
        assessment.is_submitted,
        assessment.enterprise.name,
        assessment.follows_id,
        newer.exists(),
        assessment.enterprise.owner_id is not None,
    )


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


def latest_for(request: HttpRequest) -> Assessment | None:
    """This function will return what this browser opened last, with enterprise, if its key still opens it. One query."""
    token = request.COOKIES.get(LATEST_COOKIE_NAME)
    if not token:
        return None
    opened = Assessment.objects.opened_by(hash_token(token), Purpose.COOKIE)
    return opened.select_related("enterprise").first()


def set_cookie(response: HttpResponse, assessment: Assessment, token: str) -> None:
    """This function will hand the browser its key to one assessment: for its pages, and for the first page."""
    _set_cookie(response, COOKIE_NAME, token, reverse("responses:assessment-open", args=[assessment.public_id]))
    _set_cookie(response, LATEST_COOKIE_NAME, token, reverse("responses:start"))


def _set_cookie(response: HttpResponse, name: str, token: str, path: str) -> None:
    response.set_cookie(
        name,
        token,
        max_age=int(LIFETIME.total_seconds()),
        path=path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
