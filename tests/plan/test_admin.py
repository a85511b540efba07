"""The administration finds rules that failed."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.responses.actions import Opened
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.queries import advice_run_of
from recommendations.playbook.models import PlaybookRelease

LIST = "admin:plan_advicerun_changelist"


def test_list_asks_as_often_for_three_runs_as_for_one(
    client: Client,
    administrator: User,
    playbook_release: PlaybookRelease,
    answered_assessment: Callable[..., Opened],
    django_assert_max_num_queries: Any,
) -> None:
    client.force_login(administrator)
    submit_and_advise(assessment=answered_assessment().assessment)
    client.get(reverse(LIST))
    with django_assert_max_num_queries(14) as few:
        client.get(reverse(LIST))
    for _number in range(2):
        submit_and_advise(assessment=answered_assessment().assessment)
    with django_assert_max_num_queries(len(few)):
        page = client.get(reverse(LIST)).content.decode()
    assert page.count("Four Gears Ltd") == 3


def test_runs_with_failed_rules_can_be_found(
    client: Client,
    administrator: User,
    playbook_release: PlaybookRelease,
    answered_assessment: Callable[..., Opened],
) -> None:
    client.force_login(administrator)
    result = submit_and_advise(assessment=answered_assessment().assessment)
    shown = [client.get(reverse(LIST), {"failed": failed}).context["cl"].result_count for failed in ("yes", "no")]
    assert shown == [0, 1]
    run = advice_run_of(result)
    assert run is not None
    page = client.get(reverse("admin:plan_advicerun_change", args=[run.pk])).content.decode()
    assert run.content_hash in page
