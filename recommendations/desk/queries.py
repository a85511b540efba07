"""Reads for the overview: counts in the database, words from the released document. No name of an enterprise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.conf import settings
from django.db.models import Count, F, Q

from assessment.bank.releases import document_of
from assessment.responses.models import Assessment, Result, ScopeChoice
from assessment.responses.submitted import answering_seconds
from assessment.scoring.figures import shown_points
from assessment.scoring.flags import FlagRules
from assessment.scoring.freeze import thaw_answers
from assessment.scoring.scorecard import HUNDRED, Status
from assessment.scoring.texts import localise
from recommendations.desk.item_words import flag_words
from recommendations.desk.levels import reachable_levels

RECENT = 20


@dataclass(frozen=True, slots=True)
class Counts:
    started: int
    submitted: int
    open: int


@dataclass(frozen=True, slots=True)
class Submission:
    """`flags` are sentences about how it was answered; they change nothing."""

    submitted_at: datetime
    level: str
    score: str
    scope: str
    language: str
    version: str
    flags: tuple[str, ...]


def assessment_counts(slug: str) -> Counts:
    """This function will return how many assessments with a bank were started, submitted and are still open. One query."""
    found = Assessment.objects.filter(release__bank__slug=slug).aggregate(
        started=Count("pk"), submitted=Count("pk", filter=Q(submitted_at__isnull=False))
    )
    return Counts(found["started"], found["submitted"], found["started"] - found["submitted"])


def recent_submissions(slug: str, locale: str) -> tuple[Submission, ...]:
    """This function will return the latest submissions with a bank, newest first. Three queries.

    An assessment that was verified stands there once, by its verified result. The inner query finds them by date alone:
    otherwise every scorecard there is would be opened to be sorted.
    """
    newest_first = ("-submitted_at", "-pk")
    latest = Result.objects.counting().filter(release__bank__slug=slug).order_by(*newest_first).values("pk")[:RECENT]
    rows = list(
        Result.objects.filter(pk__in=latest)
        .annotate(
            level=F("scorecard__level__key"),
            whole=F("scorecard__nodes__0"),
            asked=F("scorecard__visible"),
            contradictions=F("scorecard__inconsistent"),
        )
        .order_by(*newest_first)
        .values(
            *("assessment_id", "submitted_at", "level", "whole", "scope", "answers", "asked"),
            *("contradictions", "release_id", "release__major", "release__minor", "assessment__language"),
        )
    )
    seconds = dict(answering_seconds([row["assessment_id"] for row in rows]))
    return tuple(_submission(row, seconds.get(row["assessment_id"], []), locale) for row in rows)


def _submission(row: Mapping[str, Any], seconds: Sequence[float], locale: str) -> Submission:
    document = document_of(row["release_id"])
    titles = {level.key: localise(level.title, locale) for level in reachable_levels(document)[document.tree.key]}
    return Submission(
        submitted_at=row["submitted_at"],
        level=titles.get(row["level"], "–"),
        score=shown_points(whole_points(row["whole"]), document.display),
        scope=str(ScopeChoice(row["scope"]).label),
        language=_language_name(row["assessment__language"]),
        version=f"{row['release__major']}.{row['release__minor']}",
        flags=_flags(row, seconds, locale),
    )


def whole_points(whole: Mapping[str, Any]) -> Fraction | None:
    """This function will return the score of a frozen whole on its own scale, None while it is withheld.

    Scorecards that were frozen before there were scales have none written.
    """
    if whole["status"] != Status.SCORED:
        return None
    return Fraction(whole["exact"]["score"]) * Fraction(whole["exact"].get("scale", HUNDRED)) / HUNDRED


def _flags(row: Mapping[str, Any], seconds: Sequence[float], locale: str) -> tuple[str, ...]:
    document = document_of(row["release_id"])
    found = FlagRules(document).flags(
        thaw_answers(row["answers"]),
        frozenset(row["asked"]),
        row["contradictions"],
        seconds,
        row["assessment__language"],
    )
    return flag_words(found, document, locale)


def _language_name(code: str) -> str:
    return str(dict(settings.LANGUAGES).get(code, code))
