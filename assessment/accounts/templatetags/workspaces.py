"""What a page of a workspace may offer to the person who looks at it."""

from django import template

from assessment.accounts.access import ClientFile, Seat
from assessment.accounts.rights import Right

register = template.Library()


@register.simple_tag
def may(place: Seat | ClientFile, right: str) -> bool:
    """This function will say whether a person has a right ("see", "work", "review", "manage") at a seat or on a file."""
    return place.may(Right(right))
