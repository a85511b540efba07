"""What may be asked of the desk's pages in their addresses."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.scoring.item_analysis_alpha import Missing

MISSING_LABELS = (
    (Missing.LISTWISE.value, _("Complete answers only (listwise)")),
    (Missing.PAIRWISE.value, _("All answers, two questions at a time (pairwise)")),
)


class BankForm(forms.Form):
    """Which bank to look at; where none is named, the one in use."""

    bank = forms.CharField(required=False)

    def slug(self) -> str:
        """This function will return the short name that was asked for, empty for none; nothing else is checked here."""
        return str(self.cleaned_data["bank"]) if self.is_valid() else ""


class StudyForm(forms.Form):
    """How to study the answers to a bank. Everything may be left out: newest version, complete answers, everybody."""

    major = forms.TypedChoiceField(
        label=_("Bank version"), required=False, coerce=int, empty_value=None, widget=forms.Select
    )
    missing = forms.ChoiceField(label=_("Missing answers"), required=False, choices=MISSING_LABELS)
    without_flagged = forms.BooleanField(label=_("Leave out flagged submissions"), required=False)

    def __init__(self, *args: Any, majors: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        major = self.fields["major"]
        assert isinstance(major, forms.TypedChoiceField)
        major.choices = [(number, f"{number}.x") for number in majors]
        for name in ("major", "missing"):
            self.fields[name].widget.attrs["class"] = "form-select"
        self.fields["without_flagged"].widget.attrs["class"] = "form-check-input"

    def chosen_missing(self) -> Missing:
        """This function will return how a valid form handles missing answers."""
        return Missing(self.cleaned_data["missing"] or Missing.LISTWISE)
