"""Charts of a portfolio in templates: the only markup that is marked safe, because our own room wrote all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from assessment.scoring.figures import shown_number
from recommendations.charts.means import means_and_medians
from recommendations.charts.stack import stacked_bar
from recommendations.desk.portfolio.figures import Quarter, Spread

register = template.Library()


@register.simple_tag
def spread_bar(spread: Spread, name: str = "") -> SafeString:
    """This tag will draw how results spread over the levels, as the numbers beside it tell."""
    counts = [
        gettext("%(level)s: %(count)d") % {"level": band.title or gettext("without a level"), "count": band.count}
        for band in spread.bands
    ]
    title = gettext("%(name)s. %(counts)s") % {"name": name or spread.title, "counts": "; ".join(counts)}
    return mark_safe(stacked_bar(title, [band.share for band in spread.bands], [band.count for band in spread.bands]))


@register.simple_tag
def trend_chart(quarters: Sequence[Quarter], scale: Fraction) -> SafeString:
    """This tag will draw means and medians by quarter, as the table below it tells."""
    said = [
        gettext("%(quarter)s: mean %(mean)s, median %(median)s, %(n)d clients")
        % {"quarter": quarter_name(each), "mean": each.mean, "median": each.median, "n": each.n}
        for each in quarters
    ]
    return mark_safe(
        means_and_medians(
            gettext("Overall score by quarter. %(numbers)s") % {"numbers": "; ".join(said)},
            [f"{each.year} Q{each.number}" for each in quarters],
            [each.mean_at for each in quarters],
            [each.median_at for each in quarters],
            shown_number(scale, 1),
        )
    )


@register.filter
def quarter_name(quarter: Quarter) -> str:
    """This filter will return what a quarter is called, such as "2026 Q4"."""
    return gettext("%(year)d Q%(number)d") % {"year": quarter.year, "number": quarter.number}


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level, and how many reached it in each part."""

    title: str
    counts: tuple[int, ...]


@register.filter
def by_level(spreads: Sequence[Spread]) -> list[LevelRow]:
    """This filter will return the parts of one ladder as rows of levels."""
    return [
        LevelRow(band.title, tuple(spread.bands[number].count for spread in spreads))
        for number, band in enumerate(spreads[0].bands)
    ]
