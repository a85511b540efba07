"""What a visitor may ask of a report."""

from django import forms
from django.conf import settings


class ReportForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def language_or(self, default: str) -> str:
        """This function will return the language that was asked for, else `default`."""
        return (self.cleaned_data["language"] or default) if self.is_valid() else default


class ViewForm(forms.Form):
    """Which of two results is looked at: the one that counts, or the enterprise's own beside it."""

    SELF = "self"

    view = forms.ChoiceField(choices=[(SELF, SELF)], required=False)

    def wants_own(self) -> bool:
        return self.is_valid() and self.cleaned_data["view"] == self.SELF
