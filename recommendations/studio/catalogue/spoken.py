"""What stands in a field of the catalogue's forms, in words: for telling what somebody else changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pydantic import ValidationError

from assessment.bank.faults import shown
from assessment.scoring.explain import explain_condition
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.eligibility import CONDITION
from recommendations.studio.catalogue.keeping import Meanwhile
from recommendations.studio.catalogue.part_form import PartForm
from recommendations.studio.conditions.fields import ConditionField
from recommendations.studio.forms import language_name


@dataclass(frozen=True, slots=True)
class Changed:
    """`yours` is "" where nothing else was typed: then what the other wrote stands in the form."""

    label: str
    then: str
    now: str
    yours: str


def changed_lines(form: PartForm, meanwhile: Meanwhile) -> list[Changed]:
    """This function will return each field that somebody else changed since the form was shown."""
    then, now, mine = meanwhile.then or {}, meanwhile.now, meanwhile.mine
    names = [name for name in now if meanwhile.then is not None and now[name] != then.get(name)]
    return [
        Changed(
            label_of(form, name),
            spoken(form, name, then.get(name)),
            spoken(form, name, now[name]),
            "" if mine.get(name) in (then.get(name), now[name]) else spoken(form, name, mine.get(name)),
        )
        for name in names
    ]


def label_of(form: PartForm, name: str) -> str:
    """This function will return what people call a field or a list of rows."""
    if name in form.fields:
        return str(form.fields[name].label)
    return {"sources": _("Sources"), "checks": _("To be checked with the office")}.get(name, name)


def spoken(form: PartForm, name: str, value: Any) -> str:
    """This function will return a value in the reader's language, one line for each part of it."""
    field = form.fields.get(name)
    if value in (None, "", [], {}):
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, ConditionField):
        return _condition(value, field)
    if isinstance(field, forms.ChoiceField):
        titles = {str(key): str(title) for key, title in _choices(field)}
        keys = value if isinstance(value, list) else [value]
        return _("; ").join(titles.get(str(key), str(key)) for key in keys)
    return _plainly(value)


def _condition(value: Any, field: ConditionField) -> str:
    """What the bank cannot be asked any more is told as it is written."""
    try:
        asked = CONDITION.validate_python(value)
        return explain_condition(asked, field.subject.document, get_language() or FALLBACK_LOCALE)
    except (ValidationError, LookupError):
        return shown(value)


def _choices(field: forms.ChoiceField) -> Iterable[tuple[Any, Any]]:
    select = field.widget
    assert isinstance(select, forms.Select | forms.CheckboxSelectMultiple)
    return [(key, title) for key, title in select.choices if not isinstance(title, list | tuple)]


def _plainly(value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(_part(key, each) for key, each in value.items() if each)
    if isinstance(value, list):
        return "\n".join(_plainly(each) for each in value)
    return str(value)


def _part(key: str, value: Any) -> str:
    return _plainly(value) if isinstance(value, dict) or key in ("date", "url") else f"{language_name(key)}: {value}"
