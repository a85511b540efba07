"""Conditions as sentences, also those of a bank that is half done."""

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import facts_of
from recommendations.studio.history.value_words import Explain

SHAPE: TypeAdapter[Any] = TypeAdapter(Condition)


def explainer(document: BankDocument, locale: str) -> Explain:
    """This function will return what turns the data of a condition into a sentence about `document`.

    A condition that asks about what the document does not have is returned as it is written.
    """
    catalogue = facts_of(document)

    def explain(value: Any) -> str:
        try:
            return explain_condition(SHAPE.validate_python(value), document, locale, catalogue=catalogue)
        except (ValidationError, LookupError, ValueError, TypeError, ArithmeticError):
            return json.dumps(value, ensure_ascii=False)

    return explain
