"""A day of a plan: within the years that calendars on phones and in offices know."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)
OUT_OF_REACH = _("Enter a day between 2000-01-01 and 2100-12-31.")


class DayField(forms.DateField):
    """A day, or nothing."""

    def __init__(self, **options: Any) -> None:
        bounds = {"min": FIRST.isoformat(), "max": LAST.isoformat()}
        super().__init__(
            required=False,
            input_formats=["%Y-%m-%d", "%Y/%m/%d"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"} | bounds),
            validators=[MinValueValidator(FIRST, OUT_OF_REACH), MaxValueValidator(LAST, OUT_OF_REACH)],
            error_messages={"invalid": _("Enter the day as year, month and day, such as 2027-03-31.")},
            **options,
        )
