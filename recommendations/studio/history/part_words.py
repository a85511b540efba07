"""What the parts of banks and playbooks are called: “Question “Machines on the network” (EQ04)”."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy as lazy_in

from assessment.bank.editing.applying import value_at
from assessment.bank.editing.differences import Place
from assessment.bank.editing.flat import Data
from assessment.scoring import document as bank
from assessment.scoring.texts import localise
from recommendations.rules import document as playbook
from recommendations.studio.history.schema import Found, Model, Part

KINDS: dict[Model, str | Promise] = {
    bank.BankDocument: lazy_in("part", "the bank"),
    bank.Section: lazy_in("part", "section"),
    bank.Question: lazy_in("part", "question"),
    bank.Option: lazy_in("part", "option"),
    bank.Row: lazy_in("part", "row"),
    bank.Node: lazy_in("part", "indicator"),
    bank.Measure: lazy_in("part", "counted question"),
    bank.Level: lazy_in("part", "level"),
    bank.Ladder: lazy_in("part", "list of levels"),
    bank.Reading: lazy_in("part", "reading"),
    bank.Consistency: lazy_in("part", "consistency check"),
    bank.ReferenceLine: lazy_in("part", "published figure"),
    bank.Framework: lazy_in("part", "framework"),
    bank.FrameworkItem: lazy_in("part", "item"),
    bank.Crosswalk: lazy_in("part", "link"),
    bank.WorkedExample: lazy_in("part", "worked example"),
    playbook.PlaybookDocument: lazy_in("part", "the playbook"),
    playbook.Action: lazy_in("part", "action"),
    playbook.Rule: lazy_in("part", "rule"),
    playbook.Source: lazy_in("part", "source"),
    playbook.Effort: lazy_in("part", "effort"),
    playbook.CostBand: lazy_in("part", "cost band"),
    playbook.PriorityBand: lazy_in("part", "priority band"),
    playbook.Raise: lazy_in("part", "effect"),
}
BARRIER = lazy_in("part", "barrier")
WHOLE = lazy_in("part", "the whole measure")
TITLES = ("short", "title", "label", "text", "message")
KEYS_SHOWN = frozenset({bank.Question, playbook.Rule, playbook.Action})
NAMESAKES = {bank.Measure: "question", playbook.Rule: "recommends", playbook.Raise: "node"}
"""Parts without a title are called after what this field of theirs refers to."""


class Names:
    """Finds titles in documents, given from the one to prefer to the one that knows what is no more."""

    def __init__(self, documents: Sequence[Data], locale: str) -> None:
        self.documents, self.locale = documents, locale
        self._questions = {
            question["key"]: question
            for data in reversed(documents)
            for section in data.get("sections", [])
            for question in section["questions"]
        }
        self._lists = {
            name: {item["key"]: item for data in reversed(documents) for item in data.get(name, [])}
            for name in ("sections", "nodes", "actions", "efforts", "cost_bands", "sources", "readings")
        }

    def of_key(self, listed: str, key: str) -> str:
        """This function will return the title of what a key refers to, in the list where such things stand."""
        items = self._questions if listed == "questions" else self._lists[listed]
        return self.of_item(items.get(key), key)

    def of_item(self, item: Any, key: str) -> str:
        """This function will return the title of a part, its key where it has none."""
        texts = (item.get(name) for name in TITLES) if isinstance(item, dict) else iter(())
        return next((localise(text, self.locale) for text in texts if isinstance(text, dict) and text), key)

    def at(self, place: Place) -> Any:
        """This function will return the part at a place in the first document that has it, or None."""
        found = (value_at(data, place) for data in self.documents)
        return next((item for item in found if item is not None), None)

    def question(self, key: str) -> Data:
        """This function will return a question of any section, {} if there is none."""
        return self._questions.get(key, {})

    def subject(self, found: Found, item: Any = None) -> str:
        """This function will return what is spoken of: the innermost part with a name, and what it belongs to.

        `item` is that part where it stands in none of the documents.
        """
        named = [part for part in found.parts if part.key or part is found.parts[0]]
        return capitalised(self._with_owner(named, item))

    def part(self, part: Part, item: Any = None) -> str:
        """This function will return one part with its kind and title; `item` where it stands in no document."""
        item = self.at(part.place) if item is None else item
        if not part.key:
            return str(KINDS.get(part.model, ""))
        title = self._title(part, item)
        said = _("%(kind)s “%(title)s”") % {"kind": self._kind(part.model, item), "title": title}
        shows_key = part.model in KEYS_SHOWN and title != part.key
        return _("%(part)s (%(key)s)") % {"part": said, "key": part.key} if shows_key else said

    def _with_owner(self, named: Sequence[Part], item: Any = None) -> str:
        part, above = named[-1], named[1:-1]
        said = self.part(part, item)
        if not above or part.model is bank.Question:
            return said
        return _("%(part)s of %(owner)s") % {"part": said, "owner": self._with_owner(named[:-1])}

    def _kind(self, model: Model, item: Any) -> str:
        if model is not bank.Node or not isinstance(item, dict):
            return str(KINDS.get(model, ""))
        above = self._lists["nodes"].get(item.get("parent"))
        if above is None:
            return str(KINDS[model] if "parent" in item else WHOLE)
        return str(KINDS[model] if "parent" in above else BARRIER)

    def _title(self, part: Part, item: Any) -> str:
        field = NAMESAKES.get(part.model)
        if field and isinstance(item, dict):
            listed = {"question": "questions", "recommends": "actions", "node": "nodes"}[field]
            return self.of_key(listed, str(item.get(field, part.key)))
        return self.of_item(item, part.key)


def capitalised(sentence: str) -> str:
    """This function will return a sentence that begins with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
