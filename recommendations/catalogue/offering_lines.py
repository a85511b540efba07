"""What is said about an offering, line by line: the detail page and the comparison show the same words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext

from assessment.scoring.figures import shown_number
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.freshness import valid_text, verified_text
from recommendations.catalogue.models import Offering, OfferingKind
from recommendations.catalogue.offering_words import GROUPS, ONLY_IF_STATED, OWN_GROUPS, Part, label
from recommendations.catalogue.reader import Reader, language_name
from recommendations.catalogue.wording import go_live_text, price_text

CENTS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is never empty: where nothing was written it says so, and `is_stated` is False."""

    part: Part
    label: str
    text: str
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]


def lines_of(offering: Offering, reader: Reader, on: date) -> dict[Part, Line]:
    """This function will return every line that an offering of its kind has, by part."""
    kind = OfferingKind(offering.kind)
    return {line.part: line for line in _lines(offering, kind, reader, on)}


def groups_of(offering: Offering, reader: Reader, on: date) -> tuple[Group, ...]:
    """This function will return the lines of an offering in the order and groups that suit its kind."""
    lines = lines_of(offering, reader, on)
    groups = OWN_GROUPS.get(OfferingKind(offering.kind), GROUPS)
    made = (Group(str(title), tuple(lines[part] for part in parts if part in lines)) for title, parts in groups)
    return tuple(group for group in made if group.lines)


def _lines(offering: Offering, kind: OfferingKind, reader: Reader, on: date) -> Iterator[Line]:
    for part, text in _texts(offering, kind, reader, on).items():
        if text or part not in ONLY_IF_STATED[kind]:
            yield Line(part, label(part, kind), text or gettext("not stated"), bool(text))


def _texts(offering: Offering, kind: OfferingKind, reader: Reader, on: date) -> dict[Part, str]:
    """What was written, "" for nothing."""
    say, slug = reader.say, offering.category.bank_slug
    everybody = "" if kind is OfferingKind.CASE else gettext("all")
    is_priced = offering.price_minimum is not None or bool(say(offering.price_unit))
    delivered = offering.deployment
    return {
        Part.OUTCOME: say(offering.outcome),
        Part.PRICE: price_text(offering, reader.locale) if is_priced else "",
        Part.PRICE_MODEL: say(offering.price_model.title),
        Part.DISCOUNT: discount_text(offering, reader),
        Part.DEPLOYMENT: "" if delivered is None else say(delivered.title),
        Part.GO_LIVE: go_live_text(offering),
        Part.TRIAL: say(offering.trial),
        Part.LANGUAGES: gettext("; ").join(language_name(code) for code in offering.languages),
        Part.EXIT: say(offering.exit_terms),
        Part.SECURITY: say(offering.security_statement),
        Part.SIZES: reader.listed(SIZE, offering.sizes, slug) or everybody,
        Part.SECTORS: reader.listed(SECTOR, offering.sectors, slug) or everybody,
        Part.REGIONS: reader.listed(REGION, offering.regions, slug) or everybody,
        Part.CONDITIONS: reader.further_conditions(offering) or gettext("none"),
        Part.VALID: valid_text(offering),
        Part.VERIFIED: verified_text(offering, on) or gettext("never"),
        Part.ISSUE: say(offering.issue),
        Part.SOURCE: say(offering.source),
    }


def discount_text(offering: Offering, reader: Reader) -> str:
    """This function will return the discount with its terms, "" if there is none."""
    percent, terms = _percent(offering.discount_percent), reader.say(offering.discount_terms)
    if percent and terms:
        return gettext("%(percent)s off: %(terms)s") % {"percent": percent, "terms": terms}
    return gettext("%(percent)s off") % {"percent": percent} if percent else terms


def _percent(percent: Decimal | None) -> str:
    return "" if percent is None else f"{shown_number(percent, CENTS)} %"
