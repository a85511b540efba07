"""What went wrong with an answer, in the words of the person who gave it."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.scoring.answers import InvalidAnswer
from assessment.scoring.document import Question
from assessment.scoring.figures import shown_number
from assessment.scoring.texts import localise


def problem_with(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    """This function will return one sentence that says what is wrong and what would be right."""
    return _SENTENCES[invalid.code](question, invalid, locale)


def required_text() -> str:
    """This function will return what is said at a required question when somebody goes on without answering it."""
    return _("Please answer this question before you go on: it decides what else is asked, or how the result reads.")


Sentence = Callable[[Question, InvalidAnswer, str], str]


def _always(sentence: Callable[[], str]) -> Sentence:
    return lambda question, invalid, locale: sentence()


def _exclusive(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    labels = {option.key: localise(option.label, locale) for option in question.options}
    return _("“%(option)s” cannot be combined with other choices. Untick it or the others.") % {
        "option": labels[invalid.params["option"]]
    }


def _minimum(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    return _("The number must be at least %(minimum)s.") % {"minimum": invalid.params["minimum"]}


def _maximum(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    limit = shown_number(question.maximum, question.decimals) if question.maximum is not None else ""
    return _("The number must be at most %(maximum)s.") % {"maximum": limit}


def _decimals(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    if question.decimals == 0:
        return _("Enter a whole number, without decimals.")
    sentence = ngettext(
        "Enter at most %(decimals)d digit after the decimal point.",
        "Enter at most %(decimals)d digits after the decimal point.",
        question.decimals,
    )
    return sentence % {"decimals": question.decimals}


def _rows(question: Question, invalid: InvalidAnswer, locale: str) -> str:
    missing = set(invalid.params["rows"].split(", "))
    names = [localise(row.label, locale) for row in question.rows if row.key in missing]
    return _("Choose an answer in every row. Still open: %(rows)s.") % {"rows": _(", ").join(names)}


_SENTENCES: dict[str, Sentence] = {
    "unknown_not_allowed": _always(
        lambda: _("This question needs an answer; “I don’t know” is not among its choices.")
    ),
    "not_applicable_not_allowed": _always(lambda: _("“Does not apply” is not among the choices of this question.")),
    "no_such_option": _always(lambda: _("Choose one of the answers that are offered.")),
    "no_such_row": _always(lambda: _("Choose one of the answers that are offered.")),
    "choose_at_least_one": _always(lambda: _("Choose at least one answer.")),
    "exclusive_option": _exclusive,
    "not_a_number": _always(lambda: _("Enter a number in digits, such as 12 or 12.5.")),
    "below_minimum": _minimum,
    "above_maximum": _maximum,
    "too_many_decimals": _decimals,
    "denominator_not_positive": _always(lambda: _("The total must be more than 0.")),
    "part_above_whole": _always(lambda: _("The part cannot be larger than the total.")),
    "answer_every_row": _rows,
    "list_the_ticks": _always(lambda: _("Choose one of the answers that are offered.")),
    "ticks_and_nothing": _always(lambda: _("Tick what applies, or tick “None of these”, not both.")),
    "not_a_text": _always(lambda: _("Enter a text.")),
    "empty_text": _always(lambda: _("Enter a text.")),
    "text_too_long": _always(lambda: _("The text may have at most 2,000 characters and 40 lines.")),
    "unstorable_character": _always(
        lambda: _("The text contains a character that cannot be stored. Type it instead of pasting it.")
    ),
    "value_and_alternative": _always(lambda: _("Give an answer or tick “I don’t know” or “Does not apply”, not both.")),
    "share_and_counts": _always(lambda: _("Enter the percentage or the two counts, not both.")),
}
