"""What a table or a legend has to say: what would stay empty is not drawn."""

from collections.abc import Iterable

from django import template

from recommendations.report import drawings
from recommendations.report.content.schema import ReportContent

register = template.Library()


@register.filter
def has_any(rows: Iterable[object], name: str) -> bool:
    """This function will return whether any row has something under `name`; without, its column is left out."""
    return any(getattr(row, name) for row in rows)


@register.filter
def has_all(rows: Iterable[object], name: str) -> bool:
    """This function will return whether every row has something under `name`; without, no mark has to be explained."""
    return all(getattr(row, name) for row in rows)


@register.filter
def has_bars(content: ReportContent) -> bool:
    """This function will return whether bars stand beside the parts, so that they need a legend."""
    return drawings.has_bars(content)
