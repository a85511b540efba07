"""The condition builder as a form field: sentences in, the JSON data of a condition out, None = always.

How a form and its view use it:

    class RuleForm(BuildsConditions, BaseRevisionForm):
        def __init__(self, *args, document, **options):
            super().__init__(*args, **options)
            self.fields["when"] = ConditionField(subject=ConditionSubject.rule(document), label=_("When"), required=True)

    form = RuleForm(request.POST or None, initial={"when": data["when"]}, document=…)
    if request.method == "POST" and form.is_valid():      # never valid while only the builder was redrawn
        … save, redirect …
    status = 422 if form.is_bound and not form.wants_rerender else 200
    return render(request, "…", {"form": form}, status=status)

- Put `{{ form.media }}` into the head of the page and `{{ form.when }}` (with `{{ form.when.errors }}`) into the form.
- Adding, removing and changing lines are submit buttons of the surrounding form, named "<field>:act". Such a POST asks
  for nothing but the same page again: `wants_rerender` is true, the form has no errors and is not valid.
- The field raises an error if its controls did not arrive at all; so no condition is lost by an incomplete POST.
"""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from assessment.scoring.conditions import Condition
from recommendations.studio.conditions.subjects import ConditionSubject

__all__ = ["BuildsConditions", "ConditionField", "ConditionSubject"]

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


class ConditionField(forms.Field):
    """Initial and cleaned value are condition data such as {"all": […]}, or None."""

    def __init__(self, *, subject: ConditionSubject, **options: Any) -> None:
        self.subject = subject
        options.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"class": "form-control"}), **options)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)

    def clean(self, value: Any) -> Any:
        super().validate(value)
        if not value:
            return None
        try:
            data = json.loads(value)
            CONDITION.validate_python(data)
        except (ValueError, ValidationError) as error:
            raise forms.ValidationError(_("This is no condition.")) from error
        return data


class BuildsConditions:
    """Mixin of forms with condition fields; stands before the form class."""

    @property
    def wants_rerender(self) -> bool:
        """Whether a button of a builder was pressed: show the same page again, save nothing."""
        return False
