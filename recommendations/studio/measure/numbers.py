"""Numbers as they are typed into forms and stand in a bank: exact, as text."""

from decimal import Decimal
from typing import Any

from django import forms

from assessment.scoring.answers import plain

MOST_DIGITS = 20
MOST_DECIMALS = 10


class ExactField(forms.DecimalField):
    """Cleaned to plain text ("0.5"), None where nothing was written. Bounds are checked by the schema."""

    def __init__(self, **options: Any) -> None:
        attrs = {"class": "form-control num", "inputmode": "decimal", "autocomplete": "off"}
        options.setdefault("required", False)
        super().__init__(
            max_digits=MOST_DIGITS, decimal_places=MOST_DECIMALS, widget=forms.TextInput(attrs=attrs), **options
        )

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        return plain(number) if isinstance(number, Decimal) else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """0.50 is 0.5: what is only written otherwise was not changed."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except (forms.ValidationError, ArithmeticError):
            return True
