"""The submitted results of a workspace's clients: of each only the few figures that a portfolio needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.fields.json import KeyTransform

from assessment.bank.releases import document_of
from assessment.responses.models import Perspective, ResultQuerySet
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.scorecard import HUNDRED, Status
from assessment.scoring.walk import nodes
from recommendations.catalogue.eligibility import REGION, SECTOR
from recommendations.desk.levels import reachable_levels

CHUNK = 500
PROFILE = {"sector": SECTOR, "region": REGION}


@dataclass(frozen=True, slots=True)
class Mark:
    """What one node reached: its score on its own scale, and `share`, the same on 0–100. None: withheld."""

    score: Fraction | None
    share: Fraction | None
    level: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The result that counts of one submitted assessment: the verified one where there is one.

    The score of the whole lies between `low` and `high`; both are None where nothing applies.
    """

    enterprise_id: int
    assessment_id: int
    submitted_at: datetime
    is_verified: bool
    whole: Mark
    low: Fraction | None
    high: Fraction | None
    parts: Mapping[str, Mark]
    sector: str
    region: str
    size: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands in the scorecards of a release, and the keys of its levels."""

    key: str
    number: int
    levels: tuple[str, ...]


def readings_of(results: ResultQuerySet) -> list[Reading]:
    """This function will return what counts of results, by submission, oldest first.

    Releases of one tree share a query, so their number grows with the majors of a bank and not with the clients.
    """
    releases = results.order_by("release_id").values_list("release_id", flat=True).distinct()
    groups: dict[tuple[tuple[str, int], ...], list[UUID]] = {}
    for release in releases:
        groups.setdefault(tuple((place.key, place.number) for place in _places(release)), []).append(release)
    counting = results.counting()
    found = [reading for group in groups.values() for reading in _read(counting.filter(release__in=group), group[0])]
    return sorted(found, key=lambda each: (each.submitted_at, each.assessment_id))


def latest(readings: Iterable[Reading]) -> dict[int, Reading]:
    """This function will return the last of the readings of each enterprise; they come oldest first."""
    return {reading.enterprise_id: reading for reading in readings}


@lru_cache(maxsize=64)
def _places(release_id: UUID) -> tuple[_Place, ...]:
    """The whole and its parts. Releases never change."""
    document = document_of(release_id)
    shown, ladders = {document.tree.key, *(child.key for child in document.tree.children)}, reachable_levels(document)
    return tuple(
        _Place(node.key, number, tuple(level.key for level in ladders[node.key]))
        for number, (_, node) in enumerate(nodes(document))
        if node.key in shown
    )


def _read(results: ResultQuerySet, release_id: UUID) -> Iterable[Reading]:
    places = _places(release_id)
    picked: dict[str, F | KeyTransform] = {
        "level": F("scorecard__level__key"),
        "size": F(f"scorecard__{_name(SIZE_CLASS)}"),
    }
    picked |= {name: F(f"answers__{_name(fact)}__value") for name, fact in PROFILE.items()}
    for place in places:
        node = KeyTransform(place.number, KeyTransform("nodes", "scorecard"))
        picked |= {f"{name}_{place.number}": KeyTransform(name, node) for name in ("status", "exact", "level")}
    rows = results.annotate(
        enterprise=F("assessment__enterprise"), at=F("assessment__submitted_at"), **picked
    ).order_by("pk")
    wanted = ("enterprise", "at", "assessment_id", "submitted_at", "perspective", "release_id", *picked)
    for row in rows.values(*wanted).iterator(chunk_size=CHUNK):
        yield _reading(row)


def _name(fact: str) -> str:
    return fact.removeprefix("profile.")


def _reading(row: Mapping[str, Any]) -> Reading:
    places = _places(row["release_id"])
    marks = {place.key: _mark(row, place) for place in places}
    whole = places[0]
    low, high = _range(row[f"exact_{whole.number}"])
    return Reading(
        enterprise_id=row["enterprise"],
        assessment_id=row["assessment_id"],
        submitted_at=row["at"] or row["submitted_at"],
        is_verified=row["perspective"] == Perspective.VERIFIED,
        whole=replace(marks.pop(whole.key), level=row["level"] or ""),  # with its conditions
        low=low,
        high=high,
        parts=marks,
        sector=_text(row["sector"]),
        region=_text(row["region"]),
        size=_text(row["size"]),
    )


def _mark(row: Mapping[str, Any], place: _Place) -> Mark:
    exact, index = row[f"exact_{place.number}"], row[f"level_{place.number}"]
    level = place.levels[index] if isinstance(index, int) and index < len(place.levels) else ""
    if row[f"status_{place.number}"] != Status.SCORED:
        return Mark(None, None, level)
    share = _number(exact["score"])
    return Mark(share * _number(exact.get("scale") or str(HUNDRED)) / HUNDRED, share, level)


def _range(exact: Mapping[str, Any]) -> tuple[Fraction | None, Fraction | None]:
    """What the score lies between, on the scale of the whole."""
    scale = _number(exact.get("scale") or str(HUNDRED)) / HUNDRED
    low, high = (_number(exact[name]) * scale if exact[name] else None for name in ("low", "high"))
    return low, high


@lru_cache(maxsize=4096)
def _number(text: str) -> Fraction:
    """Enterprises that answer alike have the same scores."""
    return Fraction(text)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
