"""What a difference changes for those who answer: words only, or what is asked, scored and advised."""

from enum import StrEnum
from typing import Any, get_args, get_origin

from django.utils.translation import gettext_lazy, pgettext_lazy

from assessment.bank.structure import NOT_STRUCTURE
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.studio.history.schema import Found


class Effect(StrEnum):
    """As `structure_hash` tells them apart: anything but words and worked examples makes a release a major one."""

    WORDS = "words"
    EXAMPLES = "examples"
    SCORING = "scoring"
    ORDER = "order"
    ADVICE = "advice"


MINOR = frozenset({Effect.WORDS, Effect.EXAMPLES})
LABELS: dict[Effect, Any] = {
    Effect.WORDS: gettext_lazy("Words only"),
    Effect.EXAMPLES: pgettext_lazy("studio", "Examples"),
    Effect.SCORING: pgettext_lazy("studio", "Scoring"),
    Effect.ORDER: pgettext_lazy("studio", "Order"),
    Effect.ADVICE: pgettext_lazy("studio", "Advice"),
}


def effect_of(found: Found, *, is_order: bool = False) -> Effect:
    """This function will return what a difference at this place changes; `is_order`: only where something stands."""
    if _top(found) in NOT_STRUCTURE:
        return Effect.EXAMPLES
    if _is_words(found):
        return Effect.WORDS
    if is_order:
        return Effect.ORDER
    return Effect.SCORING if issubclass(found.parts[0].model, BankDocument) else Effect.ADVICE


def _top(found: Found) -> str:
    return found.parts[1].place[0] if len(found.parts) > 1 else found.field


def _is_words(found: Found) -> bool:
    if found.annotation in (Text, list[Text]):
        return True
    is_mapping = get_origin(found.annotation) is dict
    return is_mapping and get_args(found.annotation)[1] == Text and len(found.rest) > 1
