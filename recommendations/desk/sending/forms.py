"""The words that go with a link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import validate_storable

LONGEST_MESSAGE = 2000


class MessageFields(forms.Form):
    """What a consultant says with a link, and whether the client is reminded of it."""

    message = forms.CharField(
        label=_("Your words to the client"),
        max_length=LONGEST_MESSAGE,
        required=False,
        validators=[validate_storable],
        help_text=_("They stand in the letter, above the link. Who you are and what it is about is said anyway."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    reminders = forms.BooleanField(
        label=_("Remind after 5 and 12 days, while nothing is submitted"), required=False, initial=True
    )

    def clean_message(self) -> str:
        return str(self.cleaned_data["message"]).replace("\r\n", "\n").strip()
