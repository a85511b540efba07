"""The page of an action: its form, the rules that lead to it, and what it would change."""

from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from recommendations.catalogue.queries import category_rows
from recommendations.rules.document import Action
from recommendations.studio.advice.action_form import ActionForm, action_initial
from recommendations.studio.advice.arranging import add_action, item_at, next_action_key
from recommendations.studio.advice.form_page import FormPage
from recommendations.studio.advice.links import rules_of_action
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.playbook_form import PlaybookForm
from recommendations.studio.advice.rule_rows import rule_rows
from recommendations.studio.advice.samples import sample_named
from recommendations.studio.advice.trying import can_be_scored, try_action

NEW_WEEKS = {"minimum": 1, "maximum": 4}


class ActionPage(FormPage):
    """`key` "" = a new action."""

    template = "studio/advice/action.html"

    def __init__(self, papers: Papers, key: str = "") -> None:
        super().__init__(papers)
        self.key, self.prefix = key, f"actions.{key}" if key else "actions"
        self.saved = key
        if key:
            item_at(papers.data, "actions", key)

    def form(self, papers: Papers, data: QueryDict | None = None) -> ActionForm:
        if data is not None:
            return ActionForm(papers, data, action_key=self.key)
        new = {"key": next_action_key(papers.data), "weeks": NEW_WEEKS}
        initial = action_initial(item_at(papers.data, "actions", self.key) if self.key else new)
        return ActionForm(papers, action_key=self.key, initial=initial | {"base": papers.base})

    def stands_in(self, data: Data) -> bool:
        return not self.key or any(action["key"] == self.key for action in data["actions"])

    def put(self, data: Data, form: PlaybookForm) -> str:
        assert isinstance(form, ActionForm)
        if self.key:
            item_at(data, "actions", self.key).update(form.written)
            return _("The action is saved.")
        self.saved = form.cleaned_data["key"]
        add_action(data, {"key": self.saved} | form.written)
        return _("The action is saved. No rule recommends it yet: write one.")

    def done(self, form: PlaybookForm) -> str:
        if self.key:
            return f"{reverse('studio:advice', args=[self.papers.slug])}#action-{self.key}"
        return reverse("studio:action-edit", args=[self.papers.slug, self.saved])

    def context(self, form: PlaybookForm) -> dict[str, Any]:
        assert isinstance(form, ActionForm)
        rules = rules_of_action(self.papers.playbook, self.key) if self.key else []
        chosen = set(form["categories"].value() or [])
        rows = [row for row in category_rows(timezone.localdate()) if row.key in chosen]
        return {
            "action_key": self.key,
            "rules": rule_rows(rules, self.papers),
            "categories": rows,
        }

    def trial(self, form: PlaybookForm) -> dict[str, Any]:
        if not can_be_scored(self.papers):
            return {"trial": {"refused": _("The bank has errors. Mend them first; Check lists them.")}}
        assert isinstance(form, ActionForm)
        lifts = form.lifts
        if not lifts or any(lift["node"] not in self.papers.nodes for lift in lifts):
            return {"trial": {"refused": _("Say which part it improves.")}}
        sample = sample_named(self.papers.bank, form.cleaned_data.get("sample", ""))
        action = Action.model_validate(SKETCH | {"raises": lifts})
        improved = try_action(self.papers.bank, action, sample, get_language() or "")
        return {"trial": {"refused": "", "sample": sample.title, "improved": improved}}


SKETCH: Data = {
    "key": "A",
    "node": "A",
    "title": {},
    "why": {},
    "steps": [{}],
    "effort": "A",
    "cost_band": "A",
    "weeks": NEW_WEEKS,
}
"""What an action must have besides what it raises, to be tried before it is written out."""
