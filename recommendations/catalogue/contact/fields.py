"""Text as people type it into the forms of a request."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from assessment.scoring.texts import reject_unstorable

NOTE_LENGTH = 2000
DIGITS = RegexValidator(
    r"^(?=(?:\D*\d){5})[0-9+()./ #-]+$", _("Enter a telephone number in digits, such as 138 0013 8000.")
)


def _stored(text: str) -> str:
    try:
        return reject_unstorable(text)
    except ValueError as error:
        raise ValidationError(_("This contains a character that cannot be stored.")) from error


class LineField(forms.CharField):
    """One line: what was pasted in several becomes one."""

    def to_python(self, value: Any) -> str:
        return _stored(" ".join((super().to_python(value) or "").split()))


class PhoneField(LineField):
    """Digits and signs; those of a Chinese keyboard are made plain ones."""

    default_validators = [DIGITS]

    def to_python(self, value: Any) -> str:
        return unicodedata.normalize("NFKC", super().to_python(value))


class NoteField(forms.CharField):
    """Several lines; browsers send each end of a line as two characters."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return _stored(text.replace("\r\n", "\n").replace("\r", "\n"))
