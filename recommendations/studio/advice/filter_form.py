"""What the advice page can be narrowed to."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recommendations.studio.advice.choices import shortened
from recommendations.studio.advice.overview import Wanted
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.playbook_form import line, select

LONGEST_QUESTION = 60


class FilterForm(forms.Form):
    def __init__(self, papers: Papers, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        barriers = [(child.key, say(child.title)) for child in papers.bank.tree.children]
        questions = [
            (key, f"{key} · {shortened(say(question.short or question.text), LONGEST_QUESTION)}")
            for key, question in papers.questions.items()
        ]
        self.fields["q"] = line(_("Words"), 200, required=False)
        self.fields["barrier"] = select(_("Barrier"), [("", _("All")), *barriers], required=False)
        self.fields["question"] = select(_("Rules that look at"), [("", _("All")), *questions], required=False)
        self.fields["unruled"] = forms.BooleanField(
            label=_("Only actions that no rule recommends"),
            required=False,
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        )

    @property
    def wanted(self) -> Wanted:
        """What is asked for; what makes no sense leaves it open."""
        self.is_valid()
        asked = self.cleaned_data
        return Wanted(
            asked.get("q", ""), asked.get("barrier", ""), asked.get("question", ""), asked.get("unruled", False)
        )
