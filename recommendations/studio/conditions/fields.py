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
  for nothing but the same page again: `wants_rerender` is true, the form has no errors and is not valid. A script does
  the same in place: it sends the form, and takes the builder out of the page that comes back.
- The field raises an error if its controls did not arrive at all, so no condition is lost by an incomplete POST. The
  least that says "always" is {"when:0:joint": "all"}; `tests.studio.conditions.posted` makes the rest.
- A condition that refers to what no longer exists is shown as it is, and refused until the line is mended or removed.
"""

from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as _

from recommendations.studio.conditions.faults import faults_of
from recommendations.studio.conditions.posted import Sketch, act_name
from recommendations.studio.conditions.sketch import Data, data_of, lines_of
from recommendations.studio.conditions.subjects import ConditionSubject
from recommendations.studio.conditions.widgets import ConditionWidget

__all__ = ["BuildsConditions", "ConditionField", "ConditionSubject"]


class ConditionField(forms.Field):
    """Initial and cleaned value are condition data such as {"all": […]}, or None."""

    def __init__(self, *, subject: ConditionSubject, **options: Any) -> None:
        self.subject = subject
        options.setdefault("required", False)
        super().__init__(widget=ConditionWidget(subject, legend=str(options.get("label") or "")), **options)

    def clean(self, value: Any) -> Data | None:
        """This function will return the condition, or raise ValidationError with a message for each faulty line."""
        if not isinstance(value, Sketch) or not value.came:
            raise forms.ValidationError(_("The condition did not arrive. Load the page again."), code="missing")
        if value.is_too_long:
            raise forms.ValidationError(_("The condition has too many lines."), code="too_long")
        numbers = {path: number for number, (path, _line) in enumerate(lines_of(value.group), start=1)}
        faults = faults_of(value.group, self.subject)
        if faults:
            raise forms.ValidationError([_at_line(numbers[path], fault) for path, fault in faults.items()])
        data = data_of(value.group)
        if data is None and self.required:
            raise forms.ValidationError(_("Add a line: something must be asked here."), code="required")
        return data

    def has_changed(self, initial: Data | None, data: Any) -> bool:
        return not isinstance(data, Sketch) or data_of(data.group) != initial


def _at_line(number: int, fault: str) -> forms.ValidationError:
    return forms.ValidationError(_("Line %(number)d: %(fault)s") % {"number": number, "fault": fault}, code="line")


class BuildsConditions(forms.BaseForm):
    """Mixin of forms with condition fields; stands before the form class."""

    @property
    def wants_rerender(self) -> bool:
        """Whether a button of a builder was pressed: show the same page again, save nothing."""
        fields = (name for name, field in self.fields.items() if isinstance(field, ConditionField))
        return self.is_bound and any(act_name(self.add_prefix(name)) in self.data for name in fields)

    def is_valid(self) -> bool:
        return not self.wants_rerender and super().is_valid()

    def full_clean(self) -> None:
        """While lines come and go, nothing on the page is faulted."""
        super().full_clean()
        if self.wants_rerender:
            self._errors = ErrorDict()
