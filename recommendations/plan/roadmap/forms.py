"""What a reader sets on the roadmap page."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recommendations.plan.amounts import DAYS, WholeField
from recommendations.plan.day_field import DayField

MOST_YUAN = 10**9
MOST_DAYS = 10_000


class RoadmapForm(forms.Form):
    """Both may stay empty: then the page says what it begins with."""

    budget = WholeField(
        label=_("Budget for this year, in yuan"),
        min_value=0,
        max_value=MOST_YUAN,
        required=False,
        error_messages={
            "invalid": _("Enter whole yuan, such as 50000 or 5万."),
            "min_value": _("The budget cannot be below 0."),
            "max_value": _("The budget cannot be above one billion yuan."),
        },
    )
    days = WholeField(
        form=DAYS,
        label=_("Working days of your own people per quarter"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        error_messages={
            "invalid": _("Enter a whole number of days, such as 20."),
            "min_value": _("The days cannot be below 0."),
            "max_value": _("The days cannot be above 10,000 per quarter."),
        },
    )


class TakeUpForm(RoadmapForm):
    begins_on = DayField(label=_("Begins on"))

    def clean_begins_on(self) -> date:
        """This function will return the day given, today without one."""
        given: date | None = self.cleaned_data["begins_on"]
        return given or timezone.localdate()
