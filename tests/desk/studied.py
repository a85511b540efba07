"""A bank whose item analysis can be told from its answers, and enterprises that answer it.

Six ladders that go together, one that runs against them, one that everybody answers with nothing, one that nobody
knows; and one that stands alone.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from assessment.accounts.models import Enterprise
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.actions import start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.freezing import make_result
from assessment.responses.models import Assessment, Result
from assessment.responses.submitting import submit_assessment
from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.scorecard import Scope
from tests.responses.banks import Fields, make_release, text

SLUG = "studied"
STEPS = {"none": 0, "low": 0.25, "half": 0.5, "high": 0.75, "full": 1}


def ladder(key: str) -> Fields:
    steps = [{"key": step, "label": text(step), "credit": credit} for step, credit in STEPS.items()]
    asked = text(f"How far is {key} in your enterprise today?", f"贵公司的 {key} 目前做到哪一步？")
    return {"key": key, "kind": "single", "text": asked, "options": steps}


def node(key: str, *keys: str, **fields: Any) -> Fields:
    measures = [{"question": each, "weight": 1} for each in keys]
    return {"key": key, "title": text(f"Node {key}", f"部分 {key}"), "measures": measures, **fields}


TOGETHER = ("A1", "A2", "A3", "A4", "A5", "A6")
KEYS = (*TOGETHER, "REVERSED", "FLOOR", "NOBODY_KNOWS", "ALONE")
NEVER = {
    "all": [{"fact": "answer.A1", "op": "is", "value": "none"}, {"fact": "answer.A2", "op": "is", "value": "full"}]
}
CHECK = {"key": "never", "when": NEVER, "message": text("Full without any.", "没有却满分。"), "questions": ["A1", "A2"]}


def studied_bank(slug: str = SLUG, **changes: Any) -> BankDocument:
    tree = node(
        "all",
        children=[
            node("first", *TOGETHER, "REVERSED"),
            node("second", "FLOOR", "NOBODY_KNOWS"),
            node("third", "ALONE"),
        ],
    )
    written = {
        "slug": slug,
        "locales": ["en", "zh-hans"],
        "title": text("Studied bank", "被研究的题库"),
        "sections": [{"key": "main", "title": text("Main"), "questions": [ladder(key) for key in KEYS]}],
        "tree": tree,
        "consistency": [CHECK],
    }
    return BankDocument.model_validate(written | changes)


def release_studied(major: int = 1, minor: int = 0, **changes: Any) -> Release:
    return make_release(studied_bank(**changes), major, minor)


def typical(number: int) -> dict[str, str]:
    """Enterprise `number` stands on one step throughout, with a little of its own in each question."""
    steps = list(STEPS)
    step = number % 5
    own = {key: steps[min(4, max(0, step + (number // 5 + place) % 3 - 1))] for place, key in enumerate(TOGETHER)}
    return {**own, "REVERSED": steps[4 - step], "FLOOR": "none", "NOBODY_KNOWS": "unknown", "ALONE": steps[number % 4]}


def answer_and_submit(
    release: Release, raw: Mapping[str, object], *, name: str = "Secret Gears Ltd", seconds: float = 20
) -> Result:
    """This function will let an enterprise answer, taking some seconds for each question, and submit."""
    opened = start_assessment(enterprise_name=name, release=release, scope=Scope.FULL, language="en")
    changes = [Change(key, answer, 0) for key, answer in read_answers(release, raw).items()]
    save_section(assessment=opened.assessment, changes=changes)
    # What is saved together shares the time since the start.
    started = timezone.now() - timedelta(seconds=seconds * len(changes))
    Assessment.objects.filter(pk=opened.assessment.pk).update(started_at=started)
    return submit_assessment(assessment=opened.assessment)


def submit_many(release: Release, count: int) -> None:
    """This function will store the results of `count` typical enterprises, as submitting would, in a few statements."""
    scorer, now = scorer_of(release.pk), timezone.now()
    enterprises = Enterprise.objects.bulk_create(Enterprise(name=f"Secret Gears {n} Ltd") for n in range(count))
    assessments = Assessment.objects.bulk_create(
        Assessment(enterprise=each, release=release, scope=Scope.FULL, language="en", submitted_at=now)
        for each in enterprises
    )
    results = []
    for number, assessment in enumerate(assessments):
        answers = read_answers(release, typical(number))
        results.append(make_result(assessment, scorer.score(answers), answers, now))
    Result.objects.bulk_create(results)


def read_answers(release: Release, raw: Mapping[str, object]) -> dict[str, Answer]:
    asked = scorer_of(release.pk).index.questions
    return {key: read_answer(asked[key], value) for key, value in raw.items()}
