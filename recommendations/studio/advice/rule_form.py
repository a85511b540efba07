"""The form of a rule, with a new action in it where one is wished."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from assessment.bank.editing.flat import Data
from assessment.scoring.texts import Text
from recommendations.rules.slots import SlotKind, slots_of, stray_braces
from recommendations.studio.advice.choices import (
    action_choices,
    node_choices,
    source_choices,
    titled_choices,
)
from recommendations.studio.advice.fields import key_field
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.playbook_form import Choices, PlaybookForm, offered, select, ticks, whole
from recommendations.studio.advice.samples import sample_choices
from recommendations.studio.advice.slot_choices import known_slots, slot_choices
from recommendations.studio.advice.starting import in_every_language
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from recommendations.studio.forms import TextsField

NEW = "+"
NEW_ACTION = ("new_title", "new_node", "new_effort", "new_cost_band")
WRITTEN = ("when", "priority", "because", "sources")
INSERT = "insert"


class RuleForm(PlaybookForm):
    """`rule_key` "" = a new rule. `recommends` "+" = a new action, made of the fields that begin with `new_`."""

    def __init__(self, papers: Papers, data: QueryDict | None = None, *, rule_key: str = "", **options: Any) -> None:
        super().__init__(papers, data, **options)
        now = papers.item("rules", rule_key) or {}
        subject = ConditionSubject.rule(papers.bank)
        self.fields["when"] = ConditionField(subject=subject, label=pgettext("rule", "When"), required=True)
        actions = [("", _("Please choose")), *action_choices(papers), (NEW, _("A new action"))]
        self.fields["recommends"] = select(_("What is recommended"), offered(actions, [now.get("recommends", "")]))
        self._add_new_action()
        self.fields |= {
            "priority": whole(_("Priority, 1 to 100"), 1, 100),
            "because": TextsField(locales=papers.locales, rows=3, label=_("What the enterprise reads"), required=True),
            "slot": select(
                _("Value to insert"), slot_choices(papers, self.initial.get("when", now.get("when"))), required=False
            ),
            "sources": ticks(
                _("Where its threshold comes from"), offered(source_choices(papers), now.get("sources", []))
            ),
            "sample": select(_("Sample"), sample_choices(papers.bank), required=False),
        }
        if not rule_key:
            key = key_field(papers.keys("rules"), required=False)
            key.help_text = _("Left empty, it is named after its action and question.")
            self.fields["key"] = key

    def _add_new_action(self) -> None:
        papers = self.papers
        self.fields |= {
            "new_title": TextsField(locales=papers.locales, label=_("Title of the new action")),
            "new_why": TextsField(locales=papers.locales, rows=2, label=_("Why it helps")),
            "new_node": select(_("Barrier or part of the score"), node_choices(papers), required=False),
            "new_effort": select(_("Effort"), titled_choices(papers, "efforts"), required=False),
            "new_cost_band": select(_("Cost"), titled_choices(papers, "cost_bands"), required=False),
        }

    def press(self) -> bool:
        """The button "insert" puts the chosen value behind the sentence in every language."""
        if self.sent is not None and INSERT in self.sent:
            self.data = inserted(self.sent, self.papers.locales)
            return True
        return super().press()

    def clean_because(self) -> Text:
        because: Text = self.cleaned_data["because"]
        known = known_slots(self.papers)
        for text in because.values():
            for stray in stray_braces(text):
                self.add_error("because", _("%(text)s fills in nothing. Choose a value to insert.") % {"text": stray})
            for slot in slots_of(text):
                if slot not in known:
                    named = {"text": f"{{{slot.kind.value}.{slot.key}}}"}
                    self.add_error("because", _("%(text)s names nothing that is there.") % named)
        return because

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("recommends") == NEW:
            for name in NEW_ACTION:
                if name not in self.errors and not cleaned.get(name):
                    self.add_error(name, _("A new action needs this."))
        return cleaned

    @property
    def written(self) -> Data:
        """The rule as the schema has it, without its key and its action."""
        return {name: self.cleaned_data[name] for name in WRITTEN}

    def new_action(self, key: str) -> Data:
        """This function will return the new action with what it needs at least, to be written out on its own page."""
        cleaned = self.cleaned_data
        return {
            "key": key,
            "node": cleaned["new_node"],
            "title": cleaned["new_title"],
            "why": cleaned["new_why"],
            "steps": [cleaned["new_title"]],
            "effort": cleaned["new_effort"],
            "cost_band": cleaned["new_cost_band"],
            "weeks": {"minimum": 1, "maximum": 4},
            "raises": [{"node": cleaned["new_node"], "levels": 1, "up_to": 4}],
            "source": in_every_language(self.papers.locales, gettext_lazy("Our own estimate.")),
        }


def inserted(data: QueryDict, locales: list[str]) -> QueryDict:
    """This function will return posted data with the chosen slot behind the sentence in every language."""
    kind, _dot, key = str(data.get("slot", "")).partition(".")
    changed = data.copy()
    if kind in set(SlotKind) and key:
        for locale in locales:
            name = f"because_{locale}"
            text = str(data.get(name, ""))
            joint = " " if text and not text.endswith((" ", "\n")) else ""
            changed[name] = f"{text}{joint}{{{kind}.{key}}}"
    return changed


def rule_initial(rule: Mapping[str, Any]) -> Data:
    """This function will return what the form shows for a rule as flat data."""
    return dict(rule)


def band_choices(papers: Papers) -> Choices:
    """This function will return the priority bands, each with where it begins, from the most urgent one."""
    bands = papers.items("priority_bands")
    titles = dict(titled_choices(papers, "priority_bands"))
    return [(band["from_priority"], titles[band["key"]]) for band in bands]
