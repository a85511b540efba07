"""What a condition may ask about where it stands: the facts of a bank, and those out of reach there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language

from assessment.scoring import walk
from assessment.scoring.check_conditions import EVERYTHING, GATE, Standing, before_question
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.check import OFFERING


@dataclass(frozen=True)
class ConditionSubject:
    """A bank as one condition sees it. `locale` "" = the language of the interface; make it by the constructors below."""

    document: BankDocument
    standing: Standing
    locale: str = ""

    @classmethod
    def visibility(
        cls, document: BankDocument, question_key: str = "", *, section_key: str = "", locale: str = ""
    ) -> "ConditionSubject":
        """`visible_if` of a question, or of a new one at the end of a section: what is asked before, and the profile."""
        return cls(document, before_question(question_key, _position(document, question_key, section_key)), locale)

    @classmethod
    def gate(cls, document: BankDocument, *, locale: str = "") -> "ConditionSubject":
        """The gate of a level: everything but the overall level."""
        return cls(document, GATE, locale)

    @classmethod
    def rule(cls, document: BankDocument, *, locale: str = "") -> "ConditionSubject":
        """`when` of a rule of the playbook: everything."""
        return cls(document, EVERYTHING, locale)

    @classmethod
    def suits(cls, document: BankDocument, *, locale: str = "") -> "ConditionSubject":
        """`suits` of an action of the playbook: everything."""
        return cls(document, EVERYTHING, locale)

    @classmethod
    def consistency(cls, document: BankDocument, *, locale: str = "") -> "ConditionSubject":
        """`when` of a consistency check of the bank: everything."""
        return cls(document, EVERYTHING, locale)

    @classmethod
    def eligibility(cls, document: BankDocument, *, locale: str = "") -> "ConditionSubject":
        """`eligible_if` of an offering or a scheme of the catalogue: the profile."""
        return cls(document, OFFERING, locale)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts of the bank by name, in reading order; those out of reach too, for they may be written somewhere."""
        return facts_of(self.document)

    @property
    def language(self) -> str:
        return self.locale or get_language() or FALLBACK_LOCALE


def _position(document: BankDocument, question_key: str, section_key: str) -> int:
    """A question that is not there yet comes last in its section, or in the bank."""
    last = 0
    for position, (_place, section, question) in enumerate(walk.questions(document)):
        if question.key == question_key:
            return position
        if section.key == section_key or not section_key:
            last = position + 1
    return last
