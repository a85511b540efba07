"""The answers that the bench can begin with: worked examples, the files that ship with the bank, and generated ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from assessment.bank.loader import read_text, read_yaml
from assessment.scoring import walk
from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument
from assessment.scoring.samples import answer_sets
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise
from recommendations.studio.trial.written import admitted

FILES = settings.BASE_DIR / "assessment/bank/content"
ENDING = ".answers.yaml"
EXAMPLE, FILE, GENERATED, NOTHING = "example", "file", "generated", "nothing"
LARGEST_NUMBER = 5_000
EXTREMES = 5


@dataclass(frozen=True, slots=True)
class Sample:
    """`left_out` counts answers that the working copy does not admit any more."""

    name: str
    answers: Mapping[str, Answer]
    scope: Scope
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class SampleGroup:
    title: str
    choices: tuple[tuple[str, str], ...]


def sample_groups(bank: BankDocument, locale: str) -> list[SampleGroup]:
    """This function will return what can be chosen, each by its name and title; any number may stand for those generated."""
    examples = tuple((f"{EXAMPLE}:{each.key}", localise(each.title, locale) or each.key) for each in bank.examples)
    files = tuple((f"{FILE}:{name}", str(data.get("enterprise") or name)) for name, data in _files(bank.slug))
    titles = (
        _("Everything at its best"),
        _("Everything at its worst"),
        _("Nothing answered"),
        _("Nothing known"),
        _("Nothing applies"),
    )
    extremes = tuple((f"{GENERATED}:{number}", title) for number, title in enumerate(titles, 1))
    groups = [
        SampleGroup(_("Worked examples"), examples),
        SampleGroup(_("Sample enterprises"), files),
        SampleGroup(_("Extremes"), extremes),
    ]
    return [group for group in groups if group.choices]


def sample_named(bank: BankDocument, name: str) -> Sample:
    """This function will return the sample of that name; one without any answer for a name that says nothing."""
    sort, _colon, key = name.partition(":")
    if sort == EXAMPLE:
        for example in bank.examples:
            if example.key == key:
                return _read(bank, name, example.answers, example.scope)
    if sort == FILE:
        for file, data in _files(bank.slug):
            if file == key:
                raw = {**_mapping(data.get("profile")), **_mapping(data.get("answers"))}
                return _read(bank, name, raw, data.get("scope"))
    if sort == GENERATED and _is_number(key):
        made = next(answer_sets(bank, int(key), start=int(key) - 1))
        return Sample(name, made.answers, made.scope)
    return Sample(NOTHING, {}, Scope.FULL)


def first_sample(bank: BankDocument) -> str:
    """This function will return the name of the sample that the bench begins with: the one with most answers.

    Enterprises that ship with the bank come before its worked examples, and full ones before those of the quick scope.
    """
    shipped = [(f"{FILE}:{name}", _mapping(data.get("answers")), data.get("scope")) for name, data in _files(bank.slug)]
    examples = [(f"{EXAMPLE}:{each.key}", each.answers, each.scope) for each in bank.examples]
    full = [(name, len(answers)) for name, answers, scope in shipped or examples if scope != Scope.QUICK.value]
    return max(full, key=itemgetter(1), default=(NOTHING, 0))[0]


def _read(bank: BankDocument, name: str, raw: Mapping[str, object], scope: Any) -> Sample:
    answers = admitted(walk.questions_by_key(bank), raw)
    return Sample(name, answers, Scope.QUICK if scope == Scope.QUICK.value else Scope.FULL, len(raw) - len(answers))


def _files(slug: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What ships with Fourfold; nobody can write there from outside."""
    for path in sorted(FILES.glob(f"*{ENDING}")):
        data = read_yaml(read_text(path), path.name)
        if isinstance(data, dict) and data.get("bank") == slug:
            yield path.name.removesuffix(ENDING), data


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _is_number(key: str) -> bool:
    return (
        key.isascii() and key.isdecimal() and len(key) <= len(str(LARGEST_NUMBER)) and 1 <= int(key) <= LARGEST_NUMBER
    )
