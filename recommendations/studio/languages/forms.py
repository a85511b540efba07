"""What the page of translations is asked for, and the translations that it sends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from assessment.scoring.texts import reject_unstorable
from recommendations.studio.forms import LONGEST_TEXT, language_name
from recommendations.studio.languages.registry import Part
from recommendations.studio.languages.standing import Doubt, State

PARTS = {
    Part.HEAD: gettext_lazy("Head of the bank"),
    Part.QUESTIONS: pgettext_lazy("studio", "Questions"),
    Part.MEASURE: gettext_lazy("Measure and levels"),
    Part.CHECKS: gettext_lazy("Consistency checks"),
    Part.FIGURES: gettext_lazy("Figures and frameworks"),
    Part.EXAMPLES: gettext_lazy("Worked examples"),
    Part.ACTIONS: pgettext_lazy("studio", "Actions"),
    Part.RULES: pgettext_lazy("studio", "Rules"),
    Part.ADVICE: gettext_lazy("Head of the advice"),
}
STATES = {
    State.MISSING: pgettext_lazy("translation", "Missing"),
    State.STALE: pgettext_lazy("translation", "Source changed since"),
    State.AGAIN: pgettext_lazy("translation", "Look again"),
}
DOUBTS = {
    Doubt.SAME: gettext_lazy("The same in both languages."),
    Doubt.SLOTS: gettext_lazy("The places in braces { } differ."),
    Doubt.NUMBERS: gettext_lazy("The numbers differ."),
}
LONGEST_PLACE = 300
MOST_ROWS = 100


class FilterForm(forms.Form):
    """Which texts are listed. What cannot be read is taken as not asked for."""

    source = forms.ChoiceField(label=pgettext_lazy("translation", "From"), required=False)
    target = forms.ChoiceField(label=pgettext_lazy("translation", "To"), required=False)
    show = forms.ChoiceField(label=pgettext_lazy("translation", "Show"), required=False)
    part = forms.ChoiceField(label=gettext_lazy("Part of the bank"), required=False)
    q = forms.CharField(label=gettext_lazy("Words in the text"), required=False, max_length=100)

    def __init__(self, locales: Sequence[str], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        languages = [(locale, language_name(locale)) for locale in locales]
        choices: dict[str, list[tuple[str, Any]]] = {
            "source": languages,
            "target": languages,
            "show": [("", gettext_lazy("All texts")), *((state.value, label) for state, label in STATES.items())],
            "part": [("", gettext_lazy("All parts")), *((part.value, label) for part, label in PARTS.items())],
        }
        for name, listed in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = listed
        for field in self.fields.values():
            is_text = isinstance(field.widget, forms.TextInput)
            field.widget.attrs["class"] = "form-control" if is_text else "form-select"


@dataclass(frozen=True, slots=True)
class Posted:
    """One text of the form: its copy, its address without the language, and what was written."""

    copy: str
    place: str
    written: str
    index: int


class TranslationsForm(forms.Form):
    """The translations of one page. Each row carries the address that it belongs to."""

    source = forms.CharField(max_length=40)
    target = forms.CharField(max_length=40)
    base_bank = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    base_playbook = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False)
    confirm = forms.IntegerField(min_value=0, max_value=MOST_ROWS, required=False)

    def rows(self) -> list[Posted]:
        """This function will return the rows that were sent, as they were sent."""
        names = (f"{index}" for index in range(MOST_ROWS) if f"place-{index}" in self.data)
        return [self._row(name) for name in names]

    def _row(self, name: str) -> Posted:
        copy, _colon, place = self.data[f"place-{name}"][:LONGEST_PLACE].partition(":")
        written = self.data.get(f"text-{name}", "").replace("\r\n", "\n")
        return Posted(copy, place, written, int(name))

    def faults(self) -> dict[int, str]:
        """This function will return what is wrong with the texts, by the number of their row."""
        checked = ((row.index, _fault(row.written)) for row in self.rows())
        return {index: fault for index, fault in checked if fault}


def _fault(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        return _("This is too long: at most %(most)d characters.") % {"most": LONGEST_TEXT}
    try:
        reject_unstorable(text)
    except (ValueError, ValidationError) as error:
        return str(error)
    return ""
