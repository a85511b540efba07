"""Whole numbers as people type them: 5,000 and 5 000, 5万 and 0.5万, ¥5000 and 5000元, in full-width digits as well."""

import re
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST = 60
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("￥"): "¥"}
TIMES = {"": 1, "k": 1_000, "千": 1_000, "w": 10_000, "万": 10_000, "亿": 100_000_000}
GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+"
NUMBER = rf"(?P<sign>[-−]?) ?(?P<whole>{GROUPED})(?:\.(?P<part>\d+))? ?(?P<times>[kw千万亿]?)"
YUAN = re.compile(rf"(?:¥|cny|rmb|人民币)? ?{NUMBER} ?(?:¥|元|圆|块|块钱|yuan|cny|rmb|人民币)?", re.ASCII)
DAYS = re.compile(rf"{NUMBER} ?(?:天|个?工作日|日|days?)?", re.ASCII)


def read_whole(text: str, form: re.Pattern[str] = YUAN) -> int | None:
    """This function will return the whole number that `text` names in one of the written forms, None for no such."""
    if len(text) > LONGEST:
        return None
    found = form.fullmatch(" ".join(text.translate(NARROW).lower().split()))
    if found is None:
        return None
    digits = re.sub(r"[, ]", "", found["whole"])
    amount = Fraction(f"{digits}.{found['part'] or 0}") * TIMES[found["times"]]
    if amount.denominator != 1:
        return None
    return -amount.numerator if found["sign"] else amount.numerator


class WholeField(forms.IntegerField):
    """A whole number in any of the forms that `read_whole` reads; what it cannot read is said, never cut."""

    widget = forms.TextInput

    def __init__(self, *, form: re.Pattern[str] = YUAN, **options: Any) -> None:
        self._form = form
        super().__init__(**options)

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or not str(value).strip():
            return None
        number = read_whole(str(value), self._form)
        if number is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}
