"""Several parts of one sort in a form, one below the other: to fill in, to put in order, to take out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessment.bank.editing.flat import Data
from recommendations.studio.measure.parts import Context, PartForm

MOST_ROWS = 200


class Rows(BaseFormSet):
    """The rows of one list of a part; `parts` are what stands there, and one row more is offered."""

    def __init__(self, *args: Any, parts: Sequence[Data], context: Context, **options: Any) -> None:
        self.parts, self.context = list(parts), context
        options["initial"] = [{} for _part in self.parts]
        super().__init__(*args, **options)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        part = self.parts[index] if index is not None and index < len(self.parts) else None
        return {"part": part, "context": self.context}

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        order = forms.TextInput(attrs={"class": "form-control num", "inputmode": "numeric"})
        place = None if index is None or index >= len(self.parts) else index + 1
        form.fields["ORDER"] = forms.IntegerField(
            label=_("Position"), required=False, widget=order, max_value=9999, initial=place
        )
        form.fields["DELETE"].label = _("Remove")
        form.fields["DELETE"].widget.attrs["class"] = "form-check-input"

    def made(self) -> list[Data]:
        """This function will return the parts that stay, in their order."""
        return [form.made() for form in self.ordered_forms]


def rows_of(form: type[PartForm], data: QueryDict | None, prefix: str, parts: Sequence[Data], context: Context) -> Rows:
    """This function will return the rows of one list, filled in from `data` if anything was sent."""
    options: dict[str, Any] = {"max_num": MOST_ROWS, "absolute_max": MOST_ROWS, "extra": 1}
    made: Any = formset_factory(form, formset=Rows, can_order=True, can_delete=True, **options)
    rows: Rows = made(data, prefix=prefix, parts=parts, context=context)
    return rows


def with_more_rows(sent: QueryDict, name: str) -> QueryDict:
    """This function will return what was sent with one empty row more in the list `name`."""
    more = sent.copy()
    total = f"{name}-TOTAL_FORMS"
    number = more.get(total, "")
    if number.isdecimal() and len(number) < 4:
        more[total] = str(int(number) + 1)
    return more
