"""Reads of what many enterprises submitted, for those who study a bank: few queries, and rows one after the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import F, Max, QuerySet

from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Perspective, Result, ResultQuerySet
from assessment.responses.queries import answer_of
from assessment.scoring.answers import Answer
from assessment.scoring.flags import answer_seconds
from assessment.scoring.freeze import thaw_answers
from assessment.scoring.scorecard import Scope

CHUNK = 500  # rows that are held at once

AssessmentIds = Iterable[int] | QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Submitted:
    """One submitted assessment: the enterprise's own answers, which questions it was asked, and what contradicts."""

    assessment_id: int
    release_id: UUID
    language: str
    answers: Mapping[str, Answer]
    asked: frozenset[str]
    contradictions: tuple[str, ...]


def latest_results(slug: str, major: int) -> ResultQuerySet:
    """This function will return the last result of every enterprise with any minor release of one major version.

    Results are numbered in the order in which they were submitted, and never change. Where the last assessment has a
    verified one, it is that.
    """
    return _latest(Result.objects.filter(release__bank__slug=slug, release__major=major))


@dataclass(frozen=True, slots=True)
class Given:
    """The answers of one submitted assessment as they counted, verified ones before own ones."""

    assessment_id: int
    scope: Scope
    answers: Mapping[str, Answer]


def latest_of_bank(slug: str) -> ResultQuerySet:
    """This function will return the last result of every enterprise with any release of a bank."""
    return _latest(Result.objects.filter(release__bank__slug=slug))


def latest_of(enterprises: QuerySet[Any]) -> ResultQuerySet:
    """This function will return the last result of each of these enterprises, with whichever bank it is.

    `enterprises` is a query for their primary keys.
    """
    return _latest(Result.objects.filter(assessment__enterprise__in=enterprises))


def _latest(found: ResultQuerySet) -> ResultQuerySet:
    """Of each enterprise that of its last assessment: an older one that is verified later is still the older one."""
    last = found.first_ones().order_by().values("assessment__enterprise").annotate(last=Max("pk")).values("last")
    return Result.objects.counting().filter(assessment__results__in=last)


def given_after(results: ResultQuerySet, assessment_id: int, most: int) -> list[Given]:
    """This function will return the answers of the next results by id of the assessment, at most so many. One query."""
    rows = results.filter(assessment_id__gt=assessment_id).order_by("assessment_id")
    return [
        Given(pk, Scope(scope), thaw_answers(answers))
        for pk, scope, answers in rows.values_list("assessment_id", "assessment__scope", "answers")[:most]
    ]


def submitted_answers(results: ResultQuerySet) -> Iterator[Submitted]:
    """This function will yield what the enterprises themselves answered, by id of the assessment. Two queries.

    What was asked and what contradicts itself is read from the frozen scorecard. Only where a verified answer took the
    place of an own one, the own one is looked up among the saved answers.
    """
    own = _own_answers(results)
    rows = (
        results.order_by("assessment_id")
        .annotate(asked=F("scorecard__visible"), contradictions=F("scorecard__inconsistent"))
        .values_list("assessment_id", "release_id", "assessment__language", "answers", "asked", "contradictions")
    )
    for assessment_id, release_id, language, answers, asked, contradictions in rows.iterator(chunk_size=CHUNK):
        given = own[assessment_id] if assessment_id in own else thaw_answers(answers)
        yield Submitted(assessment_id, release_id, language, given, frozenset(asked), tuple(contradictions))


def _own_answers(results: ResultQuerySet) -> dict[int, dict[str, Answer]]:
    """By assessment, for those with a verified answer."""
    verified = AnswerRow.objects.filter(
        perspective=Perspective.VERIFIED, assessment__in=results.values("assessment")
    ).values("assessment")
    rows = (
        AnswerRow.objects.filter(perspective=Perspective.SELF, assessment__in=verified)
        .order_by("assessment_id", "question_key", "version")
        .values_list("assessment_id", "question_key", "state", "value")
    )
    found: dict[int, dict[str, Answer | None]] = {}
    for assessment_id, key, state, value in rows:
        found.setdefault(assessment_id, {})[key] = answer_of(state, value)
    return {
        assessment_id: {key: answer for key, answer in answers.items() if answer is not None}
        for assessment_id, answers in found.items()
    }


def answering_seconds(assessments: AssessmentIds) -> Iterator[tuple[int, list[float]]]:
    """This function will yield, by id of the assessment, how long its single answers took; see `answer_seconds`.

    An answer counts when it was first saved; changing it later is no sign of haste. Two queries.
    """
    started = dict(Assessment.objects.filter(pk__in=assessments).values_list("pk", "started_at"))
    rows = (
        AnswerRow.objects.filter(version=1, perspective=Perspective.SELF, assessment__in=assessments)
        .order_by("assessment_id")
        .values_list("assessment_id", "answered_at")
    )
    for assessment_id, group in groupby(rows.iterator(chunk_size=CHUNK), key=itemgetter(0)):
        yield assessment_id, answer_seconds(_since(started[assessment_id], saved_at) for _, saved_at in group)


def _since(started_at: datetime, saved_at: datetime) -> float:
    return (saved_at - started_at).total_seconds()


def submitted_majors(slug: str) -> list[int]:
    """This function will return the major versions of a bank for which there are results, newest first. One query."""
    found = Result.objects.filter(release__bank__slug=slug).values_list("release__major", flat=True)
    return list(found.order_by("-release__major").distinct())
