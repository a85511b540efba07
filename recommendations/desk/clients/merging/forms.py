"""Which two clients are meant: the first is kept."""

from typing import Any

from django import forms


class PairForm(forms.Form):
    a = forms.UUIDField()
    b = forms.UUIDField()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("a") == cleaned.get("b"):
            self.add_error("b", "same")
        return cleaned
