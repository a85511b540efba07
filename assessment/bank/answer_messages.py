"""Why an answer is not admitted, in words."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from assessment.bank.faults import shown
from assessment.scoring.answers import InvalidAnswer

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


def invalid_answer_message(error: InvalidAnswer) -> str:
    """This function will return why the answer is refused, naming what was given and what is allowed."""
    params = {name: shown(value) if name == "given" else value for name, value in error.params.items()}
    return _MESSAGES[error.code]() % params
