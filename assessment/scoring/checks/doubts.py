"""What is admitted without a word and is hardly ever meant: it changes no score, but people will see or miss it."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.checks.levels import staircases
from assessment.scoring.checks.texts import translatable_texts
from assessment.scoring.conditions import Operator
from assessment.scoring.document import BankDocument, Level
from assessment.scoring.findings import Finding, warning

CURLY = ("“”", "‘’", "„“")
IDLE_IN_PROFILE = ("bands", "linear", "steps")


def check_doubts(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for gates without words, credit in the profile and texts in curly quotes."""
    yield from _gates(document)
    yield from _profile(document)
    yield from _quotes(document)


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
