"""What is uploaded at an interview."""

from collections.abc import Container
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class EvidenceForm(forms.Form):
    question_key = forms.CharField(max_length=60)
    file = forms.FileField(
        allow_empty_file=True,
        error_messages={"required": gettext_lazy("Choose a file."), "invalid": gettext_lazy("Choose a file.")},
    )

    def __init__(self, keys: Container[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._keys = keys

    def clean_question_key(self) -> str:
        key: str = self.cleaned_data["question_key"]
        if key not in self._keys:
            raise ValidationError(_("There is no such question."))
        return key

    def first_error(self) -> str:
        """This function will return one sentence for a form that is not valid."""
        return str(next(iter(self.errors.values()))[0])
