"""Keys that nobody typed: made from the title, and never one that is taken."""

from collections.abc import Collection, Mapping

from django.utils.text import slugify

from assessment.scoring.texts import FALLBACK_LOCALE

LONGEST = 50


def key_from(title: Mapping[str, str], taken: Collection[str], otherwise: str) -> str:
    """This function will return a key made from the English title, or from `otherwise` where it has no Latin letters."""
    made = slugify(title.get(FALLBACK_LOCALE, ""))[:LONGEST].strip("-_")
    start = made.lstrip("0123456789-_") or otherwise
    number, key = 1, start
    while key in taken:
        number += 1
        key = f"{start}-{number}"
    return key
