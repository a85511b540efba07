"""Fields that several forms of the catalogue have."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import EmailValidator, RegexValidator
from django.utils.translation import gettext as _

from assessment.scoring.answers import plain
from assessment.scoring.texts import KEY_PATTERN, reject_unstorable
from recommendations.studio.advice.fields import not_taken

LONGEST_KEY, LONGEST_ADDRESS = 60, 200
MOST_MONEY = Decimal("9999999999")


def day(label: str, *, required: bool = False) -> forms.DateField:
    """This function will return a field for a day as YYYY-MM-DD."""
    widget = forms.DateInput(attrs={"type": "date", "class": "form-control catalogue-short"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=required, widget=widget, input_formats=["%Y-%m-%d"])


def amount(label: str, *, least: str = "0") -> forms.DecimalField:
    """This function will return a field for an amount of money that may be left out."""
    return _number(label, Decimal(least), MOST_MONEY, digits=12, required=False)


def percent(label: str, *, required: bool = False) -> forms.DecimalField:
    """This function will return a field for a share above 0 and up to 100 percent."""
    return _number(label, Decimal("0.01"), Decimal(100), digits=5, required=required)


def _number(label: str, low: Decimal, high: Decimal, *, digits: int, required: bool) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=low,
        max_value=high,
        max_digits=digits,
        decimal_places=2,
        widget=forms.TextInput(attrs={"class": "form-control catalogue-short", "inputmode": "decimal"}),
    )


def web_address(label: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "form-control", "inputmode": "url"})
    said = _("Begin with http:// or https://, without blanks.")
    field = forms.CharField(label=label, required=False, max_length=LONGEST_ADDRESS - 2, widget=widget)
    field.validators += [RegexValidator(r"\Ahttps?://\S{1,190}\Z", said), storable]
    return field


def mail_address(label: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "form-control", "inputmode": "email", "autocomplete": "off"})
    field = forms.CharField(label=label, required=False, max_length=254, widget=widget)
    field.validators += [EmailValidator(), storable]
    return field


def currency() -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "form-control catalogue-short"})
    said = _("Three capital letters, such as CNY.")
    return forms.CharField(
        label=_("Currency"), max_length=3, widget=widget, validators=[RegexValidator(r"\A[A-Z]{3}\Z", said)]
    )


def new_key(taken: Iterable[str], pattern: str = KEY_PATTERN, message: str = "") -> forms.CharField:
    """This function will return the field for the key of something new; left empty, it is made from the title.

    `message` says what `pattern` asks for, where it is not what keys usually are.
    """
    widget = forms.TextInput(attrs={"class": "form-control"})
    field = forms.CharField(label=_("Key"), required=False, max_length=LONGEST_KEY, widget=widget)
    field.help_text = _("Stands in addresses and tables and stays for good. Left empty, it is made from the title.")
    said = _("Begin with a Latin letter; then letters, digits, - and _ may follow.")
    field.validators += [RegexValidator(pattern.replace("$", r"\Z"), message or said), not_taken(taken)]
    return field


def tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )


def storable(text: str) -> None:
    """This function will raise ValidationError for what no database can hold."""
    try:
        reject_unstorable(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


def said(value: Any) -> str | None:
    """This function will return a day or a number as documents write it, None for nothing."""
    if value is None:
        return None
    return plain(value) if isinstance(value, Decimal) else str(value)
