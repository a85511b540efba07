"""The page of a rule: its form, what it looks at, and what it does on answers."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.editing.flat import Data
from recommendations.rules.document import Action, Rule
from recommendations.studio.advice.arranging import add_action, add_rule, item_at, next_action_key, next_rule_key
from recommendations.studio.advice.form_page import TRY, FormPage
from recommendations.studio.advice.links import questions_of_condition
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.playbook_form import PlaybookForm
from recommendations.studio.advice.prefill import because_for, condition_for, proposed_priority, proposed_sources
from recommendations.studio.advice.rule_form import NEW, RuleForm, band_choices, rule_initial
from recommendations.studio.advice.samples import Sample, sample_named
from recommendations.studio.advice.sentences import sentence_of
from recommendations.studio.advice.slot_choices import condition_of
from recommendations.studio.advice.starting import blank_playbook, start_playbook
from recommendations.studio.advice.trying import can_be_scored, firing_words, try_rule

SAID = "said"
"""With "try=said" only the sentence is shown, without the counts, which take a second."""


@dataclass(frozen=True, slots=True)
class Wish:
    """From where somebody came to write a new rule: a question, an action, or neither."""

    question: str = ""
    action: str = ""


class RulePage(FormPage):
    """`key` "" = a new rule, begun from `wish`. The first rule of a bank makes its playbook."""

    template = "studio/advice/rule.html"

    def __init__(self, papers: Papers, key: str = "", wish: Wish | None = None) -> None:
        super().__init__(papers if papers.draft is not None else _started(papers))
        self.key, self.prefix = key, f"rules.{key}" if key else "rules"
        self.wish = wish or Wish()
        if key:
            item_at(self.data, "rules", key)

    @property
    def is_first(self) -> bool:
        return self.papers.draft is None

    @property
    def data(self) -> Data:
        return self.papers.data

    def form(self, papers: Papers, data: QueryDict | None = None) -> RuleForm:
        if data is not None:
            return RuleForm(papers, data, rule_key=self.key)
        initial = rule_initial(item_at(papers.data, "rules", self.key)) if self.key else self._begun(papers)
        return RuleForm(papers, rule_key=self.key, initial=initial | {"base": papers.base})

    def _begun(self, papers: Papers) -> Data:
        initial: Data = {
            "priority": proposed_priority(papers.items("priority_bands")),
            "sources": proposed_sources(papers.items("sources"), papers.items("rules")),
        }
        question = papers.questions.get(self.wish.question)
        if question is not None:
            initial["when"] = condition_for(papers.bank, question.key)
            initial["because"] = because_for(question, papers.locales)
            initial["new_node"] = _measuring(papers, question.key)
        if papers.item("actions", self.wish.action):
            initial["recommends"] = self.wish.action
        return initial | ({"recommends": NEW} if self.is_first else {})

    def stands_in(self, data: Data) -> bool:
        return not self.key or any(rule["key"] == self.key for rule in data["rules"])

    def put(self, data: Data, form: PlaybookForm) -> str:
        assert isinstance(form, RuleForm)
        recommends, said = form.cleaned_data["recommends"], _("The rule is saved.")
        if recommends == NEW:
            recommends = next_action_key(data)
            add_action(data, form.new_action(recommends))
            said = _("The rule is saved, with the new action %(key)s. Write out there how to go about it.")
        written = form.written | {"recommends": recommends}
        if self.key:
            item_at(data, "rules", self.key).update(written)
        else:
            looks_at = next((link.question.key for link in self._links(form)), "")
            key = form.cleaned_data["key"] or next_rule_key(data, recommends, looks_at)
            add_rule(data, {"key": key} | written)
        self.recommends = recommends
        return said % {"key": recommends}

    def save(self, form: PlaybookForm, by: User) -> str:
        if not self.is_first:
            return super().save(form, by)
        said = self.put(self.data, form)
        start_playbook(data=self.data, by=by)
        return said

    def done(self, form: PlaybookForm) -> str:
        return f"{reverse('studio:advice', args=[self.papers.slug])}#action-{self.recommends}"

    def context(self, form: PlaybookForm) -> dict[str, Any]:
        assert isinstance(form, RuleForm)
        when, links = self._when(form), self._links(form)
        straight = [link for link in links if link.is_direct]
        others = [link for link in links if not link.is_direct]
        return {
            "rule_key": self.key,
            "is_first": self.is_first,
            "sentence": "" if when is None else sentence_of(when, self.papers),
            "looks_at": {"straight": straight, "others": others} if links else None,
            "bands": band_choices(self.papers),
            "new": NEW,
        }

    def _when(self, form: PlaybookForm) -> Any:
        cleaned = getattr(form, "cleaned_data", None)
        return condition_of(form.initial.get("when") if cleaned is None else cleaned.get("when"))

    def _links(self, form: PlaybookForm) -> list[Any]:
        when = self._when(form)
        return [] if when is None else questions_of_condition(when, self.papers.bank)

    def trial(self, form: PlaybookForm) -> dict[str, Any]:
        assert isinstance(form, RuleForm)
        when = self._when(form)
        if when is None:
            return {"trial": {"refused": _("The condition is not complete yet.")}}
        if not can_be_scored(self.papers):
            return {"trial": {"refused": _("The bank has errors. Mend them first; Check lists them.")}}
        tried = try_rule(self.papers.bank, *self._tried(form, when), counts=form.data.get(TRY) != SAID)
        if tried is None:
            return {"trial": {"refused": _("The rule asks for something that the bank does not have.")}}
        return {"trial": {"refused": "", "rule": tried, "doubt": firing_words(tried.generated)}}

    def _tried(self, form: RuleForm, when: Any) -> tuple[Rule, Action | None, Sample]:
        cleaned = form.cleaned_data
        rule = Rule(key="R", when=when, recommends="A", priority=1, because=cleaned.get("because", {}))
        found = self.papers.item("actions", cleaned.get("recommends", ""))
        action = Action.model_validate(found) if found else None
        return rule, action, sample_named(self.papers.bank, cleaned.get("sample", ""))


def _started(papers: Papers) -> Papers:
    return replace(papers, blank=blank_playbook(papers.bank))


def _measuring(papers: Papers, question: str) -> str:
    """The part of the score that counts a question, "" if none does."""
    for key, node in papers.nodes.items():
        if any(measure.question == question for measure in node.measures):
            return key
    return ""
