"""The form of an action."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from recommendations.studio.advice.choices import (
    NONE,
    action_choices,
    answer_choices,
    category_choices,
    measure_choices,
    node_choices,
    titled_choices,
)
from recommendations.studio.advice.fields import key_field
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.playbook_form import Choices, PlaybookForm, offered, select, ticks, whole
from recommendations.studio.advice.rows import RowForm, Rows
from recommendations.studio.advice.samples import sample_choices
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from recommendations.studio.forms import TextsField

LISTS = ("requires", "follows", "excludes", "categories", "measures")
QUARTERS = range(1, 5)


class StepRow(RowForm):
    def __init__(self, *args: Any, locales: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(locales=locales, rows=2, label=_("Step"))


class RaiseRow(RowForm):
    """`below` gives the answers that can be named for a node. Which ones are offered is known once a node is chosen."""

    def __init__(self, *args: Any, nodes: Choices, below: Callable[[str], Choices], **options: Any) -> None:
        super().__init__(*args, **options)
        node = self.data.get(self.add_prefix("node"), "") if self.is_bound else self.initial.get("node", "")
        answers = offered(below(node), self.initial.get("answers", []))
        self.fields["node"] = select(_("Part of the score"), [NONE, *nodes])
        self.fields["levels"] = select(_("by at most"), [NONE, *_quarters()])
        self.fields["up_to"] = select(_("but not above"), [NONE, *_ceilings()])
        self.fields["answers"] = ticks(_("Only these answers"), answers)

    def clean_answers(self) -> list[str]:
        answers: list[str] = self.cleaned_data["answers"]
        questions = {each.partition(".")[0] for each in answers}
        if len(questions) > 1 or (questions & set(answers) and len(answers) > 1):
            raise forms.ValidationError(_("Choose answers of one question; for another one, add a part."))
        return answers


class ActionForm(PlaybookForm):
    """`action_key` "" = a new action, whose key can be chosen."""

    def __init__(self, papers: Papers, data: QueryDict | None = None, *, action_key: str = "", **options: Any) -> None:
        super().__init__(papers, data, **options)
        locales, now = papers.locales, papers.item("actions", action_key) or {}
        if not action_key:
            self.fields["key"] = key_field(papers.keys("actions"), required=True)
        nodes = node_choices(papers)
        self.fields |= {
            "title": TextsField(locales=locales, label=_("Title"), required=True),
            "node": select(_("Barrier or part of the score it belongs to"), offered(nodes, [now.get("node", "")])),
            "why": TextsField(locales=locales, rows=3, label=_("Why it helps"), required=True),
            "effort": select(_("Effort"), offered(titled_choices(papers, "efforts"), [now.get("effort", "")])),
            "cost_band": select(_("Cost"), offered(titled_choices(papers, "cost_bands"), [now.get("cost_band", "")])),
            "weeks_from": whole(_("Weeks, at least"), 0, 520),
            "weeks_to": whole(_("Weeks, at most"), 0, 520),
            "suits": ConditionField(
                subject=ConditionSubject.suits(papers.bank), label=_("Suits only enterprises where"), required=False
            ),
            **self._lists(action_key, now),
            "source": TextsField(locales=locales, rows=3, label=_("Where it comes from")),
            "sample": select(_("Sample"), sample_choices(papers.bank), required=False),
        }
        raised = offered(nodes, [lift["node"] for lift in now.get("raises", [])])
        self._add_rows(raised, locales, self.sent)

    def _lists(self, action_key: str, now: Mapping[str, Any]) -> dict[str, forms.Field]:
        others = action_choices(self.papers, without=action_key)
        choices = {
            "requires": (_("Must be done before it"), others),
            "follows": (_("Comes after these, where both are done"), others),
            "excludes": (_("Not to be done together with it"), others),
            "categories": (_("Kinds of services that help with it"), category_choices(self.papers)),
            "measures": (_("Public support that helps with it"), measure_choices()),
        }
        return {name: ticks(label, offered(each, now.get(name, []))) for name, (label, each) in choices.items()}

    def _add_rows(self, nodes: Choices, locales: list[str], data: QueryDict | None) -> None:
        step, lift = (
            partial(StepRow, locales=locales),
            partial(RaiseRow, nodes=nodes, below=answer_choices(self.papers)),
        )
        self.rows["steps"] = Rows("steps", step, self.initial.get("steps", [{}]), data)
        self.rows["raises"] = Rows("raises", lift, self.initial.get("raises", [{}]), data)

    def is_valid(self) -> bool:
        valid = super().is_valid()
        for name, message in (("steps", _("Write one step at least.")), ("raises", _("Say which part it improves."))):
            if valid and not self.rows[name].cleaned:
                self.add_error(None, message)
        return valid and not self.errors

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = cleaned.get("weeks_from"), cleaned.get("weeks_to")
        if low is not None and high is not None and low > high:
            self.add_error("weeks_to", _("The most weeks must not be fewer than the least."))
        return cleaned

    @property
    def lifts(self) -> list[Data]:
        """What it raises, as far as the rows are in order."""
        return [_as_lift(row) for row in self.rows["raises"].cleaned if {"node", "levels", "up_to"} <= set(row)]

    @property
    def written(self) -> Data:
        """The action as the schema has it, without its key."""
        cleaned = self.cleaned_data
        return {
            **{name: cleaned[name] for name in ("title", "node", "why", "effort", "cost_band", "source", *LISTS)},
            "weeks": {"minimum": cleaned["weeks_from"], "maximum": cleaned["weeks_to"]},
            "suits": cleaned["suits"],
            "steps": [row["text"] for row in self.rows["steps"].cleaned],
            "raises": self.lifts,
        }


def action_initial(action: Mapping[str, Any]) -> Data:
    """This function will return what the form shows for an action as flat data."""
    weeks = action.get("weeks", {})
    return {
        **action,
        "weeks_from": weeks.get("minimum"),
        "weeks_to": weeks.get("maximum"),
        "steps": [{"text": step} for step in action.get("steps", [])] or [{}],
        "raises": [lift | {"answers": _named(lift)} for lift in action.get("raises", [])] or [{}],
    }


def _named(lift: Mapping[str, Any]) -> list[str]:
    question, options = lift.get("question"), lift.get("options", [])
    return [f"{question}.{option}" for option in options] or ([question] if question else [])


def _as_lift(row: Mapping[str, Any]) -> Data:
    lift = {"node": row["node"], "levels": int(row["levels"]), "up_to": int(row["up_to"])}
    pairs = [answer.partition(".") for answer in row.get("answers", [])]
    options = [option for _question, _dot, option in pairs if option]
    return lift | ({"question": pairs[0][0]} if pairs else {}) | ({"options": options} if options else {})


def _quarters() -> Choices:
    said = {1: _("one level"), 2: _("two levels"), 3: _("three levels"), 4: _("four levels")}
    return [(str(number), said[number]) for number in QUARTERS]


def _ceilings() -> Choices:
    said = {1: _("level 1 of 4"), 2: _("level 2 of 4"), 3: _("level 3 of 4"), 4: _("level 4 of 4, the best answer")}
    return [(str(number), said[number]) for number in QUARTERS]
