"""The form of a node: what it is, what it measures, and the lines of its table."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.bank.editing.flat import Data
from assessment.scoring import walk
from assessment.scoring.document import Cell, Measure, Node, Question
from assessment.scoring.ladders import ladders_of
from recommendations.studio.measure.choices import ladder_choices, node_choices, question_choices, said
from recommendations.studio.measure.lines import OF_ROWS, Line, line_of
from recommendations.studio.measure.numbers import ExactField
from recommendations.studio.measure.parts import PartForm

WORTH = "worth_"
WHEN = "when_"
WAYS = (("", _("what the question says")), ("credits", _("shares from 0 to 1")), ("points", _("points")))


class NodeForm(PartForm):
    model = Node
    names = ("key", "title", "description", "why", "weight", "aggregate", "scale", "ladder", "target", "passes")
    choices = {"ladder": ladder_choices}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.part is None or "parent" in self.part:
            below = {key for key, _title in self._own()}
            homes = [choice for choice in node_choices(self.context.document) if choice[0] not in below]
            select = forms.Select(attrs={"class": "form-select"})
            self.fields["parent"] = forms.ChoiceField(choices=homes, label=_("Stands below"), widget=select)
            self.initial["parent"] = self.context.under if self.part is None else self.part["parent"]

    def _own(self) -> list[tuple[str, Node]]:
        """The node and what hangs below it: nothing can be moved below itself."""
        nodes = {node.key: node for _place, node in walk.nodes(self.context.document)}
        own = nodes.get(self.part["key"]) if self.part is not None else None
        return [] if own is None else [(node.key, node) for _place, node in walk.nodes_below(own)]

    def made(self) -> Data:
        parent = self.cleaned_data.get("parent")
        return super().made() | ({"parent": parent} if parent else {})


class MeasureForm(PartForm):
    """A question in the node; which question it is stays, what its options are worth here may be said once it is there."""

    model = Measure
    names: tuple[str, ...] = ("question", "weight")
    apart = (*OF_ROWS, "way", WORTH)
    choices = {"question": lambda document: question_choices(document, scored=True)}

    def __init__(self, *args: Any, **options: Any) -> None:
        part: Data | None = options.get("part")
        self.question: Question | None = None
        if part is not None:
            self.names = ("weight",)
            self.question = walk.questions_by_key(options["context"].document).get(part["question"])
        super().__init__(*args, **options)
        self._add_worths()

    @property
    def heading(self) -> str:
        title = said(self.question.short or self.question.text) if self.question else ""
        return f"{self.part['question']} · {title}" if self.part else ""

    def written(self, name: str) -> Any:
        return "1" if name == "weight" and self.part is None else super().written(name)

    def _add_worths(self) -> None:
        if self.part is None or self.question is None or not self.question.options:
            return
        way = next((name for name, _words in WAYS if name and self.part.get(name)), "")
        select = forms.Select(attrs={"class": "form-select"})
        label = _("What its options are worth here")
        self.fields["way"] = forms.ChoiceField(choices=WAYS, required=False, label=label, widget=select, initial=way)
        worths = self.part.get(way, {})
        for option in self.question.options:
            self.fields[WORTH + option.key] = ExactField(label=said(option.label), initial=worths.get(option.key))

    @property
    def worths(self) -> list[Line]:
        """What the options are worth here, ready to be shown."""
        return [line_of(self, name, self.anchor) for name in self.fields if name.startswith(("way", WORTH))]

    @property
    def has_worths(self) -> bool:
        return bool(self.part and (self.part.get("credits") or self.part.get("points")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("way") and all(cleaned.get(name) is None for name in self.fields if name.startswith(WORTH)):
            self.add_error("way", _("Say what the options are worth, or leave it to the question."))
        return cleaned

    def made(self) -> Data:
        made = super().made()
        if "way" not in self.fields:
            return made
        made = {name: value for name, value in made.items() if name not in ("credits", "points")}
        worths = {
            name.removeprefix(WORTH): value
            for name, value in self.cleaned_data.items()
            if name.startswith(WORTH) and value is not None
        }
        way = self.cleaned_data["way"]
        return made | ({way: worths} if way else {})


class CellForm(PartForm):
    """A line of the table: which levels of the parts fit, and the score that they make."""

    model = Cell
    names = ("score",)
    apart = (*OF_ROWS, WHEN)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for child, levels in self._children():
            choices = [(level.key, said(level.title)) for level in levels]
            self.fields[WHEN + child.key] = forms.MultipleChoiceField(
                choices=choices,
                required=False,
                label=said(child.title),
                widget=forms.CheckboxSelectMultiple,
                initial=(self.part or {}).get("when", {}).get(child.key, []),
            )

    def _children(self) -> Iterator[tuple[Node, Any]]:
        ladders = ladders_of(self.context.document)
        nodes = {node.key: node for _place, node in walk.nodes(self.context.document)}
        node = nodes.get(self.context.node)
        for child in node.children if node else []:
            yield child, ladders[child.key]

    @property
    def levels(self) -> list[Line]:
        return [line_of(self, name, self.anchor) for name in self.fields if name.startswith(WHEN)]

    def made(self) -> Data:
        chosen = {
            name.removeprefix(WHEN): levels for name, levels in self.cleaned_data.items() if name.startswith(WHEN)
        }
        return super().made() | {"when": {child: levels for child, levels in chosen.items() if levels}}
