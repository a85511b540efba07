"""What a consultant chooses for a report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recommendations.report.content.edition_schema import Section, View
from recommendations.report.editions.options import EditionOptions
from recommendations.report.editions.words import SECTION_WORDS, VIEW_WORDS
from recommendations.report.languages import ReportLanguage


class EditionForm(forms.Form):
    """Offers what there is: the languages of the bank, and the verified views where somebody verified."""

    sections = forms.MultipleChoiceField(
        choices=[(section.value, SECTION_WORDS[section]) for section in Section],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    languages = forms.MultipleChoiceField(
        label=pgettext_lazy("edition", "Language"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    view = forms.ChoiceField(
        label=pgettext_lazy("edition", "Whose answers"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say whose answers the report is about."),
            "invalid_choice": _("There is no verified result yet. Review the answers first."),
        },
    )
    with_overlay = forms.BooleanField(
        label=pgettext_lazy("edition", "With the changes made at the advice desk"), required=False
    )

    def __init__(
        self, data: Any = None, *, languages: Sequence[ReportLanguage], views: Sequence[View], last: EditionOptions
    ) -> None:
        initial = last.to_json() | {"view": last.view if last.view in views else views[0]}
        super().__init__(data, initial=initial)
        _offer(self.fields["languages"], [(language.code, language.label) for language in languages])
        _offer(self.fields["view"], [(view.value, VIEW_WORDS[view]) for view in views])

    def chosen_sections(self) -> list[str]:
        """This function will return the sections that are ticked, as they stand in the form now."""
        return list(self["sections"].value() or [])

    def options(self) -> EditionOptions:
        """This function will return what was chosen; only for a valid form."""
        return EditionOptions.from_json(self.cleaned_data)


def _offer(field: forms.Field, choices: list[tuple[str, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
