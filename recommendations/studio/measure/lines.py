"""The fields of a form as a page shows them: each with its address on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from recommendations.studio.conditions.fields import ConditionField
from recommendations.studio.forms import TextsField

ORDER = "ORDER"
OF_ROWS = (ORDER, "DELETE")


@dataclass(frozen=True, slots=True)
class Line:
    """`at` is the name of the place on the page; `anchors` are those of its languages. A group has a legend."""

    bound: Any
    at: str
    anchors: Sequence[str]
    hint: Any
    is_group: bool
    is_tick: bool
    is_condition: bool
    is_number: bool
    is_needed: bool

    @property
    def described_by(self) -> str:
        return f"hint-{self.at} wrong-{self.at}"


def lines_of(form: forms.Form, anchor: str = "", skip: tuple[str, ...] = OF_ROWS) -> Iterator[Line]:
    """This function will yield the fields of a form in their order, but for those whose names begin with `skip`."""
    for name in form.fields:
        if not name.startswith(skip):
            yield line_of(form, name, anchor)


def line_of(form: forms.Form, name: str, anchor: str = "") -> Line:
    """This function will return one field of a form as a page shows it."""
    field = form.fields[name]
    at = f"{anchor}-{name}" if anchor else name
    is_tick = isinstance(field.widget, forms.CheckboxInput)
    is_group = bool(field.widget.use_fieldset) or isinstance(field, ConditionField)
    if not is_group:
        field.widget.attrs["aria-describedby"] = f"hint-{at} wrong-{at}"
    locales = field.locales if isinstance(field, TextsField) else []
    return Line(
        form[name],
        at,
        [f"at-{at}-{locale}" for locale in locales],
        getattr(field, "hint", ""),
        is_group,
        is_tick,
        isinstance(field, ConditionField),
        "num" in str(field.widget.attrs.get("class", "")),
        field.required and not _is_set_already(field),
    )


def _is_set_already(field: forms.Field) -> bool:
    """A list in which something is chosen always asks for nothing."""
    if not isinstance(field, forms.ChoiceField) or not isinstance(field.widget, forms.Select):
        return False
    choices: Any = field.choices
    return all(value != "" for value, _words in choices)
