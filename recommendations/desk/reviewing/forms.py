"""The forms of the review. Questions are not among them: their fields come from a bank."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.responses.asking_forms import WordsField
from assessment.responses.verifying import Declaration
from recommendations.desk.reviewing.rows import Group


class ReasonForm(forms.Form):
    reason = WordsField(
        label=_("Why the verified answer is another one"),
        required=False,
        error_messages={"required": _("Say why the verified answer is not the enterprise’s own.")},
    )

    def __init__(self, *args: Any, is_needed: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = is_needed


class FilterForm(forms.Form):
    """Which questions are shown; what is not known shows all."""

    section = forms.SlugField(required=False)
    show = forms.ChoiceField(required=False, choices=[(group.value, group.value) for group in Group])

    def chosen(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))


class DeclarationForm(forms.Form):
    """Whether anything binds the consultant to the enterprise or to a provider."""

    NONE, SOME = "none", "some"

    conflict = forms.ChoiceField(
        choices=[(NONE, NONE), (SOME, SOME)],
        error_messages={"required": _("Say whether there is a conflict of interest.")},
    )
    statement = WordsField(label=_("What binds you"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("conflict") == self.SOME and not data.get("statement") and "statement" not in self.errors:
            self.add_error("statement", _("Say what binds you to the enterprise or to a provider."))
        return data

    def declaration(self) -> Declaration:
        """This function will return what was declared; without a conflict nothing needs to be said."""
        return Declaration(self.cleaned_data["conflict"] == self.SOME, self.cleaned_data["statement"])
