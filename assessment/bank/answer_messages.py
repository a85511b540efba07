"""Why an answer is not admitted, and how it would be, in words."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import shown
from assessment.bank.remedies import near_word
from assessment.scoring.answers import InvalidAnswer
from assessment.scoring.document import Kind, Question

_MESSAGES: dict[str, Callable[[], str]] = {
    "unknown_not_allowed": lambda: _("“unknown” is not allowed here"),
    "not_applicable_not_allowed": lambda: _("“not_applicable” is not allowed here"),
    "no_such_option": lambda: _("%(given)s is not an option; allowed are %(allowed)s"),
    "choose_at_least_one": lambda: _("must be a list of at least one option"),
    "exclusive_option": lambda: _("%(option)s cannot be chosen together with other options"),
    "not_a_number": lambda: _("%(given)s is not a number that can be read here"),
    "below_minimum": lambda: _("must be at least %(minimum)s"),
    "above_maximum": lambda: _("must be at most %(maximum)s"),
    "too_many_decimals": lambda: _("may have at most %(decimals)s decimals"),
    "denominator_not_positive": lambda: _("the denominator must be more than 0"),
    "part_above_whole": lambda: _("the numerator must not be more than the denominator"),
    "answer_every_row": lambda: _("these rows have no answer: %(rows)s"),
    "no_such_row": lambda: _("%(given)s is not a row; the rows are %(allowed)s"),
    "list_the_ticks": lambda: _("the row %(row)s needs a list of options"),
    "not_a_text": lambda: _("must be a text"),
    "empty_text": lambda: _("must not be empty"),
    "text_too_long": lambda: _("must have at most %(characters)s characters and %(lines)s lines"),
    "unstorable_character": lambda: _("contains a character that cannot be stored"),
}


def refusal(question: Question, raw: object, error: InvalidAnswer) -> tuple[str, str]:
    """This function will return why the answer is refused, naming what was given and what is allowed, and how to write
    it, or "" where the reason says that already."""
    params = {name: shown(value) if name == "given" else value for name, value in error.params.items()}
    form = _FORMS.get(error.code)
    written = form(question, raw, error.params) if form else ""
    return _MESSAGES[error.code]() % params, _("write %(example)s") % {"example": written} if written else ""


def _option(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    """`false` was meant as no, a list of one option as that option, a word with a slip as the one it is near to."""
    keys, given = [option.key for option in question.options], params["given"]
    if isinstance(given, bool):
        word = "yes" if given else "no"
        return word if word in keys else ""
    if isinstance(given, list) and len(given) == 1 and given[0] in keys:
        return str(given[0])
    if not isinstance(given, str):
        return ""
    return _listed(question, [part.strip() for part in given.split(",")]) or near_word(given, keys)


def _listed(question: Question, parts: list[str]) -> str:
    keys = {option.key for option in question.options}
    is_list = question.kind is Kind.MULTI and len(parts) > 1 and keys.issuperset(parts)
    return f"[{', '.join(parts)}]" if is_list else ""


def _options(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    keys = [option.key for option in question.options]
    given = [part.strip() for part in re.split("[,;，；、]", raw)] if isinstance(raw, str) else []
    alone = [option.key for option in question.options if option.exclusive]
    chosen = [key for key in given if key in keys] or alone or keys
    return f"[{', '.join(chosen if given else chosen[:1])}]"


def _alone(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    return _("%(alone)s alone, or the others without it") % {"alone": f"[{params['option']}]"}


def _ticks(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    given = raw.get(params["row"]) if isinstance(raw, Mapping) else None
    return f"{params['row']}: [{given if isinstance(given, str) else question.options[0].key}]"


def _rows(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    keys = [row.key for row in question.rows]
    chosen = question.options[0].key
    pairs = [f"{key}: {f'[{chosen}]' if question.multiple else chosen}" for key in keys]
    return f"{{{', '.join(pairs)}}}"


def _number(question: Question, raw: object, params: Mapping[str, Any]) -> str:
    given = params["given"]
    if isinstance(given, str) and re.fullmatch("[0-9]+[,，][0-9]+", given):
        return re.sub("[,，]", ".", given)
    if question.kind is Kind.PERCENT and question.ratio is not None and isinstance(given, Mapping):
        return "{numerator: 4, denominator: 10}"
    return ""


_FORMS: dict[str, Callable[[Question, object, Mapping[str, Any]], str]] = {
    "no_such_option": _option,
    "choose_at_least_one": _options,
    "exclusive_option": _alone,
    "answer_every_row": _rows,
    "list_the_ticks": _ticks,
    "not_a_number": _number,
}
