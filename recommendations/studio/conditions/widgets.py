"""The controls of a condition field."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from assessment.scoring.conditions import Condition
from assessment.scoring.explain import explain_condition
from recommendations.studio.conditions.changing import Changed
from recommendations.studio.conditions.faults import faults_of, gone_of
from recommendations.studio.conditions.posted import Sketch, act_name, read_sketch
from recommendations.studio.conditions.rows import Rows
from recommendations.studio.conditions.sketch import Group, data_of, group_of
from recommendations.studio.conditions.subjects import ConditionSubject

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


class ConditionWidget(forms.Widget):
    """Lines in groups, and below them what they say together."""

    template_name = "studio/conditions/builder.html"
    use_fieldset = True

    class Media:
        css = {"all": ["css/studio_conditions.css"]}
        js = [forms.Script("js/studio_conditions.js", type="module")]

    def __init__(self, subject: ConditionSubject, legend: str = "") -> None:
        super().__init__()
        self.subject = subject
        self.legend = legend

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Sketch:
        return read_sketch(data, name, self.subject.facts)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not self.value_from_datadict(data, files, name).came

    def id_for_label(self, id_: str) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, {"id": f"id_{name}"} | (attrs or {}))
        sketch = value if isinstance(value, Sketch) else None
        after = sketch.changed if sketch else Changed(group_of(value))
        is_judged = sketch is not None and not sketch.is_building
        faults = (faults_of if is_judged else gone_of)(after.group, self.subject)
        rows = Rows(self.subject, faults, after.focus, after.opened)
        context["widget"] |= {
            "legend": self.legend,
            "required": self.is_required,
            "act": act_name(name),
            "root": rows.of(after.group),
            "reading": reading_of(after.group, self.subject),
        }
        return context


def reading_of(group: Group, subject: ConditionSubject) -> str:
    """This function will return what the lines say together, that they cannot be read yet, or "" for none."""
    data = data_of(group)
    if data is None:
        return ""
    if faults_of(group, subject):
        return _("The sentence appears here once every line is complete.")
    condition = CONDITION.validate_python(data)
    return explain_condition(condition, subject.document, subject.language, catalogue=subject.facts)
