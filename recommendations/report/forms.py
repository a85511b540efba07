"""What a visitor may ask of a report."""

from django import forms
from django.conf import settings

from recommendations.report.formats.offered import FOR_READING, Format


class ReportForm(forms.Form):
    """In which language and form. What is not offered counts as not asked for."""

    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)
    form = forms.ChoiceField(choices=[(each.value, each.value) for each in FOR_READING], required=False)

    def language_or(self, default: str) -> str:
        """This function will return the language that was asked for, else `default`."""
        return self._asked("language") or default

    def form_or_pdf(self) -> Format:
        """This function will return the form that was asked for, else the PDF."""
        return Format(self._asked("form") or Format.PDF)

    def _asked(self, field: str) -> str:
        self.full_clean()
        return str(self.cleaned_data.get(field, ""))


class ViewForm(forms.Form):
    """Which of two results is looked at: the one that counts, or the enterprise's own beside it."""

    SELF = "self"

    view = forms.ChoiceField(choices=[(SELF, SELF)], required=False)

    def wants_own(self) -> bool:
        return self.is_valid() and self.cleaned_data["view"] == self.SELF
