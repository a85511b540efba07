"""The answers of one enterprise in a file: a profile and answers by key, for the command line.

bank: four-barriers
enterprise: NAME       # – if left out
scope: full            # or quick; full if left out
profile: {sector: machining, employees: 86, …}
answers: {EQ01: c40, EQ04: {numerator: 4, denominator: 10}, EQ05: unknown, …}
"""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from pydantic import Field

from assessment.bank.answer_messages import refusal
from assessment.bank.faults import DocumentError, Fault, Placing, shown, with_remedy
from assessment.bank.loader import parse
from assessment.bank.schema_faults import validated
from assessment.scoring.answers import Answer, InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import CleanText, Document

PROFILE = "profile"
ANSWERS = "answers"
NAMELESS = "–"
NEAR = 0.5  # keys are short: one wrong letter of two is near enough to suggest


class _AnswersDocument(Document):
    bank: str
    enterprise: CleanText = Field(default=NAMELESS, min_length=1, max_length=200)
    scope: Scope = Scope.FULL
    profile: dict[str, Any] = Field(default_factory=dict)
    answers: dict[str, Any] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """`answers` holds profile and answers together, by question key, in the order of the bank."""

    bank: str
    enterprise: str
    scope: Scope
    answers: Mapping[str, Answer]


def bank_named_in(text: str, name: str) -> str:
    """This function will return the slug of the bank that an answers file is for, or raise DocumentError."""
    return _read(text, name)[0].bank


def read_answers(text: str, name: str, document: BankDocument) -> AnswersFile:
    """This function will return the answers written in `text`, or raise DocumentError naming every faulty key."""
    file, place = _read(text, name)
    faults = list(_bank_faults(file, document, place))
    answers: dict[str, Answer] = {}
    for part, values in ((PROFILE, file.profile), (ANSWERS, file.answers)):
        reader = _PartReader(document, part)
        for key, raw in values.items():
            answer = reader.read(key, raw)
            if isinstance(answer, Answer):
                answers[key] = answer
            else:
                faults.append(Fault(place((part, key)), answer))
    if faults:
        raise DocumentError(name, faults)
    ordered = {question.key: answers[question.key] for question in _questions(document) if question.key in answers}
    return AnswersFile(file.bank, file.enterprise, file.scope, ordered)


def _read(text: str, name: str) -> tuple[_AnswersDocument, Placing]:
    parsed = parse(text, name)
    return validated(_AnswersDocument, parsed, name), parsed.place


def _bank_faults(file: _AnswersDocument, document: BankDocument, place: Placing) -> Iterator[Fault]:
    if file.bank != document.slug:
        values = {"named": shown(file.bank), "given": shown(document.slug)}
        yield Fault(place(("bank",)), _("is %(named)s, but the bank is %(given)s") % values)


class _PartReader:
    """Reads the values of one part of the file; each question has its place in one of the two."""

    def __init__(self, document: BankDocument, part: str) -> None:
        self.here: dict[str, Question] = {}
        self.elsewhere: list[str] = []
        for section in document.sections:
            belongs = section.profile == (part == PROFILE)
            for question in section.questions:
                if belongs:
                    self.here[question.key] = question
                else:
                    self.elsewhere.append(question.key)
        self.other_part = ANSWERS if part == PROFILE else PROFILE

    def read(self, key: str, raw: Any) -> Answer | str:
        """This function will return the answer, or what is wrong with it."""
        question = self.here.get(key)
        if question is None:
            return self._unknown(key)
        try:
            return read_answer(question, raw)
        except InvalidAnswer as error:
            return with_remedy(*refusal(question, raw, error))

    def _unknown(self, key: str) -> str:
        if key in self.elsewhere:
            return _("belongs under “%(part)s”") % {"part": self.other_part}
        near = difflib.get_close_matches(key, [*self.here, *self.elsewhere], n=1, cutoff=NEAR)
        if near:
            return _("no question has this key; did you mean %(key)s?") % {"key": near[0]}
        return _("no question has this key")


def _questions(document: BankDocument) -> Iterator[Question]:
    for section in document.sections:
        yield from section.questions
