"""What others changed meanwhile, for the page of a refused save."""

from collections.abc import Iterable

from django import template

from assessment.bank.editing.actions import Overlap
from recommendations.studio.access import Workshop
from recommendations.studio.history.overlapping import Met, met_lines

register = template.Library()


@register.simple_tag
def overlaps_in_words(workshop: Workshop, overlaps: Iterable[Overlap]) -> list[Met]:
    """This tag will return a line for each field that somebody else changed too."""
    return list(met_lines(workshop, overlaps))
