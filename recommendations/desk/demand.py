"""Demand that nobody meets: kinds of help recommended to enterprises, by region, against what is on offer there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import F, Func, JSONField
from django.db.models.sql.compiler import SQLCompiler

from assessment.responses.submitted import latest_of_bank
from assessment.scoring.texts import localise
from recommendations.catalogue.models import Category, Offering
from recommendations.desk.levels import FEWEST_SHOWN
from recommendations.desk.regions import REGION_QUESTION, region_titles
from recommendations.plan.models import AdviceRun
from recommendations.playbook.releases import playbook_of

CHUNK = 200
NOWHERE = ""  # the region of an enterprise that did not name one

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DemandLine:
    """`enterprise_count` is None below `FEWEST_SHOWN`; samples are no help and counted apart."""

    category_key: str
    category: str
    region_key: str
    region: str
    enterprise_count: int | None
    offering_count: int
    sample_count: int


def demand_lines(slug: str, locale: str, on: date) -> list[DemandLine]:
    """This function will return where help is recommended to the enterprises of a bank, the widest gap first.

    An enterprise counts once for each kind of help, with its latest result. Four queries, and rows one after the other.
    """
    asked = _enterprises_by_place(slug)
    offered, samples = _offerings_by_place(on)
    regions = region_titles(slug, locale)
    categories = {row.key: row for row in Category.objects.filter(key__in={key for key, _region in asked})}
    lines = [
        DemandLine(
            category_key=key,
            category=localise(categories[key].title, locale) or key,
            region_key=region,
            region=regions.get(region, region),
            enterprise_count=count if count >= FEWEST_SHOWN else None,
            offering_count=_fitting(offered[key], region),
            sample_count=_fitting(samples[key], region),
        )
        for (key, region), count in asked.items()
        if key in categories
    ]
    return sorted(lines, key=_widest_gap_first)


def _widest_gap_first(line: DemandLine) -> tuple[bool, Fraction, str, str]:
    """Places without any offering come first. Small counts are alike here, so that the order does not tell them."""
    wanted = line.enterprise_count or 0
    return line.offering_count > 0, -Fraction(wanted, max(1, line.offering_count)), line.category_key, line.region_key


def _enterprises_by_place(slug: str) -> Counter[Place]:
    found: Counter[Place] = Counter()
    for release_id, actions, region in _latest_advice(slug):
        kinds = _categories_of(release_id)
        found.update({(category, region) for action in actions for category in kinds.get(action, ())})
    return found


def _latest_advice(slug: str) -> Iterator[tuple[UUID, list[str], str]]:
    """Yields playbook release, recommended actions and region for the latest result of every enterprise."""
    rows = (
        AdviceRun.objects.filter(result__in=latest_of_bank(slug))
        .order_by("pk")
        .annotate(
            recommended=RecommendedActions("advice"),
            region=F(f"result__answers__{REGION_QUESTION}__value"),
        )
        .values_list("playbook_release_id", "recommended", "region")
    )
    for release_id, recommended, region in rows.iterator(chunk_size=CHUNK):
        yield release_id, recommended, region if isinstance(region, str) else NOWHERE


class RecommendedActions(Func):
    """The keys of the recommended actions, picked by the database: whole advice is a hundred times as long."""

    output_field = JSONField()

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        picked = "(SELECT JSON_GROUP_ARRAY(JSON_EXTRACT(value, '$.action')) FROM JSON_EACH(%(expressions)s, '$.recommendations'))"
        return super().as_sql(compiler, connection, template=picked, **context)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        picked = "JSONB_PATH_QUERY_ARRAY(%(expressions)s, '$.recommendations[*].action')"
        return super().as_sql(compiler, connection, template=picked, **context)


@lru_cache(maxsize=32)
def _categories_of(release_id: UUID) -> Mapping[str, tuple[str, ...]]:
    """Kinds of help by action. Releases never change."""
    return {action.key: tuple(action.categories) for action in playbook_of(release_id).actions}


Regions = list[list[str]]


def _offerings_by_place(on: date) -> tuple[defaultdict[str, Regions], defaultdict[str, Regions]]:
    """The regions of each offering by category: those of providers, and those of samples."""
    offered: defaultdict[str, Regions] = defaultdict(list)
    samples: defaultdict[str, Regions] = defaultdict(list)
    rows = Offering.objects.on_offer(on).order_by("pk")
    for key, regions, is_sample in rows.values_list("category__key", "regions", "provider__is_sample"):
        (samples if is_sample else offered)[key].append(regions)
    return offered, samples


def _fitting(offerings: Regions, region: str) -> int:
    """No region means everywhere."""
    return sum(not regions or region in regions for regions in offerings)


def demand_cells(line: DemandLine, under: str, unknown: str) -> list[Any]:
    """This function will return one line of the exported table; small counts are the words `under`."""
    shown = under if line.enterprise_count is None else line.enterprise_count
    return [line.category, line.region or unknown, shown, line.offering_count, line.sample_count]
