"""Conditions and answers as sentences, in each language, from the titles and labels of the bank."""

from collections.abc import Mapping
from decimal import Decimal

from assessment.scoring.answers import Answer, AnswerState, number_of
from assessment.scoring.conditions import Condition, Operator
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.explain_values import join_parts, said_operands, said_value, with_share_sign, with_unit
from assessment.scoring.explain_words import Joints, Words, words
from assessment.scoring.fact_catalogue import Fact, Family, facts_of
from assessment.scoring.facts import YES, Lookup
from assessment.scoring.figures import shown_number
from assessment.scoring.normal_form import Group, Literal, Part, facts_named, failed_parts, guarded, normal_form
from assessment.scoring.texts import localise

__all__ = ["explain_answer", "explain_condition", "explain_shortfalls", "failed_parts"]

Catalogue = Mapping[str, Fact]
Rows = dict[str, str] | dict[str, list[str]]
NUMBER_DECIMALS = 6


def explain_condition(
    condition: Condition,
    document: BankDocument,
    locale: str,
    lookup: Lookup | None = None,
    catalogue: Catalogue | None = None,
) -> str:
    """This function will return `condition`, which the checker accepts, as a sentence in `locale` without full stop.

    With `lookup` (`Facts.get`) every comparison also says what the value is: "Equipment is at least 40 (you: 31.5)".
    Whoever explains many conditions may pass the `catalogue` of `facts_of(document)`.
    """
    part = normal_form(condition)
    speaker = _Speaker(catalogue or facts_of(document, only=facts_named(part)), locale, lookup)
    return _capitalised(speaker.say(part))


def explain_shortfalls(
    condition: Condition, document: BankDocument, locale: str, lookup: Lookup, catalogue: Catalogue | None = None
) -> list[str]:
    """This function will return why `condition` does not hold, a sentence for each of its `failed_parts`.

    Numbers read "Security is 37.5, at least 50 is needed"; anything else reads as `explain_condition` with facts.
    """
    named = catalogue or facts_of(document, only=facts_named(normal_form(condition)))
    speaker = _Speaker(named, locale, lookup)
    failed = [normal_form(part) for part in failed_parts(condition, lookup)]
    return [_capitalised(speaker.say_shortfall(part, lookup)) for part in failed]


def explain_answer(question: Question, answer: Answer | None, locale: str) -> str:
    """This function will return an answer in words: labels, "35 %", "4 of 10 (40 %)", "I don’t know", "Not answered"."""
    said = words(locale)
    if answer is None:
        return said.unanswered
    if answer.state is AnswerState.UNKNOWN:
        return said.unknown
    if answer.state is AnswerState.NOT_APPLICABLE:
        return said.not_applicable
    if isinstance(answer.value, dict):
        return _ratio(answer.value, said) if question.ratio else _rows(question, answer.value, locale)
    labels = {option.key: localise(option.label, locale) for option in question.options}
    if isinstance(answer.value, list):
        return said.nothing_ticked if not answer.value else said.rows_joint.join(labels[key] for key in answer.value)
    written = str(answer.value)
    if labels:
        return labels[written]
    if question.kind in NUMBERS:
        return with_unit(shown_number(Decimal(written), NUMBER_DECIMALS), question.unit, locale)
    return written


def _ratio(value: Rows, said: Words) -> str:
    share = with_share_sign(number_of(value) / 100, said)
    counts = {name: shown_number(Decimal(str(count)), NUMBER_DECIMALS) for name, count in value.items()}
    return said.ratio.format(share=share, **counts)


def _rows(question: Question, value: Rows, locale: str) -> str:
    said = words(locale)
    labels = {option.key: localise(option.label, locale) for option in question.options}
    rows = [
        said.row_option.format(row=localise(row.label, locale), option=_ticks(value[row.key], labels, said))
        for row in question.rows
        if row.key in value
    ]
    return said.rows_joint.join(rows) if rows else said.nothing_ticked


def _ticks(chosen: str | list[str], labels: Mapping[str, str], said: Words) -> str:
    keys = [chosen] if isinstance(chosen, str) else chosen
    return join_parts([labels[key] for key in keys], said.options_and)


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _weighed(joints: Joints, group: Group) -> tuple[str, str]:
    if not any(_is_long(part) for part in group.parts):
        return joints.plain
    return joints.of_two if len(group.parts) == 2 else joints.heavy


def _is_long(part: Part) -> bool:
    """Whether a part has commas or conjunctions of its own, which must not be taken for those around it."""
    if isinstance(part, Group):
        return guarded(part) is None
    return isinstance(part.test.value, list)


def _asks_whether_it_applies(literal: Literal, fact: Fact) -> bool:
    return fact.family is Family.COVERAGE and literal.test.op is Operator.KNOWN


class _Speaker:
    """Speaks one language about the facts of one bank."""

    def __init__(self, catalogue: Catalogue, locale: str, lookup: Lookup | None) -> None:
        self._catalogue = catalogue
        self._locale = locale
        self._lookup = lookup
        self._words = words(locale)

    def say(self, part: Part, inside: bool = False) -> str:
        if isinstance(part, Literal):
            return self._literal(part)
        demand = guarded(part)
        if demand is not None:
            return self._words.where_it_applies.format(sentence=self.say(demand))
        joints = self._words.any_joints if part.is_any else self._words.all_joints
        joined = join_parts([self.say(each, inside=True) for each in part.parts], _weighed(joints, part))
        if not inside:
            return joined
        return (self._words.any_inside if part.is_any else self._words.all_inside).format(parts=joined)

    def say_shortfall(self, part: Part, lookup: Lookup) -> str:
        if isinstance(part, Group) or part.negated or part.test.op.value not in self._words.needed:
            return self.say(part)
        fact = self._catalogue[part.test.fact]
        needed = self._words.needed[part.test.op.value].format(**said_operands(part.test, fact, self._locale))
        name, value = localise(fact.title, self._locale), lookup(fact.name)
        if value is None:
            return self._words.shortfall_unknown.format(fact=name, needed=needed)
        return self._words.shortfall.format(fact=name, actual=said_value(fact, value, self._locale), needed=needed)

    def _literal(self, literal: Literal) -> str:
        fact = self._catalogue[literal.test.fact]
        operands = said_operands(literal.test, fact, self._locale)
        sentence = self._template(literal, fact).format(fact=self._subject(literal, fact), **operands)
        if self._lookup is None:
            return sentence
        value = self._lookup(fact.name)
        if value is None:
            return self._words.value_unknown.format(sentence=sentence)
        return self._words.value_given.format(sentence=sentence, value=said_value(fact, value, self._locale))

    def _subject(self, literal: Literal, fact: Fact) -> str:
        """That the coverage of a node is known says of the node itself that it applies."""
        if _asks_whether_it_applies(literal, fact):
            fact = self._catalogue[fact.name.replace(Family.COVERAGE, Family.NODE, 1)]
        return localise(fact.title, self._locale)

    def _template(self, literal: Literal, fact: Fact) -> str:
        operator, said = literal.test.op.value, self._words
        if _asks_whether_it_applies(literal, fact):
            return said.does_not_apply if literal.negated else said.applies
        if fact.family is Family.UNKNOWN and operator == "is":
            is_open = (literal.test.value == YES) is not literal.negated
            return said.tests["open"] if is_open else said.negated["open"]
        return said.negated[operator] if literal.negated else said.tests[operator]
