"""What a difference changes for those who answer: words only, or what is asked, scored and advised."""

from enum import StrEnum
from typing import get_args, get_origin

from assessment.bank.structure import NOT_STRUCTURE
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.studio.history.schema import Found


class Effect(StrEnum):
    """As `structure_hash` tells them apart: anything but words makes a release a major one."""

    WORDS = "words"
    SCORING = "scoring"
    ADVICE = "advice"


def effect_of(found: Found) -> Effect:
    """This function will return what a difference at this place changes."""
    if _is_words(found):
        return Effect.WORDS
    return Effect.SCORING if issubclass(found.parts[0].model, BankDocument) else Effect.ADVICE


def _is_words(found: Found) -> bool:
    top = found.parts[1].place[0] if len(found.parts) > 1 else found.field
    if top in NOT_STRUCTURE or found.annotation in (Text, list[Text]):
        return True
    is_mapping = get_origin(found.annotation) is dict
    return is_mapping and get_args(found.annotation)[1] == Text and len(found.rest) > 1
