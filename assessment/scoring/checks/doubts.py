"""What is admitted without a word and is hardly ever meant: it changes no score, but people will see or miss it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.answers import plain
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.checks.levels import staircases
from assessment.scoring.checks.texts import translatable_texts
from assessment.scoring.conditions import Operator
from assessment.scoring.document import BankDocument, Expectation, Kind, Level, Option
from assessment.scoring.figures import shown_number
from assessment.scoring.findings import Finding, warning
from assessment.scoring.scales import Scales
from assessment.scoring.scorecard import HUNDRED

CURLY = ("“”", "‘’", "„“")
WIDEST = Fraction(1, 2)
IDLE_IN_PROFILE = ("bands", "linear", "steps")


def check_doubts(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for gates without words, credit in the profile, texts in curly quotes, credit
    that rises and falls, and worked examples that hardly anything could fail.
    """
    yield from _gates(document)
    yield from _profile(document)
    yield from _quotes(document)
    yield from _crooked(document)
    yield from _tolerances(document)


def _gates(document: BankDocument) -> Iterator[Finding]:
    for staircase in staircases(document):
        for level in staircase.levels:
            if _asks(level) and not any(level.gate_text.values()):
                message = "the gate is not said in words, so nobody reads what is missing for the level"
                yield warning(f"{staircase.place}.{level.key}.gate", message, "write its gate_text")


def _asks(level: Level) -> bool:
    """A gate that only waits until something is known asks nothing of anybody."""
    return level.gate is not None and any(test.op is not Operator.KNOWN for test in comparisons_of(level.gate))


def _profile(document: BankDocument) -> Iterator[Finding]:
    for place, section, question in walk.questions(document):
        for name in IDLE_IN_PROFILE if section.profile else ():
            if getattr(question, name):
                message = f"the profile is never scored, so the {name} of {question.key} do nothing"
                yield warning(f"{place}.{name}", message, f"remove the {name}, or move the question to another section")


def _quotes(document: BankDocument) -> Iterator[Finding]:
    for place, text, _required in translatable_texts(document):
        for locale, words in text.items():
            if any(words[:1] + words[-1:] == pair and not set(words[1:-1]) & set(pair) for pair in CURLY):
                message = f"the quotation marks {words[0]} {words[-1]} are part of the text"
                yield warning(f"{place}.{locale}", message, 'remove them, or write straight quotes " around the text')


def _crooked(document: BankDocument) -> Iterator[Finding]:
    """Credit in the order of the options goes up, or down; where it does both, two numbers were likely exchanged."""
    for place, section, question in walk.questions(document):
        if question.kind in (Kind.SINGLE, Kind.LIKERT) and not section.profile:
            worth = [value for option in question.options if (value := _worth(option)) is not None]
            if worth not in (sorted(worth), sorted(worth, reverse=True)):
                message = "the credit of the options goes up and down"
                yield warning(f"{place}.options", message, "look at the order of the options and at their credit")


def _worth(option: Option) -> Decimal | None:
    return option.points if option.credit is None else option.credit


def _tolerances(document: BankDocument) -> Iterator[Finding]:
    scales = Scales(document).full
    for example in document.examples:
        widest = min(
            (_widest(each, scales.get(node, HUNDRED)) for node, each in example.expect.items()), default=WIDEST
        )
        if example.tolerance > widest:
            given, most = plain(example.tolerance), shown_number(widest, 4)
            message = f"the tolerance {given} lets wrong figures pass: {most} is the widest that still guards them"
            mend = "write half of the last digit of the figures, such as 0.005 for two decimals"
            yield warning(f"examples.{example.key}.tolerance", message, mend)


def _widest(expected: Expectation, scale: Fraction) -> Fraction:
    """Half a point in a hundred; of points and readings, which are published with few digits, a hundredth of the scale."""
    is_on_scale = expected.points is not None or expected.readings
    return min(WIDEST, scale / HUNDRED) if is_on_scale else WIDEST
