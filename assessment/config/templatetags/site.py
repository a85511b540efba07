"""What the frame of every page needs and no view should have to pass."""

from django import template

from assessment.config.version import VERSION

register = template.Library()


@register.simple_tag
def fourfold_version() -> str:
    return VERSION
