"""Reminders by mail: asked for, confirmed by whoever reads the address, sent, and stopped with one press."""

from datetime import date, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from assessment.audit.actions import record_event
from assessment.mail.actions import post_letter
from assessment.mail.models import Letter
from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.planning import OPEN, NotSubmitted, locked_plan
from recommendations.plan.reminder_keys import reminder_key
from recommendations.plan.reminder_letters import confirmation_letter, reminder_letter
from recommendations.plan.rounds import round_of

PAUSE = timedelta(minutes=10)
DAY = timedelta(days=1)
MOST_A_DAY = 3  # to one address, whoever asks: it may be a stranger’s
TIME_TO_CONFIRM = timedelta(days=7)
AHEAD = timedelta(days=14)
WEEK = timedelta(days=7)


class Event(StrEnum):
    ASKED = "plan.reminders_asked"
    CONFIRMED = "plan.reminders_confirmed"
    STOPPED = "plan.reminders_stopped"


class AskedTooOften(Exception):
    """A letter went to this address, or for this plan, only just now, or too many went today."""


class NothingToConfirm(Exception):
    """They were stopped, or nobody confirmed them in time."""


@transaction.atomic
def ask_for_reminders(*, assessment: Assessment, email: str, language: str) -> Plan:
    """This function will send a letter to `email` that asks whether reminders about the plan are wanted there.

    Until then none are sent, not to an address before it either. What is confirmed for this very address stays so.
    Raises NotSubmitted, or AskedTooOften.
    """
    if round_of(assessment) is None:
        raise NotSubmitted
    plan = locked_plan(assessment, language)
    if plan.reminder_confirmed_at is not None and plan.reminder_email == email:
        return plan
    _refuse_floods(plan, email)
    plan.reminder_email, plan.reminder_asked_at, plan.reminder_confirmed_at = email, timezone.now(), None
    plan.language = language
    key = reminder_key(plan)
    plan.reminder_token_hash = hash_token(key)
    plan.save()
    subject, body = confirmation_letter(language, key)
    post_letter(to=email, subject=subject, body=body)
    _record(Event.ASKED, plan)
    return plan


def _refuse_floods(plan: Plan, email: str) -> None:
    """Counted where letters are stored, so that every process counts the same."""
    now = timezone.now()
    if plan.reminder_asked_at is not None and plan.reminder_asked_at > now - PAUSE:
        raise AskedTooOften
    if Letter.objects.filter(to__iexact=email, created_at__gt=now - DAY).count() >= MOST_A_DAY:
        raise AskedTooOften


@transaction.atomic
def confirm_reminders(*, plan: Plan) -> None:
    """This function will begin the reminders; once, however often it is asked. Raises NothingToConfirm."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.reminder_confirmed_at is not None:
        return
    if not is_waiting(locked) or locked.reminder_token_hash != plan.reminder_token_hash:
        raise NothingToConfirm
    Plan.objects.filter(pk=locked.pk).update(reminder_confirmed_at=timezone.now())
    _record(Event.CONFIRMED, locked)


@transaction.atomic
def stop_reminders(*, plan: Plan) -> None:
    """This function will end the reminders and forget the address; once, however often it is asked."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if not locked.reminder_email or locked.reminder_token_hash != plan.reminder_token_hash:
        return
    Plan.objects.filter(pk=locked.pk).update(reminder_email="", reminder_confirmed_at=None)
    _record(Event.STOPPED, locked)


def is_waiting(plan: Plan) -> bool:
    """This function will say whether the address can still be confirmed."""
    asked = plan.reminder_asked_at
    is_open = bool(plan.reminder_email) and plan.reminder_confirmed_at is None
    return is_open and asked is not None and asked > timezone.now() - TIME_TO_CONFIRM


def send_reminders(*, on: date) -> int:
    """This function will post one letter for each plan in which something needs a reminder on a day, and count them.

    Asked again on the same day it finds nothing left to do. Addresses that nobody confirmed in time are forgotten.
    """
    _forget_unconfirmed()
    waiting = _due_items(on).values_list("plan_id", flat=True).order_by("plan_id").distinct()
    return sum(_remind(plan_id, on) for plan_id in list(waiting))


def _due_items(on: date) -> QuerySet[PlanItem]:
    confirmed = PlanItem.objects.filter(plan__reminder_confirmed_at__isnull=False)
    return confirmed.filter(status__in=OPEN, due_on__lte=on + AHEAD)


@transaction.atomic
def _remind(plan_id: int, on: date) -> bool:
    """The plan is locked: of two processes, the second finds that the first has reminded."""
    plan = Plan.objects.select_for_update().get(pk=plan_id)
    items = list(_due_items(on).filter(plan=plan).order_by("due_on", "pk"))
    if not any(needs_reminder(item.due_on, item.reminded_on, on) for item in items if item.due_on):
        return False
    key = reminder_key(plan)
    if plan.reminder_token_hash != hash_token(key):  # the installation has a new secret: older letters' keys are void
        Plan.objects.filter(pk=plan.pk).update(reminder_token_hash=hash_token(key))
    subject, body = reminder_letter(plan, items, _latest(plan), key, on)
    post_letter(to=plan.reminder_email, subject=subject, body=body)
    PlanItem.objects.filter(pk__in=[item.pk for item in items]).update(reminded_on=on)
    return True


def needs_reminder(due_on: date, reminded_on: date | None, on: date) -> bool:
    """This function will say whether an open item is to be brought to mind on a day.

    Once when it is due within two weeks, once when it has become overdue, and then every week.
    """
    if due_on > on + AHEAD or (reminded_on is not None and reminded_on >= on):
        return False
    if due_on >= on:
        return reminded_on is None or reminded_on < due_on - AHEAD
    return reminded_on is None or reminded_on <= due_on or reminded_on <= on - WEEK


def _latest(plan: Plan) -> Assessment:
    submitted = Assessment.objects.filter(enterprise=plan.enterprise_id, submitted_at__isnull=False)
    return submitted.order_by("-submitted_at", "-pk")[0]


def _forget_unconfirmed() -> None:
    late = Plan.objects.filter(
        reminder_confirmed_at__isnull=True, reminder_asked_at__lt=timezone.now() - TIME_TO_CONFIRM
    )
    late.exclude(reminder_email="").update(reminder_email="", reminder_token_hash="")


def _record(event: Event, plan: Plan) -> None:
    record_event(event=event, object_type="plan", object_id=plan.public_id, enterprise_id=plan.enterprise_id)
