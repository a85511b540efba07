"""What a visitor may ask of a report."""

from django import forms
from django.conf import settings


class ReportForm(forms.Form):
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def language_or(self, default: str) -> str:
        """This function will return the language that was asked for, else `default`."""
        return (self.cleaned_data["language"] or default) if self.is_valid() else default
