"""The letters about a plan, in the language of the plan.

The first one goes to an address that anybody may have typed: it quotes nothing that a visitor has written.
"""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from assessment.mail.addresses import public_address
from assessment.responses.models import Assessment
from assessment.scoring.texts import localise
from recommendations.plan.item_rows import day, is_overdue
from recommendations.plan.models import Plan, PlanItem


def confirmation_letter(language: str, key: str) -> tuple[str, str]:
    """This function will return subject and text of the letter that asks whether reminders are wanted."""
    with override(language):
        lines = [
            gettext("Good day,"),
            "",
            gettext(
                "somebody asked Fourfold to send reminders about a plan to this address. If it was you, please confirm it here within seven days:"
            ),
            _key_address(key),
            "",
            gettext("If it was not you, do nothing: no reminder is sent, and the address is forgotten."),
        ]
        return gettext("Please confirm: reminders about your plan"), _letter(lines)


def reminder_letter(
    plan: Plan, items: Sequence[PlanItem], assessment: Assessment, key: str, on: date
) -> tuple[str, str]:
    """This function will return subject and text of one reminder about all of `items`, overdue ones first."""
    with override(plan.language):
        overdue = [item for item in items if is_overdue(item, on)]
        soon = [item for item in items if not is_overdue(item, on)]
        lines = [gettext("Good day,"), ""]
        lines += _block(gettext("overdue in your plan:"), overdue, plan.language)
        lines += _block(gettext("due within two weeks:"), soon, plan.language)
        lines += [
            gettext("Your plan:"),
            public_address(reverse("plan:plan-show", args=[assessment.public_id])),
            gettext(
                "It opens in the browser in which you answered. In another one, continue with your resume link or code first:"
            ),
            public_address(reverse("responses:resume")),
            "",
            gettext("You asked for these reminders. To stop them:"),
            _key_address(key),
        ]
        said = ngettext("%(count)d step of your plan is due", "%(count)d steps of your plan are due", len(items))
        return said % {"count": len(items)}, _letter(lines)


def _block(title: str, items: Sequence[PlanItem], language: str) -> list[str]:
    return [title, *(_line(item, language) for item in items), ""] if items else []


def _line(item: PlanItem, language: str) -> str:
    details = [day(item.due_on), item.responsible]
    return f"- {localise(item.title, language)} ({gettext(', ').join(part for part in details if part)})"


def _key_address(key: str) -> str:
    return public_address(reverse("plan:reminders", args=[key]))


def _letter(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
