"""Level and score of results, in words, without loading what else is frozen with them."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import F

from assessment.bank.releases import document_of
from assessment.responses.models import Perspective, Result
from assessment.scoring.figures import shown_points
from assessment.scoring.texts import localise
from recommendations.desk.levels import reachable_levels
from recommendations.desk.queries import whole_points


@dataclass(frozen=True, slots=True)
class Outcome:
    """`level_key` names a level of one bank. `level` is "–" where none was reached; `share` is the score on 0–100, to sort by, None while it is withheld."""

    level_key: str
    level: str
    score: str
    share: Fraction | None
    is_verified: bool


def level_value(bank: str, level: str) -> str:
    """This function will return what stands for a level of one bank in addresses."""
    return f"{bank}:{level}"


def outcomes(result_ids: Collection[int], locale: str) -> dict[int, Outcome]:
    """This function will return the outcomes of results by their id. One query."""
    rows = Result.objects.filter(pk__in=result_ids).annotate(
        level=F("scorecard__level__key"), whole=F("scorecard__nodes__0")
    )
    names = ("pk", "release_id", "release__bank__slug", "perspective", "level", "whole")
    return {
        pk: _outcome(release, bank, perspective, level, whole, locale)
        for pk, release, bank, perspective, level, whole in rows.order_by("pk").values_list(*names)
    }


def _outcome(
    release_id: Any, bank: str, perspective: str, level: str | None, whole: dict[str, Any], locale: str
) -> Outcome:
    document, points = document_of(release_id), whole_points(whole)
    titles = {each.key: localise(each.title, locale) for each in reachable_levels(document)[document.tree.key]}
    share = None if points is None else Fraction(whole["exact"]["score"])
    is_verified = perspective == Perspective.VERIFIED
    return Outcome(
        level_value(bank, level) if level else "",
        titles.get(level or "", "–"),
        shown_points(points, document.display),
        share,
        is_verified,
    )
