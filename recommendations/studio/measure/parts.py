"""Forms of simple parts, made from what the schema says of their fields: a text, a number, a word, a reference."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from django import forms
from django.utils.translation import gettext as _
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from assessment.bank.editing.differences import CONDITIONS, name_of
from assessment.bank.editing.flat import Data
from assessment.scoring.answers import plain
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import KEY_PATTERN, Text
from recommendations.studio.conditions.fields import BuildsConditions, ConditionField, ConditionSubject
from recommendations.studio.forms import TextsField
from recommendations.studio.measure.lines import OF_ROWS, ORDER, Line, line_of, lines_of
from recommendations.studio.measure.numbers import ExactField
from recommendations.studio.measure.words import WORDS_OF_VALUES, words_of

Choices = Sequence[tuple[str, Any]]
LONG_TEXTS = {"description": 3, "why": 3, "notice": 3, "method": 6, "working": 4, "message": 2, "source": 2, "scope": 2}
SINGLE_LINE = 200


@dataclass(frozen=True)
class Context:
    """What the fields of a part choose from. `taken` are keys that a new part must not have, `key` the one proposed.

    `node` is the key of the node that is edited, `under` that of the one above a new one.
    """

    document: BankDocument
    locales: list[str]
    taken: frozenset[str] = frozenset()
    key: str = ""
    node: str = ""
    under: str = ""


class PartForm(BuildsConditions, forms.Form):
    """The fields `names` of one part of the schema `model`. `part` is its flat data, None = it is new."""

    model: type[BaseModel]
    names: tuple[str, ...] = ()
    choices: Mapping[str, Callable[[BankDocument], Choices]] = {}
    apart: tuple[str, ...] = OF_ROWS
    is_ordered = True

    def __init__(self, *args: Any, context: Context, part: Data | None = None, **options: Any) -> None:
        self.context, self.part = context, part
        self.names = tuple(name for name in self.names if name != "key" or part is None)
        super().__init__(*args, **options)
        for name in self.names:
            self.fields[name] = self.make_field(name, self.model.model_fields[name])
            self.initial[name] = self.written(name)

    @property
    def is_new(self) -> bool:
        return self.part is None

    @property
    def heading(self) -> str:
        """What a row is called above its fields."""
        return (self.part or {}).get("key", "")

    @property
    def anchor(self) -> str:
        """Where a row stands on its page: by its list and key, so that addresses of parts lead to it."""
        if not self.prefix:
            return ""
        named = name_of([self.part]) if self.part else None
        return f"{self.prefix.rpartition('-')[0]}-{self.part[named]}" if self.part and named else self.prefix

    @property
    def lines(self) -> list[Line]:
        """The fields as a page shows them, but for those that have a place of their own."""
        return list(lines_of(self, self.anchor, self.apart))

    @property
    def row_lines(self) -> list[Line]:
        """Position and removal, of a row."""
        shown = [name for name in OF_ROWS if name in self.fields and (self.is_ordered or name != ORDER)]
        return [line_of(self, name, self.anchor) for name in shown]

    def written(self, name: str) -> Any:
        """This function will return what stands in the part, else what the schema takes for granted."""
        if name == "key":
            return self.context.key
        if self.part is not None and name in self.part:
            return self.part[name]
        info = self.model.model_fields[name]
        return None if info.is_required() else _plain(info.get_default(call_default_factory=True))

    def make_field(self, name: str, info: FieldInfo) -> forms.Field:
        label, hint = words_of(self.model, name)
        options: dict[str, Any] = {"label": label, "required": info.is_required()}
        made = self._chosen(name, info, options) or self._typed(name, info, options)
        made.hint = hint  # type: ignore[attr-defined]
        return made

    def _chosen(self, name: str, info: FieldInfo, options: dict[str, Any]) -> forms.Field | None:
        if name in self.choices:
            choices = list(self.choices[name](self.context.document))
            if get_origin(core(info.annotation)) is list:
                return _many(choices, options | {"required": bool(info.metadata)})
            return _one(_with_none(choices), options)
        if name in CONDITIONS:
            return ConditionField(subject=self.subject(name), **options)
        kind = core(info.annotation)
        if get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, StrEnum)):
            values = [str(value) for value in (get_args(kind) or kind)]
            return _one([(value, WORDS_OF_VALUES[name, value]) for value in values], options | {"required": True})
        return None

    def _typed(self, name: str, info: FieldInfo, options: dict[str, Any]) -> forms.Field:
        kind = core(info.annotation)
        if kind == Text:
            return TextsField(locales=self.context.locales, rows=LONG_TEXTS.get(name, 1), **options)
        if name == "key":
            return KeyField(taken=self.context.taken, **options)
        if kind is Decimal:
            return ExactField(**options)
        if kind is bool:
            return forms.BooleanField(**options | {"required": False, "widget": _tick()})
        if kind is int:
            attrs = {"class": "form-control num", "inputmode": "numeric"}
            return forms.IntegerField(widget=forms.TextInput(attrs=attrs), max_value=10**9, **options)
        return forms.CharField(
            max_length=SINGLE_LINE, widget=forms.TextInput(attrs={"class": "form-control"}), **options
        )

    def subject(self, name: str) -> ConditionSubject:
        """This function will return what a condition of this part may ask about."""
        return ConditionSubject.consistency(self.context.document)

    def made(self) -> Data:
        """This function will return the part with what the form says in it; texts in further languages stay."""
        kept = {name: value for name, value in (self.part or {}).items() if name not in self.names}
        return kept | {name: value for name in self.names if (value := self._value(name)) not in (None, "", [], {})}

    def row_parts(self, name: str) -> list[Data]:
        """This function will return what stands in one of the lists of this part."""
        return list((self.part or {}).get(name, []))

    def with_rows(self, part: Data, name: str, made: list[Data]) -> Data:
        """This function will return a part with one of its lists as its rows say it."""
        kept = {each: value for each, value in part.items() if each != name}
        return kept | {name: made} if made else kept

    def _value(self, name: str) -> Any:
        value = self.cleaned_data.get(name)
        if not isinstance(self.fields[name], TextsField):
            return value
        before = (self.part or {}).get(name) or {}
        return {locale: text for locale, text in before.items() if locale not in self.context.locales} | (value or {})


class KeyField(forms.RegexField):
    """The key of something new."""

    def __init__(self, *, taken: frozenset[str], **options: Any) -> None:
        self.taken = taken
        super().__init__(KEY_PATTERN, widget=forms.TextInput(attrs={"class": "form-control"}), **options)
        self.error_messages["invalid"] = _("A letter first, then letters, digits, - and _, at most 60 characters.")

    def clean(self, value: Any) -> Any:
        key = super().clean(value)
        if key in self.taken:
            raise forms.ValidationError(_("This key is used already."), code="taken")
        return key


def core(annotation: Any) -> Any:
    """This function will return a type without what is said about it, and without None."""
    if get_origin(annotation) is Annotated:
        return core(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        return core(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


def _one(choices: Choices, options: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=choices, widget=forms.Select(attrs={"class": "form-select"}), **options)


def _with_none(choices: Choices) -> Choices:
    """Nothing is chosen unless somebody chooses it."""
    return choices if any(value == "" for value, _words in choices) else [("", "–"), *choices]


def _many(choices: Choices, options: dict[str, Any]) -> forms.Field:
    return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **options)


def _tick() -> forms.Widget:
    return forms.CheckboxInput(attrs={"class": "form-check-input"})


def _plain(default: Any) -> Any:
    if isinstance(default, Decimal):
        return plain(default)
    return str(default.value) if isinstance(default, StrEnum) else default
