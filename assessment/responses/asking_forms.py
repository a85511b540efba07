"""Words between a consultant and an enterprise, as they are typed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import validate_storable

TEXT_LENGTH = 2000
MOST_LINES = 40


def validate_lines(text: str) -> None:
    """This function will raise ValidationError for a text of so many lines that no page can hold it."""
    if text.count("\n") >= MOST_LINES:
        raise ValidationError(_("The text may have at most 2,000 characters and 40 lines."))


class WordsField(forms.CharField):
    """A short text. Browsers send line ends as two characters, which count as one and are kept as one."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", TEXT_LENGTH)
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "form-control"}),
            validators=[validate_storable, validate_lines],
            **options,
        )

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        return text.replace("\r\n", "\n").replace("\r", "\n")


class ReplyForm(forms.Form):
    reply = WordsField(label=_("Your reply"), error_messages={"required": _("Write a reply before you send it.")})


class QuestionForm(forms.Form):
    text = WordsField(
        label=_("Question to the client"), error_messages={"required": _("Write your question before you send it.")}
    )
