"""A misspelt template variable prints nothing in Django; in the tests it raises."""

import inspect
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.base import Node


class UndefinedVariable(Exception):
    """A template of ours printed a variable that its view did not give."""


class RaiseIfUndefined(str):
    """The value of Django's `string_if_invalid`; templates of other packages keep Django's silence."""

    def __new__(cls) -> "RaiseIfUndefined":
        return super().__new__(cls, "%s")

    def __mod__(self, variable: Any) -> str:
        origin = _origin_of_rendered_node()
        if origin and Path(origin).is_relative_to(settings.BASE_DIR) and "site-packages" not in origin:
            raise UndefinedVariable(f"{variable} in {Path(origin).relative_to(settings.BASE_DIR)}")
        return ""


def _origin_of_rendered_node() -> str | None:
    """Django says which variable is missing but not where; the node that is being rendered stands on the stack."""
    for frame in inspect.stack(context=0):
        node = frame.frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return str(node.origin.name)
    return None
