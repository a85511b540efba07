"""Services for one enterprise: judged by the frozen answers, with the recommended actions that each helps."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.fit_page import Helped
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.rounds import round_of
from recommendations.plan.services.helped import helped_by_category
from tests.catalogue.samples import catalogue, named, offering, provider
from tests.rules.samples import both

Make = Callable[..., Opened]
# The sample playbook's action A points to the category "c".
CATEGORIES = [
    {"key": "c", "title": both("Help"), "description": both("People who help.")},
    {"key": "tools", "title": both("Tools"), "description": both("Things that help.")},
]
KINDS = [{"key": kind, "title": both(kind)} for kind in ("service", "product", "case")]


def load(*offerings: dict[str, Any], is_sample: bool = False) -> None:
    given = [one if one["category"] == "tools" else one | {"category": "c"} for one in offerings]
    document = catalogue(provider("p", *given), kinds=KINDS, categories=CATEGORIES, sample=is_sample)
    load_catalogue(files=[named(document)])


@pytest.fixture
def door(client: Client, opened: Opened) -> Client:
    client.cookies[COOKIE_NAME] = opened.token
    return client


def page_of(door: Client, assessment: Assessment, query: str = "") -> Any:
    return door.get(f"/a/{assessment.public_id}/services/?{query}", headers={"accept-language": "en"})


def test_services_name_the_recommended_actions_that_they_help(door: Client, submitted: Assessment) -> None:
    load(offering("other", category="tools", verified_on="2026-11-20"), offering("helps"))
    page = page_of(door, submitted).context["page"]
    shown = [(each.card.key, [(action.key, action.title) for action in each.helps]) for each in page.cards]
    assert shown == [("helps", [("A", "Do A")]), ("other", [])]
    html = page_of(door, submitted).content.decode()
    assert "<b>Helps with:</b> Do A</p>" in html
    assert "Nobody can buy a place in this order." in html


def test_sample_can_be_asked_for_the_action_it_helps(door: Client, submitted: Assessment) -> None:
    load(offering("helps"), offering("none", suspended=True), is_sample=True)
    html = page_of(door, submitted).content.decode()
    assert f'href="/a/{submitted.public_id}/services/contact/p/helps/?action=A"' in html
    load(offering("helps"))
    assert "/services/contact/" not in page_of(door, submitted).content.decode()


def test_what_does_not_fit_is_counted_and_shown_only_if_asked_for(door: Client, submitted: Assessment) -> None:
    no = {"eligible_if": {"fact": "profile.staff", "op": "gt", "value": 100000}}
    load(offering("yes"), offering("no", **no))
    page = page_of(door, submitted).context["page"]
    assert [each.card.key for each in page.cards] == ["yes"]
    assert {chip.title: chip.count for chip in page.fits} == {"fits": 1, "may fit": 0, "does not fit": 1}
    shown = page_of(door, submitted, "fit=no").context["page"]
    assert [(each.card.key, each.fit, each.can_be_asked) for each in shown.cards] == [("no", "does not fit", False)]
    assert shown.cards[0].reason.startswith("Not open to you: ")


def test_unknown_answer_is_named_and_left_out(door: Client, submitted: Assessment) -> None:
    load(offering("yes"))
    response = page_of(door, submitted, "fit=perhaps")
    assert len(response.context["page"].cards) == 1
    assert "“perhaps” is not known here; this filter was left out." in response.content.decode()


def test_result_without_advice_has_services_without_actions(client: Client, answered_assessment: Make) -> None:
    opened = answered_assessment()
    submit_and_advise(assessment=opened.assessment)
    client.cookies[COOKIE_NAME] = opened.token
    load(offering("a"))
    page = page_of(client, opened.assessment).context["page"]
    assert [(each.card.key, each.helps) for each in page.cards] == [("a", ())]


def test_before_submission_it_leads_to_the_check_page(client: Client, answered_assessment: Make) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    response = page_of(client, opened.assessment)
    assert (response.status_code, response.url) == (302, f"/a/{opened.assessment.public_id}/check/")


def test_stranger_finds_nothing(client: Client, submitted: Assessment) -> None:
    assert page_of(client, submitted).status_code == 404


def test_page_asks_as_often_for_one_offering_as_for_fifty(
    door: Client, submitted: Assessment, django_assert_num_queries: Any
) -> None:
    for count in (1, 3, 50):
        load(*(offering(f"o{number}") for number in range(count)))
        page_of(door, submitted)
        with django_assert_num_queries(9):
            page_of(door, submitted)


def test_actions_stand_by_category_the_most_pressing_first(submitted: Assessment) -> None:
    current = round_of(submitted)
    assert current is not None
    assert helped_by_category(current, "zh-hans") == {"c": (Helped("A", "〔Do A〕"),)}
