"""What the parts of banks and playbooks are called: “Question “Machines on the network” (EQ04)”."""

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from assessment.bank.editing.applying import value_at
from assessment.bank.editing.differences import Place
from assessment.bank.editing.flat import Data
from assessment.scoring import document as bank
from assessment.scoring.texts import localise
from recommendations.rules import document as playbook
from recommendations.studio.history.schema import Found, Model, Part

KINDS: dict[Model, str | Promise] = {
    bank.BankDocument: pgettext_lazy("part", "the bank"),
    bank.Section: pgettext_lazy("part", "section"),
    bank.Question: pgettext_lazy("part", "question"),
    bank.Option: pgettext_lazy("part", "option"),
    bank.Row: pgettext_lazy("part", "row"),
    bank.Node: pgettext_lazy("part", "indicator"),
    bank.Measure: pgettext_lazy("part", "counted question"),
    bank.Level: pgettext_lazy("part", "level"),
    bank.Ladder: pgettext_lazy("part", "list of levels"),
    bank.Reading: pgettext_lazy("part", "reading"),
    bank.Consistency: pgettext_lazy("part", "consistency check"),
    bank.ReferenceLine: pgettext_lazy("part", "published figure"),
    bank.Framework: pgettext_lazy("part", "framework"),
    bank.FrameworkItem: pgettext_lazy("part", "item"),
    bank.Crosswalk: pgettext_lazy("part", "link"),
    bank.WorkedExample: pgettext_lazy("part", "worked example"),
    playbook.PlaybookDocument: pgettext_lazy("part", "the playbook"),
    playbook.Action: pgettext_lazy("part", "action"),
    playbook.Rule: pgettext_lazy("part", "rule"),
    playbook.Source: pgettext_lazy("part", "source"),
    playbook.Effort: pgettext_lazy("part", "effort"),
    playbook.CostBand: pgettext_lazy("part", "cost band"),
    playbook.PriorityBand: pgettext_lazy("part", "priority band"),
    playbook.Raise: pgettext_lazy("part", "effect"),
}
BARRIER = pgettext_lazy("part", "barrier")
WHOLE = pgettext_lazy("part", "the whole measure")
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
