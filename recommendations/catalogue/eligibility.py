"""Whom an offering or a scheme is for: one condition, evaluated by the one evaluator and worded by the one explainer."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext, gettext_lazy, override
from pydantic import TypeAdapter

from assessment.scoring.conditions import All, Condition, Operator, Test
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import ConditionError, evaluate
from assessment.scoring.explain import explain_condition, explain_shortfalls
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.facts import Lookup, UnknownFact
from assessment.scoring.texts import localise
from recommendations.catalogue.models import FundingScheme, Offering, OfferingKind
from recommendations.rules.witnesses import witnesses

logger = logging.getLogger(__name__)

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
SIZE, SECTOR, REGION = "profile.size_class", "profile.sector", "profile.region"


class Eligibility(models.TextChoices):
    YES = "yes", gettext_lazy("fits")
    MAYBE = "maybe", gettext_lazy("may fit")
    NO = "no", gettext_lazy("does not fit")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`reason` is a sentence for the enterprise, in the language of the judge."""

    eligibility: Eligibility
    reason: str


def requirement(
    sizes: list[str], sectors: list[str], regions: list[str], eligible_if: dict[str, Any] | None
) -> Condition | None:
    """This function will return everything that is asked of an enterprise as one condition, None for nothing."""
    listed = ((SIZE, sizes), (SECTOR, sectors), (REGION, regions))
    parts: list[Condition] = [Test(fact=fact, op=Operator.IN, value=list(keys)) for fact, keys in listed if keys]
    if eligible_if is not None:
        parts.append(CONDITION.validate_python(eligible_if))
    return All(all=parts) if parts else None


def requirement_of(row: Offering | FundingScheme) -> Condition | None:
    """This function will return what an offering or a scheme asks of an enterprise, None for nothing.

    Sizes, sectors and regions of a case say whom it was about: whoever is different may read it all the same.
    """
    if isinstance(row, Offering) and row.kind == OfferingKind.CASE:
        return requirement([], [], [], row.eligible_if)
    return requirement(row.sizes, row.sectors, row.regions, row.eligible_if)


class Judge:
    """Judges offerings and schemes for one enterprise, whose facts `lookup` gives, in one language."""

    def __init__(self, bank: BankDocument, lookup: Lookup, locale: str) -> None:
        self._bank = bank
        self._lookup = lookup
        self._locale = locale
        self._facts = facts_of(bank)

    def judge(self, row: Offering | FundingScheme) -> Judgement:
        """This function will return whether an offering or a scheme is open to the enterprise, and why.

        Conditions that the bank cannot answer are logged, and the enterprise is told to ask.
        """
        with override(self._locale):
            asked = requirement_of(row)
            if asked is None and isinstance(row, Offering) and row.kind == OfferingKind.CASE:
                return Judgement(Eligibility.YES, gettext("A case to read, open to everybody."))
            if asked is None:
                return Judgement(Eligibility.YES, gettext("Open to every enterprise."))
            try:
                return self._judged(asked)
            except (ConditionError, UnknownFact):
                logger.exception("The conditions of %s %s cannot be evaluated", row._meta.model_name, row.pk)
                return Judgement(Eligibility.MAYBE, _whom_to_ask(row))

    def _judged(self, asked: Condition) -> Judgement:
        verdict = evaluate(asked, self._lookup)
        if verdict is None:
            return Judgement(Eligibility.MAYBE, gettext("Not known yet: %(facts)s.") % {"facts": self._missing(asked)})
        if verdict:
            said = explain_condition(asked, self._bank, self._locale, catalogue=self._facts)
            return Judgement(Eligibility.YES, gettext("%(conditions)s.") % {"conditions": said})
        failed = explain_shortfalls(asked, self._bank, self._locale, self._lookup, self._facts)
        return Judgement(
            Eligibility.NO, gettext("Not open to you: %(conditions)s.") % {"conditions": self._list(failed)}
        )

    def _missing(self, asked: Condition) -> str:
        facts = dict.fromkeys(test.fact for test in witnesses(asked, self._lookup, None))
        return self._list(localise(self._facts[fact].title, self._locale) for fact in facts)

    def _list(self, items: Iterable[str]) -> str:
        return gettext("; ").join(items)


def _whom_to_ask(row: Offering | FundingScheme) -> str:
    if isinstance(row, Offering):
        return gettext("Ask the provider whether it is open to you.")
    return gettext("Ask the office whether it is open to you.")
