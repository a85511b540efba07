"""What is asked for on the way to a release."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import validate_storable
from recommendations.studio.forms import LONGEST_TEXT

HASH_LENGTH = 64


class NoteField(forms.CharField):
    """A few words for others to read; line ends are written in one way."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "form-control"})

    def __init__(self, label: Any, required_message: Any = "", *, required: bool = True) -> None:
        super().__init__(
            label=label,
            required=required,
            max_length=LONGEST_TEXT,
            validators=[validate_storable],
            error_messages={"required": required_message},
        )

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        return (text or "").replace("\r\n", "\n")


class SeenForm(forms.Form):
    """Carries the hashes of what was shown, so that nobody releases what they have not seen."""

    bank_hash = forms.CharField(max_length=HASH_LENGTH, widget=forms.HiddenInput, validators=[validate_storable])
    playbook_hash = forms.CharField(
        max_length=HASH_LENGTH, widget=forms.HiddenInput, required=False, validators=[validate_storable]
    )


class ReleaseForm(SeenForm):
    note = NoteField(_("What has changed"), _("Write what has changed, for those who read the list of releases."))


class SendBackForm(forms.Form):
    answer = NoteField(_("What is missing"), _("Write what is missing, so that it can be put right."))


class RollBackForm(forms.Form):
    """`in_use` is the release that was in use when the page was shown."""

    in_use = forms.CharField(max_length=30, widget=forms.HiddenInput, validators=[validate_storable])
    playbook = forms.BooleanField(required=False)
    working_copy = forms.BooleanField(required=False)
    note = NoteField(_("Why"), required=False)
