"""JSON as an administrator types it: whatever is sent, the form can say what is wrong with it and show it again."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput


class TypedJSON(forms.JSONField):
    """Survives what the library’s field fails on: numbers without end, endless nesting, halves of characters."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError) as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def bound_data(self, data: Any, initial: Any) -> Any:
        try:
            return super().bound_data(data, initial)
        except (ValueError, RecursionError):
            return InvalidJSONInput(data)

    def prepare_value(self, value: Any) -> Any:
        prepared = super().prepare_value(value)
        if isinstance(value, InvalidJSONInput) or not isinstance(prepared, str) or _is_sendable(prepared):
            return prepared
        return json.dumps(value, ensure_ascii=True, cls=self.encoder)


def _is_sendable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
