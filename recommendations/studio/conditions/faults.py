"""What is wrong with the lines of a builder, in plain words, each at its line; the checker has the last word."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.bank.exactness import is_storable
from assessment.scoring.check_conditions import check_condition, number_in
from assessment.scoring.conditions import Test
from assessment.scoring.fact_catalogue import Fact, FactType
from assessment.scoring.figures import shown_number
from recommendations.studio.conditions.comparisons import fits, operator_of
from recommendations.studio.conditions.operands import NUMBERS, Control, control_of, texts_of
from recommendations.studio.conditions.reach import Reach, reach_of
from recommendations.studio.conditions.sketch import Group, Line, lines_of
from recommendations.studio.conditions.subjects import ConditionSubject

DIGITS = 6


def faults_of(group: Group, subject: ConditionSubject) -> Mapping[str, str]:
    """This function will return what is wrong with each line, by path; lines that stand empty are nobody's fault."""
    found = {path: fault_of(line, subject) for path, line in lines_of(group) if not line.is_blank}
    return {path: fault for path, fault in found.items() if fault}


def gone_of(group: Group, subject: ConditionSubject) -> Mapping[str, str]:
    """This function will return the faults of lines that are finished: what they refer to was changed elsewhere."""
    finished = {path for path, line in lines_of(group) if line.value is not None or not _is_open(line, subject)}
    return {path: fault for path, fault in faults_of(group, subject).items() if path in finished}


def _is_open(line: Line, subject: ConditionSubject) -> bool:
    fact = subject.facts.get(line.fact)
    return fact is not None and fits(line.how, fact)


def fault_of(line: Line, subject: ConditionSubject) -> str:
    """This function will return what is wrong with one line, "" if nothing is."""
    fact = subject.facts.get(line.fact)
    if fact is None:
        return _("%(fact)s no longer exists. Choose something else, or remove the line.") % {"fact": line.fact}
    reach = reach_of(fact, subject.standing)
    if reach is not Reach.WITHIN:
        return _out_of_reach(reach)
    if not fits(line.how, fact):
        return _("This comparison does not fit what is asked. Choose another one.")
    return next(_operand_faults(line, fact), "") or _checked(line, subject)


def _out_of_reach(reach: Reach) -> str:
    return {
        Reach.OTHER_FAMILY: _("This cannot be asked here. Choose something from the list."),
        Reach.THE_LEVEL_ITSELF: _("A gate decides the overall level, so it cannot ask for it."),
        Reach.THE_QUESTION_ITSELF: _("A question cannot depend on its own answer."),
        Reach.ASKED_LATER: _("This is asked later. Choose an earlier question, or move this one behind it."),
    }[reach]


def _operand_faults(line: Line, fact: Fact) -> Iterator[str]:
    control = control_of(fact, line.how)
    if control is Control.NOTHING:
        return
    if line.value is None:
        yield _unsaid(line, control)
        return
    if texts_of(line.value, fact, control) is None:
        yield _("What is written there does not fit this comparison. Choose again.")
    elif control in NUMBERS:
        yield from _number_faults(line, fact)
    else:
        yield from _option_faults(line, fact)


def _unsaid(line: Line, control: Control) -> str:
    if control is Control.MANY:
        return _("Tick at least one.")
    if control in {Control.NUMBER, Control.NUMBERS} and any(line.texts or ()):
        return _("Write a number such as 40 or 0.5.")
    if control in {Control.NUMBERS, Control.LEVELS}:
        return _("Both ends are needed.")
    return _("Write a number.") if control is Control.NUMBER else _("Choose one.")


def _number_faults(line: Line, fact: Fact) -> Iterator[str]:
    values = line.value if isinstance(line.value, list) else [line.value]
    numbers = [number_in(value) for value in values]
    known = [number for number in numbers if number is not None and is_storable(number)]
    if len(known) < len(numbers):
        yield _("Write a number such as 40 or 0.5.")
        return
    low, high = fact.minimum, fact.maximum
    if any((low is not None and number < low) or (high is not None and number > high) for number in known):
        yield _gone_level(fact) or scale(fact)
    elif fact.type is FactType.LEVEL and any(number != number.to_integral_value() for number in known):
        yield _gone_level(fact)
    elif known != sorted(known):
        yield _("The first number is above the second, so this is never true.")


def _gone_level(fact: Fact) -> str:
    return _("There is no such level. Choose another one.") if fact.type is FactType.LEVEL else ""


def scale(fact: Fact) -> str:
    """This function will return which numbers a fact can have, as a sentence."""
    factor = 100 if fact.is_share else 1
    low = "" if fact.minimum is None else shown_number(fact.minimum * factor, DIGITS)
    high = "" if fact.maximum is None else shown_number(fact.maximum * factor, DIGITS)
    if low and high:
        return pgettext("condition", "The number runs from %(low)s to %(high)s.") % {"low": low, "high": high}
    if low:
        return pgettext("condition", "The number is at least %(low)s.") % {"low": low}
    return pgettext("condition", "The number is at most %(high)s.") % {"high": high} if high else ""


def _option_faults(line: Line, fact: Fact) -> Iterator[str]:
    chosen = line.value if isinstance(line.value, list) else [line.value]
    gone = [str(value) for value in chosen if value not in fact.options]
    if gone:
        yield _("No longer there to choose: %(options)s.") % {"options": ", ".join(gone)}


def _checked(line: Line, subject: ConditionSubject) -> str:
    """What the checker refuses and nothing above has a word for."""
    test = Test(fact=line.fact, op=operator_of(line.how), value=line.value)
    found = check_condition(test, subject.facts, subject.standing, "")
    return _("This line cannot be understood. Choose again.") if found else ""
