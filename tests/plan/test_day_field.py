"""Days of a plan: what is out of reach is said at the field, and nothing else that was entered is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.day_field import DayField
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.plan_forms import ItemForm, OwnItemForm
from tests.plan.roadmaps import submitted_with_roadmap

OUT_OF_REACH = "Enter a day between 2000-01-01 and 2100-12-31."
UNREADABLE = "Enter the day as year, month and day, such as 2027-03-31."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1999-12-31", OUT_OF_REACH),
        ("0001-01-01", OUT_OF_REACH),
        ("9999-12-31", OUT_OF_REACH),
        ("2101-01-01", OUT_OF_REACH),
        ("soon", UNREADABLE),
        ("2027-02-30", UNREADABLE),
    ],
)
def test_day_out_of_reach_is_refused(written: str, said: str) -> None:
    with override("en"), pytest.raises(ValidationError) as refused:
        DayField(label="Due").clean(written)
    assert refused.value.messages == [said]


@pytest.mark.parametrize("written", ["2000-01-01", "2100-12-31", "2027/3/1", ""])
def test_day_within_reach_or_none_is_taken(written: str) -> None:
    given = DayField(label="Due").clean(written)
    assert ("" if given is None else given.isoformat()) == ("2027-03-01" if "/" in written else written)


def test_forms_of_items_ask_for_such_days() -> None:
    assert isinstance(OwnItemForm.base_fields["due_on"], DayField)
    assert isinstance(ItemForm.base_fields["due_on"], DayField)


@pytest.mark.parametrize(("written", "said"), [("9999-12-31", OUT_OF_REACH), ("soon", UNREADABLE)])
def test_roadmap_that_cannot_begin_then_is_shown_again_with_all_that_was_entered(
    db: None, client: Client, written: str, said: str
) -> None:
    opened = submitted_with_roadmap()
    client.cookies[COOKIE_NAME] = opened.token
    address = reverse("plan:roadmap-take-up", args=[opened.assessment.public_id])
    reply = client.post(address, {"budget": "12345", "days": "17", "begins_on": written})
    page = reply.content.decode()
    assert (reply.status_code, said in page, f'value="{written}"' in page) == (422, True, True)
    assert (reply.context["wanted"].budget, reply.context["wanted"].days) == (12345, 17)
    assert (PlanItem.objects.count(), Plan.objects.count()) == (0, 0)
