"""One source, effort, cost band or priority band as a row of a form."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from assessment.scoring.answers import plain
from recommendations.studio.advice.playbook_form import Choices, line, offered, ticks, whole
from recommendations.studio.advice.rows import RowForm
from recommendations.studio.forms import TextsField

DAY = r"^(\d{4}(-\d{2}(-\d{2})?)?)?\Z"
ADDRESS = r"^(https?://\S{1,190})?\Z"
MOST_DIGITS = 14


class ScaleRow(RowForm):
    """`was` is the key of what is there already, "" for a new row: keys stay as they are."""

    has_sources = True

    def __init__(self, *args: Any, locales: list[str], sources: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["was"] = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
        self.add_fields(locales)
        if self.has_sources:
            present = self.initial.get("sources", [])
            self.fields["sources"] = ticks(_("Sources"), offered(sources, present))

    def add_fields(self, locales: list[str]) -> None:
        """Each sort of row has its own."""
        raise NotImplementedError

    @property
    def written(self) -> Data:
        """The row as the schema has it, without its key."""
        return {name: value for name, value in self.cleaned_data.items() if name != "was" and value is not None}

    @property
    def marker(self) -> str:
        """What the row is called as long as it is not changed: its key."""
        return str(self["was"].value() or "")


class SourceRow(ScaleRow):
    has_sources = False

    def add_fields(self, locales: list[str]) -> None:
        self.fields["text"] = TextsField(locales=locales, rows=3, label=_("Source"), required=True)
        self.fields["estimate"] = forms.BooleanField(
            label=_("an estimate of our own"),
            required=False,
            widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
        )
        day = _("Write a year, a month or a day: 2024, 2024-09 or 2024-09-04.")
        self.fields["date"] = _matching(line(_("Date"), 10, required=False), DAY, day)
        address = _("Write an address that begins with http:// or https://.")
        self.fields["url"] = _matching(line(_("Web address"), 198, required=False), ADDRESS, address)


class EffortRow(ScaleRow):
    def add_fields(self, locales: list[str]) -> None:
        self.fields["title"] = TextsField(locales=locales, label=_("Effort"), required=True)
        self.fields["days"] = whole(_("Working days"), 0, 999, initial=0)


class CostRow(ScaleRow):
    def add_fields(self, locales: list[str]) -> None:
        self.fields["title"] = TextsField(locales=locales, label=_("Cost band"), required=True)
        self.fields["minimum"] = _amount(_("From, yuan"), required=True)
        self.fields["maximum"] = _amount(_("To, yuan; empty = open"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = cleaned.get("minimum"), cleaned.get("maximum")
        if low is not None and high is not None and high < low:
            self.add_error("maximum", _("The end must not lie below the beginning."))
        return cleaned

    @property
    def written(self) -> Data:
        amounts = {name: self.cleaned_data[name] for name in ("minimum", "maximum")}
        return super().written | {name: plain(each) for name, each in amounts.items() if each is not None}


class BandRow(ScaleRow):
    def add_fields(self, locales: list[str]) -> None:
        self.fields["title"] = TextsField(locales=locales, label=_("Priority band"), required=True)
        self.fields["from_priority"] = whole(_("From priority"), 1, 100)


def _amount(label: str, *, required: bool) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"class": "form-control advice-number", "min": 0, "step": "any"})
    return forms.DecimalField(
        label=label, required=required, min_value=0, max_digits=MOST_DIGITS, decimal_places=2, widget=widget
    )


def _matching(field: forms.CharField, pattern: str, message: str) -> forms.CharField:
    field.validators.append(RegexValidator(pattern, message))
    return field
