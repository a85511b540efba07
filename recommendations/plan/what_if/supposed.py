"""What a reader supposes instead of the submitted answers, kept in the address of the page and nowhere else.

Field names are those of the questionnaire (see `assessment.responses.entries`), and `do` for actions as if done. A
question without any value stands as `q.KEY=`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from assessment.responses.entries import CHOICES, EMPTY, Entry, entry_of, raw_answer, read_entry
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring.answers import Answer, InvalidAnswer
from assessment.scoring.document import Question
from recommendations.plan.rounds import Round

ACTION_FIELD = "do"
Questions = Mapping[str, Question]


@dataclass(frozen=True, slots=True)
class Supposed:
    """`start` are the submitted answers with those that the `actions` change, `answers` what is supposed in all.

    `entries` are the fields of the questions that the reader changed; `problems` has a sentence for each of them that
    cannot be read as an answer, and `start` counts in its place.
    """

    actions: tuple[str, ...]
    start: Mapping[str, Answer]
    entries: Mapping[str, Entry]
    answers: Mapping[str, Answer]
    problems: Mapping[str, str]

    def entry(self, question: Question) -> Entry:
        """This function will return what stands in the fields of a question."""
        own = self.entries.get(question.key)
        return entry_of(question, self.start.get(question.key)) if own is None else own


def read_address(current: Round, questions: Questions, data: QueryDict, locale: str) -> Supposed:
    """This function will return what an address supposes; names that mean nothing here are passed over."""
    named = {name.split(".")[1] for name in data if name.startswith("q.")}
    entries = {key: read_entry(question, data) for key, question in questions.items() if key in named}
    return _supposed(current, questions, data.getlist(ACTION_FIELD), entries, locale)


def read_form(current: Round, questions: Questions, shown: Supposed, data: QueryDict, locale: str) -> Supposed:
    """This function will return what is supposed after a form was sent from a page that showed `shown`.

    Only fields that differ from what was shown are the reader's own; all others follow the actions. `back` names a
    question that is to have its submitted answer again.
    """
    entries = dict(shown.entries)
    for key, question in questions.items():
        if f"q.{key}.version" in data:
            entry, before = read_entry(question, data), shown.entry(question)
            if entry != before:
                entries[key] = _settled(question, entry, before)
    back = data.get("back", "")
    if back in questions:
        entries[back] = entry_of(questions[back], current.answers.get(back))
    return _supposed(current, questions, data.getlist(ACTION_FIELD), entries, locale)


def address_of(supposed: Supposed, questions: Questions) -> str:
    """This function will return the query string that says what is supposed; "" for nothing."""
    pairs = [(ACTION_FIELD, key) for key in supposed.actions]
    for key, entry in supposed.entries.items():
        pairs += list(_pairs(questions[key], entry)) or [(f"q.{key}", "")]
    return urlencode(pairs)


def _supposed(
    current: Round, questions: Questions, wanted: Iterable[str], entries: Mapping[str, Entry], locale: str
) -> Supposed:
    chosen = frozenset(wanted)
    actions = tuple(key for key in current.actions if key in chosen)
    changes = current.changes([current.actions[key] for key in actions])
    start = current.answers | {change.question: change.after for change in changes}
    own, answers, problems = {}, dict(start), {}
    for key in (key for key in questions if key in entries):
        entry = entries[key]
        try:
            answer = _read(questions[key], entry, EMPTY)
        except InvalidAnswer as invalid:
            own[key], problems[key] = entry, problem_with(questions[key], invalid, locale)
            continue
        if answer == start.get(key):
            continue
        own[key] = entry
        if answer is None:
            del answers[key]
        else:
            answers[key] = answer
    return Supposed(actions, start, own, answers, problems)


def _settled(question: Question, entry: Entry, before: Entry) -> Entry:
    """Fields that contradict each other are settled by what changed; what cannot be read stays as it was typed.

    Without a script nothing takes the tick away from a question in which somebody then types: the tick goes.
    """
    try:
        return entry_of(question, _read(question, entry, before))
    except InvalidAnswer:
        typed = replace(entry, alternative="")
        return entry if typed in (EMPTY, replace(before, alternative="")) else typed


def _read(question: Question, entry: Entry, before: Entry) -> Answer | None:
    raw = raw_answer(question, entry, before)
    return None if raw is None else read_typed(question, raw)


def _pairs(question: Question, entry: Entry) -> Iterator[tuple[str, str]]:
    name = f"q.{question.key}"
    if entry.alternative:
        yield name if question.kind in CHOICES else f"{name}.alt", entry.alternative
    for value in entry.chosen:
        yield name, value
    for part, text in (("", entry.text), (".numerator", entry.numerator), (".denominator", entry.denominator)):
        if text:
            yield name + part, text
    for row, ticks in entry.rows.items():
        for tick in ticks:
            yield f"{name}.row.{row}", tick
