"""Submitted rounds of the sample enterprise, one after the other, and items of its plan."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import time_machine
from django.utils import timezone

from assessment.responses.actions import Opened
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment
from assessment.responses.next_round import start_next_round
from assessment.responses.queries import page_answers
from assessment.responses.tokens import LIFETIME
from assessment.scoring.answers import Answer, AnswerState, Value
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.models import ItemStatus, Plan, PlanItem

BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
BETWEEN = timedelta(days=60)


def answered(value: Value) -> Answer:
    return Answer(AnswerState.ANSWERED, value)


def day_of(number: int) -> datetime:
    return BEGUN + (number - 1) * BETWEEN


def submit_as(opened: Opened, number: int) -> Assessment:
    """This function will submit an assessment as the round of that number, on its day; its key opens it today."""
    with time_machine.travel(day_of(number), tick=False):
        submit_and_advise(assessment=opened.assessment, others_stand=True)
    opened.assessment.refresh_from_db()
    opened.assessment.tokens.update(expires_at=timezone.now() + LIFETIME)
    return opened.assessment


def follow(before: Assessment, number: int, **answers: Answer | None) -> Opened:
    """This function will start and submit the next round with these answers changed."""
    with time_machine.travel(day_of(number), tick=False):
        opened = start_next_round(assessment=before, scope=Scope.FULL, language="en")
        versions = page_answers(opened.assessment.pk).versions
        changes = [Change(key, answer, versions.get(key, 0)) for key, answer in answers.items()]
        save_section(assessment=opened.assessment, changes=changes)
    submit_as(opened, number)
    return opened


def plan_item(assessment: Assessment, created_at: datetime, **fields: Any) -> PlanItem:
    """This function will put an item into the plan: planned, its advice that of the assessment, unless said otherwise."""
    plan, _made = Plan.objects.get_or_create(enterprise=assessment.enterprise)
    given = {"title": {"en": "Do it", "zh-hans": "做"}, "status": ItemStatus.PLANNED} | fields
    if given["status"] == ItemStatus.DONE:
        given.setdefault("done_on", date(2026, 4, 1))
    with time_machine.travel(created_at, tick=False):
        return PlanItem.objects.create(plan=plan, **given)


def promise(effect: str, *questions: str, **effects: str) -> dict[str, Any]:
    return {"effect": effect, "effects": effects, "changes": list(questions)}
