"""The overview: right counts, nobody's name, and the same few queries however much was submitted."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Release
from assessment.responses.actions import revise_assessment
from assessment.responses.models import Assessment
from assessment.responses.start_page import DEFAULT_BANK
from assessment.responses.submitting import submit_assessment
from recommendations.desk.levels import LevelTable, Line, distribution
from recommendations.desk.queries import Counts, assessment_counts, recent_submissions
from tests.desk.studied import KEYS, SLUG, answer_and_submit, node, release_studied, submit_many, typical
from tests.responses.banks import text

Submit = Callable[[str], object]
MIXED = ["metal_workshop", "metal_workshop", "all_lowest", "all_highest", "stopped_after_equipment"]


@pytest.mark.parametrize("role", ["anonymous", "stranger", "staff"])
def test_only_staff_find_the_page(
    role: str, client: Client, released: Release, stranger: User, desk_keeper: User
) -> None:
    if role != "anonymous":
        client.force_login({"stranger": stranger, "staff": desk_keeper}[role])
    assert client.get("/desk/").status_code == (200 if role == "staff" else 404)


def test_counts_tell_submitted_from_open(submit: Submit) -> None:
    submit("metal_workshop")
    submit("all_lowest")
    assert assessment_counts(DEFAULT_BANK) == Counts(started=2, submitted=2, open=0)


def test_distribution_counts_levels_overall_and_for_each_barrier(submit: Submit) -> None:
    for key in MIXED:
        submit(key)
    found = distribution(DEFAULT_BANK, "en")
    assert found is not None
    assert (found.version, found.result_count) == ("1.x", 5)
    # The workshop twice: 33.3, 26.1, 41.7, 33.8; stopped after equipment: 33.3, the rest without enough answers
    barriers = ("Equipment and networks", "R&D and production", "Cost and funding", "Talent and organisation")
    lines = (
        Line("Not started", (1, 1, 1, 1, 1)),
        Line("Initial", (2, 3, 2, 0, 2)),
        Line("Standardised", (0, 0, 0, 2, 0)),
        Line("Integrated", (0, 0, 0, 0, 0)),
        Line("Collaborative", (1, 1, 1, 1, 1)),
    )
    assert found.tables == (LevelTable(("", *barriers), lines, (1, 0, 1, 1, 1)),)


def test_few_results_have_no_distribution(submit: Submit) -> None:
    for key in MIXED[:4]:
        submit(key)
    found = distribution(DEFAULT_BANK, "en")
    assert found is not None
    assert (found.result_count, found.has_levels, found.tables) == (4, True, ())


@pytest.mark.django_db
def test_without_a_release_there_is_no_distribution() -> None:
    assert distribution(DEFAULT_BANK, "en") is None


def test_latest_submission_comes_first_with_level_and_score(submit: Submit) -> None:
    submit("metal_workshop")
    submit("stopped_after_equipment")
    rows = [(row.level, row.score, row.scope, row.version) for row in recent_submissions(DEFAULT_BANK, "en")]
    assert rows == [("–", "–", "Full diagnosis", "1.0"), ("Initial", "33.7", "Full diagnosis", "1.0")]


def test_only_the_latest_twenty_are_listed(submit: Submit) -> None:
    for _number in range(21):
        submit("all_lowest")
    assert len(recent_submissions(DEFAULT_BANK, "en")) == 20


def test_page_names_no_enterprise(client: Client, submit: Submit, desk_keeper: User) -> None:
    submit("metal_workshop")
    client.force_login(desk_keeper)
    page = client.get("/desk/", headers={"accept-language": "zh-hans"}).content.decode()
    assert "Secret Gears" not in page
    assert re.findall(r"<td[^>]*>(初始级|简体中文)</td>", page) == ["初始级", "简体中文"]


@pytest.mark.parametrize("count", [1, 3, 7])
def test_page_asks_as_much_for_many_results_as_for_one(
    count: int, client: Client, submit: Submit, desk_keeper: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        submit("metal_workshop")
    client.force_login(desk_keeper)
    client.get("/desk/")  # the released document is parsed once per process
    # session, user, banks, counts, release, distribution, submissions, when they were started and answered
    with django_assert_num_queries(9):
        client.get("/desk/")


LADDER = {
    "key": "own",
    "levels": [{"key": "low", "title": text("Low"), "lower": 0}, {"key": "up", "title": text("Up"), "lower": 1}],
}
LEVELS = [{"key": "all_levels", "title": text("Any"), "lower": 0}]


def tree(**fields: object) -> dict[str, object]:
    children = [node("first", *KEYS[:4], ladder="own", scale=2), node("second", *KEYS[4:])]
    return node("all", children=children, **fields)


def page_of(client: Client, address: str = "/desk/") -> str:
    return " ".join(client.get(address).content.decode().split())


@pytest.mark.django_db
def test_node_with_a_ladder_of_its_own_has_a_table_of_its_own() -> None:
    release = release_studied(tree=tree(), ladders=[LADDER], levels=LEVELS)
    for step in ("none", "none", "full", "full", "full"):
        answer_and_submit(release, dict.fromkeys(KEYS, step))
    found = distribution(SLUG, "en")
    assert found is not None
    assert found.tables == (
        LevelTable(("", "Node second"), (Line("Any", (5, 5)),), (0, 0)),
        LevelTable(("Node first",), (Line("Low", (2,)), Line("Up", (3,))), (0,)),
    )


@pytest.mark.django_db
def test_bank_without_overall_score_shows_the_levels_of_its_parts(client: Client, desk_keeper: User) -> None:
    release = release_studied(tree=tree(aggregate="none"), ladders=[LADDER], levels=LEVELS)
    for _number in range(5):
        answer_and_submit(release, dict.fromkeys(KEYS, "full"))
    found = distribution(SLUG, "en")
    assert found is not None
    assert [table.columns for table in found.tables] == [("Node first",), ("Node second",)]
    assert [(row.level, row.score) for row in recent_submissions(SLUG, "en")] == [("–", "–")] * 5
    client.force_login(desk_keeper)
    assert "Node first" in page_of(client)


@pytest.mark.django_db
def test_bank_without_levels_says_so(client: Client, desk_keeper: User) -> None:
    submit_many(release_studied(), 5)
    client.force_login(desk_keeper)
    found = distribution(SLUG, "en")
    assert found is not None
    assert (found.has_levels, found.tables) == (False, ())
    assert "<p>This bank names no levels.</p>" in page_of(client)


@pytest.mark.django_db
def test_scores_are_shown_on_the_scale_of_the_bank() -> None:
    release = release_studied(
        tree=node("all", *KEYS, scale=5), display={"decimals": 2, "rounding": "truncate"}, levels=LEVELS
    )
    answer_and_submit(release, dict.fromkeys(KEYS, "high") | {"A1": "none"})
    (row,) = recent_submissions(SLUG, "en")
    assert (row.level, row.score) == ("Any", "3.37")  # 9 of 10 questions with 0.75: 0.675 · 5 = 3.375, cut off


def test_banks_are_chosen_on_the_page(client: Client, submit: Submit, desk_keeper: User) -> None:
    submit("metal_workshop")
    answer_and_submit(release_studied(), typical(0))
    client.force_login(desk_keeper)
    first, second = page_of(client), page_of(client, f"/desk/?bank={SLUG}")
    chosen = re.compile(r'<a class="tag" href="([^"]+)" aria-current="page">')
    assert (chosen.findall(first), chosen.findall(second)) == (["/desk/?bank=four-barriers"], [f"/desk/?bank={SLUG}"])
    assert ("33.7" in first, "33.7" in second) == (True, False)
    assert f'href="/desk/banks/{SLUG}/items/"' in second


def test_one_bank_alone_needs_no_choice(client: Client, submit: Submit, desk_keeper: User) -> None:
    submit("metal_workshop")
    client.force_login(desk_keeper)
    assert "desk-banks" not in page_of(client)


@pytest.mark.django_db
def test_other_bank_is_shown_where_the_one_in_use_has_no_release(client: Client, desk_keeper: User) -> None:
    release_studied()
    client.force_login(desk_keeper)
    assert "<h2>Studied bank</h2>" in page_of(client)


@pytest.mark.django_db
def test_without_any_bank_the_page_says_so(client: Client, desk_keeper: User) -> None:
    client.force_login(desk_keeper)
    assert "No question bank has been released yet." in page_of(client)
    assert client.get("/desk/?bank=none").status_code == 404


def test_unknown_bank_is_not_found(client: Client, released: Release, desk_keeper: User) -> None:
    client.force_login(desk_keeper)
    assert client.get("/desk/?bank=nobodys").status_code == 404


@pytest.mark.django_db
def test_flags_stand_beside_the_submission_and_change_no_score() -> None:
    release = release_studied()
    answer_and_submit(release, dict.fromkeys(KEYS, "high"))
    answer_and_submit(release, typical(2) | {"A1": "none", "A2": "full"}, seconds=0.5)
    hasty, alike = recent_submissions(SLUG, "en")
    assert alike.flags == ("10 of 10 answers stand at the same place of their scale.",)
    assert hasty.flags == (
        "Half of the answers took at most 0.5 s each; only reading the question takes about 1.6 s.",
        "Contradiction: Full without any.",
    )
    assert alike.score == "75.0"


@pytest.mark.django_db
def test_answers_in_a_copy_are_not_called_hasty() -> None:
    result = answer_and_submit(release_studied(), typical(2))
    opened = revise_assessment(assessment=result.assessment)
    submit_assessment(assessment=opened.assessment)
    assert [row.flags for row in recent_submissions(SLUG, "en")] == [(), ()]


@pytest.mark.django_db
def test_counts_are_those_of_one_bank() -> None:
    submit_many(release_studied(), 2)
    answer_and_submit(release_studied(slug="other"), typical(0))
    assert Assessment.objects.count() == 3
    assert assessment_counts(SLUG) == Counts(started=2, submitted=2, open=0)
