"""Whether a fact may be asked for where a condition stands; what is out of reach is not offered, and refused."""

from enum import StrEnum

from assessment.scoring.check_conditions import Standing
from assessment.scoring.fact_catalogue import Fact


class Reach(StrEnum):
    WITHIN = "within"
    OTHER_FAMILY = "other_family"
    THE_LEVEL_ITSELF = "the_level_itself"
    THE_QUESTION_ITSELF = "the_question_itself"
    ASKED_LATER = "asked_later"


def reach_of(fact: Fact, standing: Standing) -> Reach:
    """This function will return whether a condition that stands so may ask for `fact`, or why not."""
    if fact.family not in standing.families:
        return Reach.OTHER_FAMILY
    if fact.name == "level" and not standing.overall_level:
        return Reach.THE_LEVEL_ITSELF
    if standing.before is None or fact.position is None:
        return Reach.WITHIN
    if fact.question is not None and fact.question == standing.question:
        return Reach.THE_QUESTION_ITSELF
    return Reach.WITHIN if fact.position < standing.before else Reach.ASKED_LATER
