"""Reads for pages: answers are append-only, so the current ones are folded from the versions, in one query."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from uuid import UUID

from django.db import connection
from django.db.models import Count

from assessment.accounts.models import User
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.responses.carried import is_carried
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import (
    Assessment,
    AssessmentQuerySet,
    Perspective,
    Purpose,
    RespondentToken,
    Result,
    StoredState,
)
from assessment.responses.saving import Opener, PersonOpener, TokenOpener
from assessment.scoring.answers import Answer, AnswerState, Value

FOLDED = (Perspective.SELF, Perspective.VERIFIED)  # the later one overrides the earlier one where it was given


@dataclass(frozen=True, slots=True)
class Stored:
    """One version of one answer; `answer` is None where it was taken back.

    A carried one stood in the round before, and nobody has confirmed it in this one. `reason` is of verified answers,
    `author_id` is None for people without an account.
    """

    version: int
    answer: Answer | None
    answered_at: datetime
    is_carried: bool = False
    reason: str = ""
    author_id: int | None = None


History = Mapping[str, Mapping[int, Stored]]


def answer_of(state: str, value: Value) -> Answer | None:
    """This function will return a stored state and value as scoring reads them, or None for a withdrawn answer."""
    return None if state == StoredState.WITHDRAWN else Answer(AnswerState(state), value)


def answer_history(assessment_id: int, perspective: Perspective = Perspective.SELF) -> History:
    """This function will return all versions by question key, oldest first. One query."""
    rows = (
        AnswerRow.objects.filter(assessment_id=assessment_id, perspective=perspective)
        .order_by("question_key", "version")
        .values_list("question_key", "version", "state", "value", "answered_at", "device", "reason", "author_id")
    )
    history: dict[str, dict[int, Stored]] = {}
    for key, version, state, value, answered_at, device, reason, author_id in rows:
        stored = Stored(version, answer_of(state, value), answered_at, is_carried(device), reason, author_id)
        history.setdefault(key, {})[version] = stored
    return history


def writer_of(stored: Stored) -> str:
    """This function will return the name of who gave a version, '' for people without an account. One query for others."""
    writer = User.objects.filter(pk=stored.author_id).first() if stored.author_id else None
    return writer.get_full_name() if writer else ""


def latest(history: History) -> dict[str, Stored]:
    """This function will return the last version of every answer."""
    return {key: versions[max(versions)] for key, versions in history.items()}


def given(stored: Mapping[str, Stored]) -> dict[str, Answer]:
    """This function will return the answers that stand, without those taken back."""
    return {key: each.answer for key, each in stored.items() if each.answer is not None}


# As in `access`: the same query through the ORM takes several times as long as the database does.
PAGE_ANSWERS = f"""
SELECT question_key, version, state, value, device FROM {AnswerRow._meta.db_table}
WHERE assessment_id = %s AND perspective = 'self' ORDER BY version
"""


@dataclass(frozen=True, eq=False, slots=True)
class KeptAnswer:
    """One answer as it stands in the database, read once: most answers are one of a few option keys.

    `answer` is None where it was taken back; `json` says the same for the browser.
    """

    answer: Answer | None
    json: str


@dataclass(frozen=True, slots=True)
class PageAnswers:
    """What a page on which answers can be changed knows of them; `versions` counts answers taken back as well.

    `carried` are the questions whose answer stood in the round before and is not confirmed yet.
    """

    answers: dict[str, Answer]
    versions: dict[str, int]
    kept: dict[str, KeptAnswer]
    carried: frozenset[str] = frozenset()


def page_answers(assessment_id: int) -> PageAnswers:
    """This function will return the enterprise's own answers for a page on which they can be changed. One query."""
    with connection.cursor() as cursor:
        cursor.execute(PAGE_ANSWERS, [assessment_id])
        latest = {row[0]: row for row in cursor.fetchall()}
    kept = {key: read_kept(state, value) for key, _version, state, value, _device in latest.values()}
    answers = {key: each.answer for key, each in kept.items() if each.answer is not None}
    versions = {key: version for key, version, _state, _value, _device in latest.values()}
    carried = frozenset([key for key, _version, _state, _value, device in latest.values() if is_carried(device)])
    return PageAnswers(answers, versions, kept, carried)


@lru_cache(maxsize=4096)
def read_kept(state: str, text: str | None) -> KeptAnswer:
    """This function will return an answer as it stands in the database; `text` is its value as JSON."""
    answer = answer_of(state, None if text is None else json.loads(text))
    return KeptAnswer(answer, f'{{"state":"{state}","value":{text or "null"}}}')


def current_answers(assessment: Assessment) -> dict[str, Answer]:
    """This function will return the answers that count, by question key: verified ones override the enterprise's own.

    Hidden questions' answers are among them; scoring leaves them out. One query.
    """
    rows = (
        AnswerRow.objects.filter(assessment_id=assessment.pk)
        .order_by("question_key", "version")
        .values_list("perspective", "question_key", "state", "value")
    )
    found: dict[str, dict[str, Answer | None]] = {perspective: {} for perspective in FOLDED}
    for perspective, key, state, value in rows:
        found[perspective][key] = answer_of(state, value)
    return {key: answer for perspective in FOLDED for key, answer in found[perspective].items() if answer is not None}


def own_answers(assessment: Assessment) -> dict[str, Answer]:
    """This function will return what the enterprise itself answered, by question key. One query."""
    return given(latest(answer_history(assessment.pk)))


def opened_through(opener: Opener) -> AssessmentQuerySet:
    """This function will return the assessments in which an answer can be saved with a key or by a person."""
    if isinstance(opener, TokenOpener):
        return Assessment.objects.opened_by(opener.hash, Purpose.COOKIE)
    if isinstance(opener, PersonOpener):
        return Assessment.objects.answered_by(User(pk=opener.author_id))
    return Assessment.objects.verified_by(opener.author_id, opener.workspace_id)


def resume_keys_made_at(assessment_id: int) -> datetime | None:
    """This function will return when the resume link and code in use were made, or None if there are none."""
    return (
        RespondentToken.objects.filter(
            assessment_id=assessment_id, purpose__in=[Purpose.LINK, Purpose.CODE], revoked_at__isnull=True
        )
        .order_by("-created_at", "-pk")
        .values_list("created_at", flat=True)
        .first()
    )


def offered_release(slug: str) -> Release | None:
    """This function will return the newest release of a bank, or None if it has none yet or is retired. One query."""
    release = current_release(slug)
    return None if release is None or release.bank.retired_at else release


def newest_releases() -> list[Release]:
    """This function will return the newest release of each bank that is offered, without documents. One query."""
    offered = Release.objects.filter(bank__retired_at__isnull=True)
    rows = offered.order_by("bank__slug", "-major", "-minor").select_related("bank").defer("document")
    return [next(releases) for _slug, releases in groupby(rows, key=lambda release: release.bank.slug)]


def open_counts() -> dict[UUID, int]:
    """This function will return how many assessments are being answered, by bank release. One query."""
    rows = Assessment.objects.open().order_by("release").values_list("release").annotate(Count("pk"))
    return dict(rows)


def newest_release_within(bank_id: int, major: int) -> Release:
    """This function will return the last minor release of a major version, without its document. One query."""
    return Release.objects.filter(bank=bank_id, major=major).order_by("-minor").defer("document")[0]


def newer_release(release: Release) -> Release | None:
    """This function will return the newest release of the bank if its major version is a later one. One query."""
    later = Release.objects.filter(bank=release.bank_id, major__gt=release.major)
    return later.newest_first().select_related("bank").defer("document").first()


def release_of(public_id: UUID, opener: Opener) -> UUID | None:
    """This function will return the release of the assessment that a key or a person opens, or None."""
    return opened_through(opener).filter(public_id=public_id).values_list("release_id", flat=True).first()


def result_of(assessment: Assessment, perspective: Perspective | None = None) -> Result | None:
    """This function will return the frozen result with its bank release, or None before submission. One query.

    Without a perspective it is the one that counts: the verified one, where there is one.
    """
    found = Result.objects.filter(assessment=assessment).select_related("release__bank").defer("release__document")
    if perspective is not None:
        found = found.filter(perspective=perspective)
    return found.counting_first().first()
