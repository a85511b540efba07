"""What the pages of the history are asked for, and what their buttons send."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from recommendations.studio.history.effects import LABELS as LABELS_OF_EFFECTS
from recommendations.studio.history.versions import Versions

LARGEST_KEY = 2**63 - 1
LARGEST_REVISION = 2**31 - 1
COPIES = [("bank", "bank"), ("playbook", "playbook")]
LABELS = {
    "bank_from": gettext_lazy("Bank: from"),
    "bank_to": gettext_lazy("Bank: to"),
    "playbook_from": gettext_lazy("Advice: from"),
    "playbook_to": gettext_lazy("Advice: to"),
}
EFFECTS = [
    ("", gettext_lazy("All changes")),
    *((effect.value, label) for effect, label in LABELS_OF_EFFECTS.items()),
]


class ChangeForm(forms.Form):
    """Names one change of the bank or of its playbook."""

    copy = forms.ChoiceField(choices=COPIES)
    change = forms.IntegerField(min_value=1, max_value=LARGEST_KEY)


class TakeBackForm(forms.Form):
    """Names one line between the release in use and the working copy, and those that `also` go because they rest on it."""

    copy = forms.ChoiceField(choices=COPIES)
    line = forms.RegexField(regex=r"^[0-9a-f]{20}\Z")
    also = forms.RegexField(regex=r"^[0-9a-f]{20}( [0-9a-f]{20})*\Z", required=False)


class DiscardForm(forms.Form):
    """The revisions that somebody saw who wants to discard everything that is not released."""

    base_bank = forms.IntegerField(min_value=0, max_value=LARGEST_REVISION)
    base_playbook = forms.IntegerField(min_value=0, max_value=LARGEST_REVISION, required=False)


class CompareForm(forms.Form):
    """Which versions are compared and which lines are shown. What cannot be read is taken as not asked for."""

    def __init__(self, versions: Mapping[str, Versions], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for word, listed in versions.items():
            choices = [(version.number, version.label) for version in listed.listed]
            for side in ("from", "to"):
                name = f"{word}_{side}"
                self.fields[name] = forms.ChoiceField(label=LABELS[name], choices=choices, required=False)
        self.fields["effect"] = forms.ChoiceField(
            label=pgettext_lazy("translation", "Show"), choices=EFFECTS, required=False
        )
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"
