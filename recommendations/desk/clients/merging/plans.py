"""Two plans made one: every item of both stays, with what was promised and who does it."""

from assessment.accounts.models import Enterprise
from recommendations.plan.models import Plan

FRAME = ("budget", "days_per_quarter", "begins_on")
REMINDERS = ("reminder_email", "reminder_asked_at", "reminder_confirmed_at", "reminder_token_hash")


def merge_plans(a: Enterprise, b: Enterprise) -> int:
    """This function will move the plan of `b`, if it has one, to `a`, and return how many items moved.

    What `a` has decided of budget and reminders stays; what it lacks it takes from `b`. In the caller's transaction.
    """
    plans = {plan.enterprise_id: plan for plan in Plan.objects.select_for_update().filter(enterprise__in=[a, b])}
    kept, moved = plans.get(a.pk), plans.get(b.pk)
    if moved is None:
        return 0
    count = moved.items.count()
    if kept is None:
        Plan.objects.filter(pk=moved.pk).update(enterprise=a)
        return count
    moved.items.update(plan=kept)
    fields = [name for name in FRAME if getattr(kept, name) is None]
    fields += REMINDERS if not kept.reminder_email else ()
    taken = {name: getattr(moved, name) for name in fields}
    moved.delete()  # first: a key to reminders opens one plan
    Plan.objects.filter(pk=kept.pk).update(**taken)
    return count
