"""Values of a document as people read them: titles for keys, words for choices, conditions as sentences."""

import json
from collections.abc import Callable
from typing import Any, get_args, get_origin

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.scoring.texts import Text, localise
from recommendations.studio.forms import language_name
from recommendations.studio.history.bank_field_words import BANK_FIELDS
from recommendations.studio.history.choice_words import CHOICES
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.playbook_field_words import PLAYBOOK_FIELDS
from recommendations.studio.history.question_field_words import QUESTION_FIELDS
from recommendations.studio.history.schema import Model, annotation_of, item_model

FIELDS = BANK_FIELDS | QUESTION_FIELDS | PLAYBOOK_FIELDS
REFERENCES = {
    "node": "nodes",
    "parent": "nodes",
    "question": "questions",
    "questions": "questions",
    "employees": "questions",
    "revenue": "questions",
    "sector": "questions",
    "reading": "readings",
    "recommends": "actions",
    "requires": "actions",
    "follows": "actions",
    "excludes": "actions",
    "effort": "efforts",
    "cost_band": "cost_bands",
    "sources": "sources",
}
"""Fields that hold keys, with the list in which what they refer to stands."""
KEYED_BY = {"expect": "nodes", "answers": "questions", "baseline": "questions"}

ANSWERS = frozenset({"answers", "baseline"})

Explain = Callable[[Any], str]


def field_words(model: Model, field: str) -> str:
    """This function will return what a field of a part is called."""
    return str(FIELDS.get(model, {}).get(field, field))


class Values:
    """Says values in one language. `explain` turns the data of a condition into a sentence."""

    def __init__(self, names: Names, explain: Explain) -> None:
        self.names, self.explain = names, explain

    def said(self, value: Any, annotation: Any, field: str) -> str:
        """This function will return a value in words, "" for one that is not written."""
        if value is None or value in ("", [], {}):
            return ""
        if isinstance(value, bool):
            return pgettext("schema", "yes") if value else pgettext("schema", "no")
        if annotation == Text and isinstance(value, dict):
            return self._texts(value)
        if isinstance(value, list):
            return self._list(value, annotation, field)
        if isinstance(value, dict):
            return self._mapping(value, annotation, field)
        return self._plain(value, field)

    def _plain(self, value: Any, field: str) -> str:
        if (field, value) in CHOICES:
            return str(CHOICES[field, value])
        if field in REFERENCES and isinstance(value, str):
            return self.names.of_key(REFERENCES[field], value)
        return str(value)

    def _texts(self, value: dict[str, str]) -> str:
        if len(value) == 1:
            return next(iter(value.values()))
        return "\n".join(f"{language_name(locale)}: {text}" for locale, text in value.items())

    def _list(self, value: list[Any], annotation: Any, field: str) -> str:
        inner = get_args(annotation)[0] if get_origin(annotation) is list else None
        if inner == Text:
            return "\n".join(localise(text, self.names.locale) for text in value)
        joint = "\n" if any(isinstance(item, dict) for item in value) else pgettext("list", ", ")
        return joint.join(self.said(item, inner, field) for item in value)

    def _mapping(self, value: dict[str, Any], annotation: Any, field: str) -> str:
        model = item_model(annotation)
        if model is not None:
            parts = [
                (field_words(model, name), self.said(inner, annotation_of(model, name), name))
                for name, inner in value.items()
            ]
        elif get_origin(annotation) is dict:
            inner = get_args(annotation)[1]
            parts = [(self.key(name, field), self.said(each, inner, name)) for name, each in value.items()]
        elif {"fact", "all", "any", "not"} & set(value):
            return self.explain(value)
        else:
            return json.dumps(value, ensure_ascii=False)
        return pgettext("list", ", ").join(
            _("%(name)s: %(value)s") % {"name": name, "value": said} for name, said in parts
        )

    def answer(self, value: Any, question_key: str) -> str:
        """This function will return an answer of a worked example, options by their labels."""
        question = self.names.question(question_key)
        labels = {option["key"]: self.names.of_item(option, option["key"]) for option in question.get("options", [])}
        listed = value if isinstance(value, list) else [value]
        if value is None or not all(isinstance(item, str | int) for item in listed):
            return "" if value is None else json.dumps(value, ensure_ascii=False)
        return pgettext("list", ", ").join(labels.get(str(item), str(item)) for item in listed)

    def key(self, key: str, field: str) -> str:
        """This function will return what a key of a mapping stands for."""
        return self.names.of_key(KEYED_BY[field], key) if field in KEYED_BY else key


def without_shared(before: Any, after: Any) -> tuple[Any, Any]:
    """This function will return two values; of two lists of parts only what does not stand in both at head or tail."""
    if not all(isinstance(value, list) and all(isinstance(item, dict) for item in value) for value in (before, after)):
        return before, after
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return before[head : len(before) - tail], after[head : len(after) - tail]
