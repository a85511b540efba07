"""Conditions as sentences in the reader's language, also where the bank has meanwhile lost what they ask for."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.scoring.check_conditions import EVERYTHING, check_condition
from assessment.scoring.conditions import Condition
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.findings import Severity
from recommendations.studio.advice.papers import Papers


def sentence_of(condition: Condition, papers: Papers, facts: Mapping[str, Fact] | None = None) -> str:
    """This function will return a condition as a sentence, or what is amiss with it.

    Whoever has many conditions may pass `facts_of` the bank.
    """
    known = facts_of(papers.bank) if facts is None else facts
    faults = [each for each in check_condition(condition, known, EVERYTHING, "") if each.severity is Severity.ERROR]
    if faults:
        return _("It asks for something that the bank does not have, or compares it in a way that does not fit.")
    return explain_condition(condition, papers.bank, get_language() or "", catalogue=known)
