"""The page that shows how questions behave: waiting, shown, filtered, and only to staff."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Release
from tests.desk.studied import KEYS, SLUG, answer_and_submit, release_studied, submit_many, typical

ADDRESS = f"/desk/banks/{SLUG}/items/"


@pytest.fixture
def release(db: None) -> Release:
    return release_studied()


@pytest.fixture
def staff(client: Client, desk_keeper: User) -> Client:
    client.force_login(desk_keeper)
    return client


def words(client: Client, query: str = "", **headers: str) -> str:
    return " ".join(client.get(ADDRESS + query, headers=headers).content.decode().split())


def row_of(page: str, key: str) -> list[str]:
    """The cells of a question's row, without its own heading."""
    row = re.search(rf'<tr><th scope="row"><span class="tag">{key}</span>.*?</tr>', page)
    assert row is not None
    return [re.sub("<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row.group())]


def node_row(page: str, title: str) -> list[str]:
    row = re.search(rf'<tr><th scope="row">{title}</th>.*?</tr>', page)
    assert row is not None
    return re.findall(r"<td[^>]*>(.*?)</td>", row.group())


@pytest.mark.parametrize("role", ["anonymous", "stranger", "staff"])
def test_only_staff_find_the_page(
    role: str, client: Client, release: Release, stranger: User, desk_keeper: User
) -> None:
    if role != "anonymous":
        client.force_login({"stranger": stranger, "staff": desk_keeper}[role])
    assert client.get(ADDRESS).status_code == (200 if role == "staff" else 404)


@pytest.mark.parametrize(
    ("count", "heading", "needed"),
    [
        (0, "0 enterprises so far", "30 more are needed"),
        (1, "1 enterprise so far", "29 more are needed"),
        (29, "29 enterprises so far", "1 more is needed"),
    ],
)
def test_below_thirty_the_page_waits(count: int, heading: str, needed: str, release: Release, staff: Client) -> None:
    submit_many(release, count)
    page = words(staff)
    assert f"<h2>{heading}</h2>" in page
    assert f'<progress max="30" value="{count}"' in page
    assert f'<p class="desk-after">{needed}: below 30 enterprises' in page
    assert "<table" not in page


def test_from_thirty_on_the_page_shows_every_question(release: Release, staff: Client) -> None:
    submit_many(release, 30)
    page = words(staff)
    shown = re.findall(r'<th scope="row"><span class="tag">(\w+)</span>', page)
    assert shown == ["FLOOR", "NOBODY_KNOWS", "ALONE", "A1", "A2", "A3", "A4", "A5", "A6", "REVERSED"]
    floor = ["30", "100 %", "0.00", "0.00", "100 %", "0 %", "0 %", "–"]
    assert row_of(page, "FLOOR")[:8] == floor
    assert row_of(page, "FLOOR")[9] == "everybody answers the samenearly everybody earns nothing"
    assert row_of(page, "NOBODY_KNOWS") == [
        "0",
        "0 %",
        "–",
        "–",
        "–",
        "–",
        "100 %",
        "–",
        "–",
        "many do not knowfewer than 30 answers so far",
    ]
    against = "runs against the others: reverse-coded or not measuring the same thing"
    assert (row_of(page, "REVERSED")[7], row_of(page, "REVERSED")[9]) == ("−1.00", against)
    assert row_of(page, "A1")[9] == "–"
    assert node_row(page, "Node first")[:3] == ["7", "30", "0.71"]
    assert node_row(page, "Node all")[:2] == ["9 / 10", "30"]
    assert "Node second" not in re.findall(r'<th scope="row">(Node \w+)</th>', page)


def test_page_says_what_the_figures_cannot_tell_in_both_languages(release: Release, staff: Client) -> None:
    english, chinese = words(staff), words(staff, **{"accept-language": "zh-hans"})
    assert "Alpha is no proof that questions measure one thing" in english
    assert "α 系数不能证明这些题目测的是同一件事" in chinese
    assert '<p class="lead">被研究的题库 · 1.x</p>' in chinese


def test_every_word_around_the_figures_is_chinese(release: Release, staff: Client) -> None:
    submit_many(release, 30)
    main = (
        words(staff, **{"accept-language": "zh-hans"})
        .partition("<main id=")[2]
        .partition(">")[2]
        .partition("</main>")[0]
    )
    latin = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]+>", " ", main)))
    assert latin - {*re.findall("[A-Z]+", " ".join(KEYS)), "first", "all"} == set()


def test_flagged_are_left_out_on_request_and_the_page_says_how_many(release: Release, staff: Client) -> None:
    submit_many(release, 30)
    answer_and_submit(release, dict.fromkeys(KEYS, "full"))
    assert "left out" not in words(staff).replace("Leave out", "").replace("is left out.</li>", "")
    page = words(staff, "?without_flagged=on")
    assert "<p>30 enterprises." in page
    assert "1 flagged submission is left out." in page
    assert re.search(r'<input[^>]*name="without_flagged"[^>]*checked', page) is not None


def test_pairwise_uses_the_respondents_that_listwise_loses(release: Release, staff: Client) -> None:
    submit_many(release, 29)
    for number in range(6):
        answer_and_submit(release, typical(number) | {f"A{1 + number % 2}": "unknown"})
    listwise, pairwise = words(staff), words(staff, "?missing=pairwise")
    assert node_row(listwise, "Node first")[1:4] == ["29", "–", "–"]
    assert node_row(listwise, "Node first")[4] == "29"
    assert (row_of(listwise, "A3")[7], row_of(pairwise, "A3")[7]) == ("–", "–")
    assert "Complete answers only (listwise): 29 enterprises: too few for figures of the questions together" in listwise
    for number in range(2):
        answer_and_submit(release, typical(number) | {"A1": "unknown"})
        answer_and_submit(release, typical(number) | {"A2": "unknown"})
    answer_and_submit(release, typical(4))
    assert node_row(words(staff), "Node first")[1:3] == ["30", "0.71"]
    assert row_of(words(staff, "?missing=pairwise"), "A3")[7] == "0.79"


def test_older_major_version_can_be_looked_at(release: Release, staff: Client) -> None:
    submit_many(release, 2)
    release_studied(major=2)
    newest, older = words(staff), words(staff, "?major=1")
    assert ("0 enterprises so far" in newest, "2 enterprises so far" in older) == (True, True)
    assert re.findall(r'<option value="(\d)"', newest)[:2] == ["2", "1"]
    assert "· 1.x</p>" in older


@pytest.mark.parametrize("query", ["?major=7", "?major=x", "?missing=guess"])
def test_wishes_that_cannot_be_met_are_not_found(query: str, release: Release, staff: Client) -> None:
    assert staff.get(ADDRESS + query).status_code == 404


def test_unknown_bank_is_not_found(release: Release, staff: Client) -> None:
    assert staff.get("/desk/banks/nobodys/items/").status_code == 404


def test_page_names_no_enterprise(release: Release, staff: Client) -> None:
    submit_many(release, 30)
    assert "Secret Gears" not in words(staff)


@pytest.mark.parametrize("count", [1, 3, 31])
def test_page_asks_as_much_for_many_results_as_for_one(
    count: int, release: Release, staff: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    submit_many(release, count)
    staff.get(ADDRESS)  # the released document is parsed once per process
    with django_assert_num_queries(6):  # session, user, release, majors, own answers beside verified ones, results
        staff.get(ADDRESS)
    with django_assert_num_queries(8):  # and when they were started and answered
        staff.get(ADDRESS + "?without_flagged=on")
