"""A rule as it is proposed for a question: a condition on its poorest answer, and a plain sentence that says so."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import override

from assessment.bank.editing.flat import Data
from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Kind, Option, Question
from assessment.scoring.texts import Text, localise

WORDED = ("en", "zh")
MIDDLE = 50


def condition_for(bank: BankDocument, key: str) -> Data | None:
    """This function will return "the answer is the poorest one" for a question, as condition data; None if unknown."""
    for _place, section, question in walk.questions(bank):
        if question.key == key:
            return _poorest(question, f"{'profile' if section.profile else 'answer'}.{key}")
    return None


def _poorest(question: Question, fact: str) -> Data:
    if question.kind in (Kind.SINGLE, Kind.LIKERT, Kind.YES_NO) and question.options:
        return {"fact": fact, "op": "is", "value": _lowest(question.options).key}
    if question.kind is Kind.MULTI and question.options:
        wanted = [option.key for option in question.options if not option.exclusive and _worth(option) > 0]
        return {"fact": fact, "op": "has_none", "value": wanted or [question.options[0].key]}
    if question.kind is Kind.TABLE and question.options and question.rows:
        low = _lowest(question.options).key
        return {"fact": fact, "op": "has_any", "value": [f"{row.key}:{low}" for row in question.rows]}
    if question.kind in (Kind.NUMBER, Kind.PERCENT):
        return _low_number(question, fact)
    return {"fact": f"unknown.{question.key}", "op": "is", "value": "yes"}


def _low_number(question: Question, fact: str) -> Data:
    line = question.linear
    if question.bands:
        poorest = min(question.bands, key=lambda band: band.credit)
        if poorest is question.bands[-1] and len(question.bands) > 1:
            return {"fact": fact, "op": "gt", "value": _plain(question.bands[-2].upto)}
        return {"fact": fact, "op": "lte", "value": _plain(poorest.upto)}
    if line is not None:
        quarter = line.zero_at + (line.full_at - line.zero_at) / 4
        return {"fact": fact, "op": "lte" if line.zero_at <= line.full_at else "gte", "value": _plain(quarter)}
    return {"fact": fact, "op": "lte", "value": _plain(question.minimum or Decimal(0))}


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _worth(option: Option) -> Fraction:
    return Fraction(option.credit if option.credit is not None else option.points or 0)


def _lowest(options: Sequence[Option]) -> Option:
    return min(options, key=_worth)


def because_for(question: Question, locales: Sequence[str]) -> Text:
    """This function will return a plain sentence with the answer's slot in it, in each language."""
    return {locale: _sentence(question, locale) for locale in locales}


def _sentence(question: Question, locale: str) -> str:
    title = localise(question.short or question.text, locale).replace("{", "(").replace("}", ")").strip()
    values = {"title": title, "answer": f"{{answer.{question.key}}}"}
    if not locale.startswith(WORDED):
        return "{title}: {answer}".format(**values)
    with override(locale):
        if title.endswith(("?", "？")):
            return _("%(title)s You answered %(answer)s. There is room to improve here.") % values
        return _("%(title)s: %(answer)s. There is room to improve here.") % values


def proposed_priority(bands: Sequence[Data]) -> int:
    """This function will return a priority in the middle one of the bands, which stand from the most urgent one."""
    if not bands:
        return MIDDLE
    place = (len(bands) - 1) // 2
    ceiling = bands[place - 1]["from_priority"] - 1 if place else 100
    return int((bands[place]["from_priority"] + ceiling) // 2)


def proposed_sources(sources: Sequence[Data], rules: Sequence[Data]) -> list[str]:
    """This function will return the estimate that most rules rest on, as a list of one key, or [] without any."""
    used = Counter(key for rule in rules for key in rule.get("sources", []))
    estimates = [str(source["key"]) for source in sources if source.get("estimate")]
    return [max(estimates, key=lambda key: used[key])] if estimates else []
