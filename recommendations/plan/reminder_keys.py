"""The key in every letter about reminders: the same in all of them, and kept nowhere."""

from base64 import urlsafe_b64encode

from django.utils.crypto import salted_hmac

from recommendations.plan.models import Plan

SALT = "plan.reminders"


def reminder_key(plan: Plan) -> str:
    """This function will return the key to the reminders of `plan`, as long as they were not asked for anew.

    It is made from the installation's secret, so that the database holds its hash only and later letters hold it too.
    """
    asked = "" if plan.reminder_asked_at is None else str(plan.reminder_asked_at.timestamp())
    made = salted_hmac(SALT, f"{plan.public_id} {asked} {plan.reminder_email}", algorithm="sha256")
    return urlsafe_b64encode(made.digest()).decode().rstrip("=")
