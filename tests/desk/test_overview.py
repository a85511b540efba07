"""The overview: right counts, nobody's name, and the same few queries however much was submitted."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Release
from recommendations.desk.queries import Counts, assessment_counts, distribution, recent_submissions

Submit = Callable[[str], object]
MIXED = ["metal_workshop", "metal_workshop", "all_lowest", "all_highest", "stopped_after_equipment"]


@pytest.mark.parametrize("role", ["anonymous", "stranger", "staff"])
def test_only_staff_find_the_page(role: str, client: Client, released: Release, stranger: User, editor: User) -> None:
    if role != "anonymous":
        client.force_login({"stranger": stranger, "staff": editor}[role])
    assert client.get("/desk/").status_code == (200 if role == "staff" else 404)


def test_counts_tell_submitted_from_open(submit: Submit) -> None:
    submit("metal_workshop")
    submit("all_lowest")
    assert assessment_counts() == Counts(started=2, submitted=2, open=0)


def test_distribution_counts_levels_overall_and_for_each_barrier(submit: Submit) -> None:
    for key in MIXED:
        submit(key)
    found = distribution("en")
    assert found is not None
    assert (found.version, found.result_count) == ("1.x", 5)
    assert [title for _key, title in found.barriers] == [
        "Equipment and networks",
        "R&D and production",
        "Cost and funding",
        "Talent and organisation",
    ]
    # The workshop twice: 33.3, 26.1, 41.7, 33.8; stopped after equipment: 33.3, the rest without enough answers
    assert [(line.level, line.overall, line.barriers) for line in found.lines] == [
        ("Not started", 1, (1, 1, 1, 1)),
        ("Initial", 2, (3, 2, 0, 2)),
        ("Standardised", 0, (0, 0, 2, 0)),
        ("Integrated", 0, (0, 0, 0, 0)),
        ("Collaborative", 1, (1, 1, 1, 1)),
    ]
    assert found.without_level is not None
    assert (found.without_level.overall, found.without_level.barriers) == (1, (0, 1, 1, 1))


def test_few_results_have_no_distribution(submit: Submit) -> None:
    for key in MIXED[:4]:
        submit(key)
    found = distribution("en")
    assert found is not None
    assert (found.result_count, found.lines, found.without_level) == (4, (), None)


@pytest.mark.django_db
def test_without_a_release_there_is_no_distribution() -> None:
    assert distribution("en") is None


def test_latest_submission_comes_first_with_level_and_score(submit: Submit) -> None:
    submit("metal_workshop")
    submit("stopped_after_equipment")
    rows = [(row.level, row.score, row.scope, row.version) for row in recent_submissions("en")]
    assert rows == [("–", "–", "Full diagnosis", "1.0"), ("Initial", "33.7", "Full diagnosis", "1.0")]


def test_only_the_latest_twenty_are_listed(submit: Submit) -> None:
    for _number in range(21):
        submit("all_lowest")
    assert len(recent_submissions("en")) == 20


def test_page_names_no_enterprise(client: Client, submit: Submit, editor: User) -> None:
    submit("metal_workshop")
    client.force_login(editor)
    page = client.get("/desk/", headers={"accept-language": "zh-hans"}).content.decode()
    assert "Secret Gears" not in page
    assert re.findall(r"<td>(初始级|简体中文)</td>", page) == ["初始级", "简体中文"]


@pytest.mark.parametrize("count", [1, 3, 7])
def test_page_asks_as_much_for_many_results_as_for_one(
    count: int, client: Client, submit: Submit, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        submit("metal_workshop")
    client.force_login(editor)
    client.get("/desk/")  # the released document is parsed once per process
    with django_assert_num_queries(6):  # session, user, counts, release, distribution, submissions
        client.get("/desk/")
