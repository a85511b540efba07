"""The charts of the plan in templates."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from recommendations.plan.line_chart import roadmap_line
from recommendations.plan.roadmap.shown import WaveShown

register = template.Library()


@register.simple_tag
def roadmap_chart(waves: Sequence[WaveShown]) -> SafeString:
    """This function will return the year of a roadmap as a line of time; "" where nothing is in it."""
    return roadmap_line(waves)
