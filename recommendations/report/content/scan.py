"""What a scope that asks less than the bank knows cannot tell, said where its result is read."""

from django.utils.translation import gettext

from assessment.scoring.scorecard import Scope
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import sentences
from recommendations.report.content.score_schema import Scan


def scan_of(material: Material) -> Scan | None:
    """This function will return how much a quick scan asked and what follows from that; None where nothing is left out."""
    known = [question for section in material.bank.sections if not section.profile for question in section.questions]
    if material.scorecard.scope is Scope.FULL or all(question.core for question in known):
        return None
    asked = sum(question.key in material.asked for question in known)
    numbers = {"asked": asked, "of": len(known)}
    return Scan(
        asked=str(asked),
        of=str(len(known)),
        title=gettext("Quick scan: %(asked)s of %(of)s questions were asked.") % numbers,
        text=sentences(
            gettext("This is a first look, no full rating: what was not asked may change the score and the level."),
            gettext("Conditions of a level are provisional.") if _has_gates(material) else "",
            gettext("A range covers what you do not know, not what was not asked."),
        ),
        invitation=gettext("The full diagnosis asks the rest; nothing is asked twice."),
    )


def _has_gates(material: Material) -> bool:
    return any(level.gate is not None for levels in material.ladders.values() for level in levels)
