"""Reads for the overview: counts in the database, words from the released document. No name of an enterprise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Count, F, Q

from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.models import Assessment, Result, ScopeChoice
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.texts import localise

RECENT = 20
FEWEST_SHOWN = 5  # below this a distribution would tell about single enterprises


@dataclass(frozen=True, slots=True)
class Counts:
    started: int
    submitted: int
    open: int


@dataclass(frozen=True, slots=True)
class Line:
    """How many results reached one level: overall, with its gates, and on each barrier, by score alone."""

    level: str
    overall: int
    barriers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """Of the results of one major version; `lines` is empty while there are too few to show."""

    version: str
    result_count: int
    barriers: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    without_level: Line | None


@dataclass(frozen=True, slots=True)
class Submission:
    submitted_at: datetime
    level: str
    score: str
    scope: str
    language: str
    version: str


def assessment_counts() -> Counts:
    """This function will return how many assessments were started, submitted and are still open. One query."""
    found = Assessment.objects.aggregate(
        started=Count("pk"), submitted=Count("pk", filter=Q(submitted_at__isnull=False))
    )
    return Counts(found["started"], found["submitted"], found["started"] - found["submitted"])


def distribution(locale: str) -> Distribution | None:
    """This function will return the levels of all results of the current major version, or None without a release.

    Minor releases have the same tree, so a node stands at the same place in all these scorecards. Two queries.
    """
    release = current_release(DEFAULT_BANK)
    if release is None:
        return None
    document = document_of(release.pk)
    places = _places(release.pk, document)
    found = _level_counts(release, document, places)
    barriers = tuple((node.key, localise(node.title, locale)) for node in document.tree.children)
    lines: tuple[Line, ...] = ()
    rest = None
    if found["all"] >= FEWEST_SHOWN:
        titles = [localise(level.title, locale) for level in document.levels]
        lines = tuple(_line(found, number, title, places) for number, title in enumerate(titles))
        rest = _rest(found["all"], lines, len(places))
    return Distribution(f"{release.major}.x", found["all"], barriers, lines, rest)


def recent_submissions(locale: str) -> tuple[Submission, ...]:
    """This function will return the latest submissions, newest first. One query."""
    rows = (
        Result.objects.annotate(level=F("scorecard__level__key"), score=F("scorecard__nodes__0__score"))
        .order_by("-submitted_at", "-pk")
        .values(
            "submitted_at",
            "level",
            "score",
            "scope",
            "release_id",
            "release__major",
            "release__minor",
            "assessment__language",
        )[:RECENT]
    )
    return tuple(_submission(row, locale) for row in rows)


def _places(release_id: UUID, document: BankDocument) -> list[int]:
    """Where the barriers stand in the list of nodes of a frozen scorecard."""
    order = list(scorer_of(release_id).index.tree.branches)
    return [order.index(node.key) for node in document.tree.children]


def _level_counts(release: Release, document: BankDocument, places: list[int]) -> Mapping[str, int]:
    counted = {"all": Count("pk")}
    for number in range(len(document.levels)):
        counted[f"overall_{number}"] = Count("pk", filter=Q(scorecard__level__index=number))
        for place in places:
            at_level = Q(**{f"scorecard__nodes__{place}__level": number})
            counted[f"node_{place}_{number}"] = Count("pk", filter=at_level)
    results = Result.objects.filter(release__bank__slug=DEFAULT_BANK, release__major=release.major)
    return results.aggregate(**counted)


def _line(found: Mapping[str, int], number: int, title: str, places: list[int]) -> Line:
    return Line(title, found[f"overall_{number}"], tuple(found[f"node_{place}_{number}"] for place in places))


def _rest(result_count: int, lines: tuple[Line, ...], barrier_count: int) -> Line:
    """Results and barriers without a level: too few answers, or nothing that applies."""
    overall = result_count - sum(line.overall for line in lines)
    columns = range(barrier_count)
    return Line("", overall, tuple(result_count - sum(line.barriers[column] for line in lines) for column in columns))


def _submission(row: Mapping[str, Any], locale: str) -> Submission:
    titles = {level.key: localise(level.title, locale) for level in document_of(row["release_id"]).levels}
    return Submission(
        submitted_at=row["submitted_at"],
        level=titles.get(row["level"], "–"),
        score=shown_points(None if row["score"] is None else Fraction(str(row["score"]))),
        scope=str(ScopeChoice(row["scope"]).label),
        language=_language_name(row["assessment__language"]),
        version=f"{row['release__major']}.{row['release__minor']}",
    )


def _language_name(code: str) -> str:
    return str(dict(settings.LANGUAGES).get(code, code))
