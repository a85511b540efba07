"""The forms of levels, checks, readings, figures and frameworks."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from assessment.bank.editing.flat import Data
from assessment.scoring.document import (
    Consistency,
    Crosswalk,
    Framework,
    FrameworkItem,
    Ladder,
    Level,
    Reading,
    ReferenceLine,
)
from recommendations.studio.conditions.fields import ConditionSubject
from recommendations.studio.forms import TextsField
from recommendations.studio.measure.choices import item_choices, question_choices
from recommendations.studio.measure.parts import PartForm


class LevelForm(PartForm):
    model = Level
    names = ("key", "title", "description", "lower", "above", "upto", "below", "gate", "gate_text", "source")

    def subject(self, name: str) -> ConditionSubject:
        return ConditionSubject.gate(self.context.document)


class LadderForm(PartForm):
    """A new ladder begins with two levels; everything else about them is written in their own forms."""

    model = Ladder
    names = ("key",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in (("lowest", _("Its lowest level")), ("highest", _("Its highest level"))):
            self.fields[name] = TextsField(locales=self.context.locales, label=label, required=True)

    def made(self) -> Data:
        levels = [{"key": name, "title": self.cleaned_data[name]} for name in ("lowest", "highest")]
        return super().made() | {"levels": [levels[0] | {"lower": "0"}, levels[1]]}


class ConsistencyForm(PartForm):
    model = Consistency
    names = ("key", "when", "message", "questions")
    choices = {"questions": question_choices}


class ReadingForm(PartForm):
    model = Reading
    names = ("key", "title", "description", "counts")


class ReferenceLineForm(PartForm):
    model = ReferenceLine
    names = ("key", "title", "value", "unit", "period", "kind", "scope", "source", "url")


class FrameworkForm(PartForm):
    model = Framework
    names = ("key", "title")

    def with_rows(self, part: Data, name: str, made: list[Data]) -> Data:
        """A framework has its list even where nothing stands in it."""
        return part | {name: made}


class FrameworkItemForm(PartForm):
    model = FrameworkItem
    names = ("key", "title")


class CrosswalkForm(PartForm):
    model = Crosswalk
    names = ("ref", "alignment")
    choices = {"ref": item_choices}

    def written(self, name: str) -> Any:
        return "close" if name == "alignment" and self.part is None else super().written(name)
