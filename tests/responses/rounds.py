"""Two releases of the small bank, and a first round that was submitted."""

from typing import Any

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment
from assessment.responses.next_round import start_next_round
from assessment.responses.submitting import submit_assessment
from assessment.scoring.answers import UNKNOWN, Answer
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release, options, question, sections
from tests.responses.conftest import answered

ANSWERS: dict[str, Answer] = {
    "employees": answered("86"),
    "makes": answered("yes"),
    "region": answered("place3"),
    "E1": answered("half"),
    "E2": answered(["sensors"]),
    "E3": answered({"numerator": "4", "denominator": "10"}),
    "T1": UNKNOWN,
    "T2": answered({"office": "often", "shop": "never"}),
    "T3": answered("unknown"),
}


def changed_sections() -> list[dict[str, Any]]:
    """E1 has lost an option, E2 gained one, E3 counts in another unit, T3 is gone and T4 is new."""
    profile, equipment, talent = sections()
    one, two, three = equipment["questions"]
    newer = [
        one | {"options": options(low=0, full=1)},
        two | {"options": [*two["options"], {"key": "robots", "label": {"en": "Robots"}, "points": 1}]},
        three | {"unit": {"en": "‰", "zh-hans": "‰"}},
    ]
    likert, table, _text = talent["questions"]
    added = question("T4", "single", options=options(no=0, yes=1))
    return [profile, equipment | {"questions": newer}, talent | {"questions": [likert, table, added]}]


def newer_release() -> Release:
    return make_release(bank_document(sections=changed_sections()), major=2)


def first_round(release: Release, scope: Scope = Scope.FULL, **other: Answer) -> Opened:
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=scope, language="en")
    save(opened.assessment, ANSWERS | other)
    submit_assessment(assessment=opened.assessment)
    opened.assessment.refresh_from_db()
    return opened


def save(assessment: Assessment, answers: dict[str, Answer], base: int = 0) -> None:
    save_section(assessment=assessment, changes=[Change(key, answer, base) for key, answer in answers.items()])


def next_round(assessment: Assessment, scope: Scope = Scope.FULL, language: str = "en") -> Opened:
    return start_next_round(assessment=assessment, scope=scope, language=language)
