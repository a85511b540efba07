"""What a filled form would change, line by line, before anything is taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core import signing
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework
from assessment.responses.answering import Change
from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.interview.offline.reading import FormRead
from assessment.responses.interview.places import person_key
from assessment.responses.interview.sides import Sides, sides_of
from assessment.responses.queries import answer_of
from assessment.responses.saving import stored_state, stored_value
from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scope

SALT = "assessment.responses.interview.offline"
GOOD_FOR_SECONDS = 24 * 60 * 60


class Standing(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class LookRow:
    """`before` is what stands now. A hidden one is not asked with the answers as they would be then."""

    key: str
    question: SafeString
    standing: Standing
    before: SafeString
    after: SafeString
    reason: str
    note: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Look:
    """`sealed` carries what would be taken to the next request and back; nobody else can use it."""

    rows: tuple[LookRow, ...]
    same_count: int
    sealed: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """One question of a form that somebody looked at: the change, and the note ('' for none)."""

    change: Change
    note: str


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    sha256: str
    lines: Mapping[str, Arrived]


class FormExpired(Exception):
    """What was looked at is too old, or of another person or assessment."""


def look_at(work: Casework, read: FormRead, name: str, sha256: str) -> Look:
    """This function will compare a form with what stands, and seal what can be taken."""
    sides, scorer, locale = sides_of(work.assessment.pk), scorer_of(work.assessment.release_id), get_language()
    after = sides.standing | {key: value for key, value in read.answers.items() if key not in read.faulty}
    visible = scorer.visible(after, Scope(work.assessment.scope))
    rows, lines, same = [], [], 0
    for key, question in scorer.index.questions.items():
        arrived = _arrived(key, read, sides)
        if arrived is None:
            continue
        standing = _standing(arrived, sides)
        if standing is Standing.SAME:
            same += 1
            continue
        before, change = sides.verified.answers.get(key), arrived.change
        rows.append(
            LookRow(
                key,
                marked(question.text, locale),
                standing,
                marked_answer(question, before, locale),
                marked_answer(question, change.answer, locale),
                change.reason,
                arrived.note,
                key not in visible,
            )
        )
        lines.append([*_packed(change), arrived.note])
    sealed = {"who": person_key(work), "release": str(work.assessment.release_id), "name": name, "sha256": sha256}
    return Look(tuple(rows), same, signing.dumps(sealed | {"lines": lines}, salt=SALT, compress=True))


def _arrived(key: str, read: FormRead, sides: Sides) -> Arrived | None:
    """A form that leaves an answer empty says nothing of it; a reason alone goes with the answer that stands."""
    if key in read.faulty or not (key in read.answers or key in read.reasons or key in read.notes):
        return None
    answer = read.answers.get(key, sides.verified.answers.get(key))
    reason = read.reasons.get(key, sides.reasons.get(key, ""))
    return Arrived(Change(key, answer, sides.verified.versions.get(key, 0), reason), read.notes.get(key, ""))


def _standing(arrived: Arrived, sides: Sides) -> Standing:
    change = arrived.change
    before = sides.verified.answers.get(change.key)
    if before == change.answer and sides.reasons.get(change.key, "") == change.reason and not arrived.note:
        return Standing.SAME
    return Standing.NEW if before is None else Standing.CHANGED


def _packed(change: Change) -> list[Any]:
    return [change.key, stored_state(change.answer), stored_value(change.answer), change.base_version, change.reason]


def unseal(work: Casework, sealed: str) -> Form:
    """This function will return what was looked at. Raises FormExpired."""
    try:
        found = signing.loads(sealed, salt=SALT, max_age=GOOD_FOR_SECONDS)
    except signing.BadSignature as error:
        raise FormExpired from error
    if found["who"] != person_key(work) or found["release"] != str(work.assessment.release_id):
        raise FormExpired
    lines = {
        key: Arrived(Change(key, _answer(state, value), base, reason), note)
        for key, state, value, base, reason, note in found["lines"]
    }
    return Form(found["name"], found["sha256"], lines)


def _answer(state: str, value: Any) -> Answer | None:
    return answer_of(state, value)
