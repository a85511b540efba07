"""The form of a worked example: answers as they stand in an answers file, and what must come out."""

from typing import Any

import yaml
from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.bank.answer_messages import refusal
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError, with_remedy
from assessment.bank.loader import parse
from assessment.scoring import walk
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Expectation, WorkedExample
from recommendations.studio.measure.choices import level_choices, node_choices, said, status_choices
from recommendations.studio.measure.numbers import ExactField
from recommendations.studio.measure.parts import PartForm

READING = "reading_"
LONGEST = 40_000
FILE = "answers.yaml"


class AnswersField(forms.CharField):
    """Answers by question key, one a line, cleaned to what the worked example holds."""

    def __init__(self, *, document: BankDocument, rows: int, **options: Any) -> None:
        self.document = document
        attrs = {"class": "form-control code", "rows": rows, "spellcheck": "false"}
        super().__init__(max_length=LONGEST, strip=False, widget=forms.Textarea(attrs=attrs), **options)

    def prepare_value(self, value: Any) -> Any:
        return written_answers(value, self.document) if isinstance(value, dict) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text.strip():
            return {}
        try:
            data = parse(text, FILE).data
        except DocumentError as error:
            raise forms.ValidationError([str(fault) for fault in error.faults]) from error
        if not isinstance(data, dict):
            raise forms.ValidationError(_("Write one answer a line: the key of the question, a colon, the answer."))
        faults = list(self._faults(data))
        if faults:
            raise forms.ValidationError(faults)
        return data

    def _faults(self, answers: Data) -> Any:
        questions = walk.questions_by_key(self.document)
        for key, raw in answers.items():
            if key not in questions:
                yield f"{key}: {_('no question has this key')}"
                continue
            try:
                read_answer(questions[key], raw)
            except InvalidAnswer as error:
                yield f"{key}: {with_remedy(*refusal(questions[key], raw, error))}"


def written_answers(answers: Data, document: BankDocument) -> str:
    """This function will return answers as text, one question a line in the order of asking, as `AnswersField` reads it."""
    if not answers:
        return ""
    asked = {key: answers[key] for key in walk.questions_by_key(document) if key in answers}
    return str(
        yaml.safe_dump(asked | answers, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)
    )


class ExampleForm(PartForm):
    model = WorkedExample
    names = ("key", "title", "scope", "working", "tolerance")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        document, part = self.context.document, self.part or {}
        self.fields["answers"] = AnswersField(
            document=document, rows=16, label=_("Answers"), initial=part.get("answers", {})
        )
        hint = _("One answer a line, such as “EQ05: l2”, “staff: 12”, “tools: [drill, press]” or “EQ07: unknown”.")
        self.fields["answers"].hint = hint  # type: ignore[attr-defined]
        self.fields["baseline"] = AnswersField(
            document=document,
            rows=6,
            label=_("Earlier answers, from which progress is counted"),
            required=False,
            initial=part.get("baseline", {}),
        )

    def made(self) -> Data:
        made = super().made() | {"answers": self.cleaned_data["answers"]}
        made.pop("baseline", None)
        baseline = self.cleaned_data["baseline"]
        return made | ({"baseline": baseline} if baseline else {})

    def row_parts(self, name: str) -> list[Data]:
        expected = (self.part or {}).get("expect", {})
        order = [node.key for _place, node in walk.nodes(self.context.document)]
        nodes = sorted(expected, key=lambda key: order.index(key) if key in order else len(order))
        return [{"node": node} | expected[node] for node in nodes]

    def with_rows(self, part: Data, name: str, made: list[Data]) -> Data:
        expected = {row["node"]: {each: value for each, value in row.items() if each != "node"} for row in made}
        return part | {"expect": expected}


class ExpectForm(PartForm):
    """What must come out at one node; only what is written is compared."""

    model = Expectation
    is_ordered = False
    names = ("score", "low", "high", "points", "shown", "coverage", "status", "level", "percent_of_target", "progress")
    choices = {"status": status_choices, "level": level_choices}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        part, document = self.part or {}, self.context.document
        choices = [("", "–"), *node_choices(document)]
        select = forms.Select(attrs={"class": "form-select"})
        node = forms.ChoiceField(choices=choices, label=_("Node"), widget=select, initial=part.get("node"))
        self.fields = {"node": node, **self.fields}
        for reading in document.readings:
            self.fields[READING + reading.key] = ExactField(
                label=said(reading.title), initial=part.get("readings", {}).get(reading.key)
            )

    def made(self) -> Data:
        readings = {
            name.removeprefix(READING): value
            for name, value in self.cleaned_data.items()
            if name.startswith(READING) and value is not None
        }
        made = super().made() | {"node": self.cleaned_data["node"]}
        made.pop("readings", None)
        return made | ({"readings": readings} if readings else {})
