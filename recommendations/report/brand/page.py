"""What the page of a brand shows beside its form."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.forms import BoundField

from assessment.scoring.texts import language_tag
from recommendations.report.brand.contrast import ratio_shown, read_colour
from recommendations.report.brand.forms import NAMES, BrandForm
from recommendations.report.brand.queries import data_address
from recommendations.report.models import DEFAULT_COLOUR


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts in one language."""

    tag: str
    name: str
    cover: BoundField
    footer: BoundField


@dataclass(frozen=True, slots=True)
class BrandPage:
    """`logo` is the picture as an address, `kept` a logo that was sent and is not stored yet."""

    logo: str
    kept: str
    colour: str
    ratio: str
    proposed: str
    texts: list[Texts]


def brand_page(form: BrandForm) -> BrandPage:
    """This function will return the look as it stands in the form now."""
    logo = form.logo_now()
    colour = _colour(form)
    return BrandPage(
        logo=data_address(logo.png) if logo else "",
        kept=form.kept(),
        colour=colour,
        ratio=ratio_shown(colour),
        proposed=form.proposed,
        texts=list(_texts(form)),
    )


def _colour(form: BrandForm) -> str:
    sent: dict[str, Any] = getattr(form, "cleaned_data", {})
    typed = sent.get("take") or form["colour"].value() or ""
    return read_colour(str(typed)) or form.brand.colour or DEFAULT_COLOUR


def _texts(form: BrandForm) -> Iterator[Texts]:
    for code, _name in settings.LANGUAGES:
        yield Texts(language_tag(code), NAMES[code], form[f"cover_text_{code}"], form[f"footer_{code}"])
