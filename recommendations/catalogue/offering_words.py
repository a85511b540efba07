"""How the parts of an offering are called: what a product calls its price, a case calls what it costs to see."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recommendations.catalogue.models import OfferingKind

Words = str | Promise


class Part(StrEnum):
    OUTCOME = "outcome"
    PRICE = "price"
    PRICE_MODEL = "price_model"
    DISCOUNT = "discount"
    DEPLOYMENT = "deployment"
    GO_LIVE = "go_live"
    TRIAL = "trial"
    LANGUAGES = "languages"
    EXIT = "exit"
    SECURITY = "security"
    SIZES = "sizes"
    SECTORS = "sectors"
    REGIONS = "regions"
    CONDITIONS = "conditions"
    VALID = "valid"
    VERIFIED = "verified"
    ISSUE = "issue"
    SOURCE = "source"


LABELS: Mapping[Part, Words] = {
    Part.OUTCOME: _("What came of it"),
    Part.PRICE: _("Price"),
    Part.PRICE_MODEL: _("Price model"),
    Part.DISCOUNT: _("Discount"),
    Part.DEPLOYMENT: _("Way of delivery"),
    Part.GO_LIVE: _("Time until it works"),
    Part.TRIAL: _("Trial"),
    Part.LANGUAGES: _("Languages"),
    Part.EXIT: _("Leaving, and taking your data along"),
    Part.SECURITY: _("Security"),
    Part.SIZES: _("Size classes"),
    Part.SECTORS: _("Sectors"),
    Part.REGIONS: _("Regions"),
    Part.CONDITIONS: _("Further conditions"),
    Part.VALID: _("Valid"),
    Part.VERIFIED: _("Last verified"),
    Part.ISSUE: _("Listed in"),
    Part.SOURCE: _("Source"),
}
OWN_LABELS: Mapping[OfferingKind, Mapping[Part, Words]] = {
    OfferingKind.TRAINING: {
        Part.GO_LIVE: _("Begins within"),
        Part.TRIAL: _("Trial lesson"),
        Part.EXIT: _("If you cancel"),
        Part.DEPLOYMENT: _("Where it is held"),
    },
    OfferingKind.CASE: {
        Part.PRICE: _("What it costs to see it"),
        Part.GO_LIVE: _("Time until you can see it"),
        Part.DEPLOYMENT: _("How you get to know it"),
        Part.SIZES: _("Size of the enterprise"),
        Part.SECTORS: _("Sector of the enterprise"),
        Part.REGIONS: _("Region of the enterprise"),
        Part.CONDITIONS: _("Who may see it"),
    },
    OfferingKind.ACTIVITY: {
        Part.PRICE: _("What taking part costs"),
        Part.GO_LIVE: _("Time until you can take part"),
        Part.DEPLOYMENT: _("Where it is held"),
        Part.VALID: _("When"),
    },
    OfferingKind.FINANCE: {
        Part.PRICE: _("Terms"),
        Part.PRICE_MODEL: _("What you pay"),
        Part.GO_LIVE: _("Time until the money or the thing is there"),
        Part.TRIAL: _("Check beforehand"),
        Part.EXIT: _("Ending early or paying back"),
        Part.DEPLOYMENT: _("How it is arranged"),
    },
}
# What a kind does not have is shown only where somebody wrote it; of everything else, "not stated" is said.
ONLY_IF_STATED: Mapping[OfferingKind, frozenset[Part]] = {
    OfferingKind.PRODUCT: frozenset({Part.OUTCOME}),
    OfferingKind.SERVICE: frozenset({Part.OUTCOME}),
    OfferingKind.TRAINING: frozenset({Part.OUTCOME, Part.SECURITY}),
    OfferingKind.CASE: frozenset({Part.DISCOUNT, Part.TRIAL, Part.EXIT, Part.SECURITY}),
    OfferingKind.ACTIVITY: frozenset({Part.OUTCOME, Part.TRIAL, Part.EXIT, Part.SECURITY}),
    OfferingKind.FINANCE: frozenset({Part.OUTCOME, Part.SECURITY}),
}
GROUPS: tuple[tuple[Words, tuple[Part, ...]], ...] = (
    (_("What it costs"), (Part.PRICE, Part.PRICE_MODEL, Part.DISCOUNT)),
    (_("How it goes"), (Part.DEPLOYMENT, Part.GO_LIVE, Part.TRIAL, Part.LANGUAGES)),
    (_("What you can rely on"), (Part.EXIT, Part.SECURITY)),
    (_("Who it is for"), (Part.SIZES, Part.SECTORS, Part.REGIONS, Part.CONDITIONS)),
    (_("Where this comes from"), (Part.VALID, Part.VERIFIED, Part.ISSUE, Part.SOURCE)),
)
CASE_GROUPS: tuple[tuple[Words, tuple[Part, ...]], ...] = (
    (_("Whom it was about"), (Part.SIZES, Part.SECTORS, Part.REGIONS)),
    (_("What came of it"), (Part.OUTCOME,)),
    (_("How to get to know it"), (Part.DEPLOYMENT, Part.GO_LIVE, Part.PRICE, Part.PRICE_MODEL, Part.CONDITIONS)),
    (_("What else is said"), (Part.DISCOUNT, Part.TRIAL, Part.EXIT, Part.SECURITY, Part.LANGUAGES)),
    (_("Where this comes from"), (Part.VALID, Part.VERIFIED, Part.ISSUE, Part.SOURCE)),
)
ACTIVITY_GROUPS: tuple[tuple[Words, tuple[Part, ...]], ...] = (
    (_("When and where"), (Part.VALID, Part.DEPLOYMENT, Part.GO_LIVE, Part.LANGUAGES)),
    (_("What it costs"), (Part.PRICE, Part.PRICE_MODEL, Part.DISCOUNT)),
    (_("What else is said"), (Part.OUTCOME, Part.TRIAL, Part.EXIT, Part.SECURITY)),
    (_("Who it is for"), (Part.SIZES, Part.SECTORS, Part.REGIONS, Part.CONDITIONS)),
    (_("Where this comes from"), (Part.VERIFIED, Part.ISSUE, Part.SOURCE)),
)
OWN_GROUPS = {OfferingKind.CASE: CASE_GROUPS, OfferingKind.ACTIVITY: ACTIVITY_GROUPS}


def label(part: Part, kind: OfferingKind) -> str:
    """This function will return, in the active language, how `part` of an offering of that kind is called."""
    return str(OWN_LABELS.get(kind, {}).get(part, LABELS[part]))


def general_label(part: Part) -> str:
    """This function will return how `part` is called where kinds stand side by side."""
    return str(LABELS[part])
