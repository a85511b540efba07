"""Help that is recommended against what is on offer: counted once, small counts hidden, the widest gap first."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.responses.actions import revise_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.answers import Answer, AnswerState
from recommendations.catalogue.models import Category, Offering
from recommendations.desk.demand import DemandLine, demand_lines
from recommendations.plan.actions import submit_and_advise
from tests.catalogue.contact.conftest import *  # noqa: F403 (the same content and providers)

ADDRESS = "/desk/demand/"
DAY = date(2026, 11, 2)


@pytest.fixture
def submit(loaded_release: Release, db: None) -> Callable[..., Assessment]:
    """This fixture will return a maker of submitted sample assessments, each of an enterprise of its own."""

    def make(region: str | None = "jiangsu") -> Assessment:
        assessment = answer_sample(loaded_release).assessment
        return submit_in(assessment, region)

    return make


def submit_in(assessment: Assessment, region: str | None) -> Assessment:
    stored = AnswerRow.objects.filter(assessment=assessment, question_key="region").order_by("-version")[0]
    state = AnswerState.ANSWERED if region else AnswerState.UNKNOWN
    save_section(assessment=assessment, changes=[Change("region", Answer(state, region), stored.version)])
    submit_and_advise(assessment=assessment)
    return assessment


@pytest.fixture
def staff(client: Client, desk_keeper: User) -> Client:
    client.force_login(desk_keeper)
    return client


def line_of(category: str, region: str) -> DemandLine | None:
    found = demand_lines(DEFAULT_BANK, "en", DAY)
    return next((line for line in found if (line.category_key, line.region_key) == (category, region)), None)


@pytest.mark.parametrize("role", ["anonymous", "stranger", "staff"])
@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?format=xlsx"])
def test_only_staff_find_the_page(address: str, role: str, client: Client, stranger: User, desk_keeper: User) -> None:
    if role != "anonymous":
        client.force_login({"stranger": stranger, "staff": desk_keeper}[role])
    assert client.get(address).status_code == (200 if role == "staff" else 404)


def test_counts_below_five_are_hidden(submit: Callable[..., Assessment]) -> None:
    for _number in range(4):
        submit()
    line = line_of("equipment_iot", "jiangsu")
    assert line is not None
    assert line.enterprise_count is None
    submit()
    line = line_of("equipment_iot", "jiangsu")
    assert line is not None
    assert (line.category, line.region, line.enterprise_count) == (
        "Equipment retrofit and data acquisition",
        "Jiangsu",
        5,
    )


def test_enterprise_counts_once_with_its_latest_result(submit: Callable[..., Assessment]) -> None:
    for _number in range(4):
        submit()
    moved = submit()
    assert line_of("equipment_iot", "jiangsu").enterprise_count == 5
    submit_in(revise_assessment(assessment=moved).assessment, "zhejiang")
    assert line_of("equipment_iot", "jiangsu").enterprise_count is None
    assert line_of("equipment_iot", "zhejiang").enterprise_count is None


def test_enterprise_without_a_region_is_counted_as_such(submit: Callable[..., Assessment]) -> None:
    submit(None)
    assert line_of("equipment_iot", "").region == ""


def test_offerings_count_where_they_are_offered(
    submit: Callable[..., Assessment], make_offering: Callable[..., Offering]
) -> None:
    submit("jiangsu")
    submit("zhejiang")
    submit(None)
    make_offering("anywhere")
    make_offering("made-up", is_sample=True)
    elsewhere = Category.objects.get(key="erp_finance_office")
    for key, changes in {
        "only-there": {"regions": ["jiangsu", "anhui"]},
        "suspended": {"suspended": True},
        "expired": {"valid_until": date(2026, 11, 1)},
        "elsewhere": {"category": elsewhere},
    }.items():
        Offering.objects.filter(pk=make_offering(key).pk).update(**changes)
    found = {
        region: (line.offering_count, line.sample_count)
        for region in ("jiangsu", "zhejiang", "")
        if (line := line_of("equipment_iot", region))
    }
    assert found == {"jiangsu": (2, 1), "zhejiang": (1, 1), "": (1, 1)}


def test_widest_gap_comes_first_and_small_counts_do_not_tell_their_order(
    submit: Callable[..., Assessment], make_offering: Callable[..., Offering]
) -> None:
    make_offering("anywhere")  # comes with an enterprise in Jiangsu
    for region, count in (("anhui", 4), ("beijing", 1), ("jiangsu", 4), ("zhejiang", 6)):
        for _number in range(count):
            submit(region)
    order = [line for line in demand_lines(DEFAULT_BANK, "en", DAY) if line.category_key == "equipment_iot"]
    assert [line.region_key for line in order] == ["zhejiang", "jiangsu", "anhui", "beijing"]
    whole = demand_lines(DEFAULT_BANK, "en", DAY)
    assert [line.offering_count > 0 for line in whole] == sorted(line.offering_count > 0 for line in whole)


def test_page_shows_the_lines_and_can_be_narrowed(
    staff: Client, submit: Callable[..., Assessment], make_offering: Callable[..., Offering]
) -> None:
    submit()
    make_offering("anywhere")
    page = staff.get(f"{ADDRESS}?category=equipment_iot&region=jiangsu").content.decode()
    assert [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][ >].*?</t[hd]>", page.split("<tbody>")[1])] == [
        "Equipment retrofit and data acquisition",
        "Jiangsu",
        "under 5",
        "1",
        "–",
    ]
    assert "Nothing is recommended here yet." in staff.get(f"{ADDRESS}?region=beijing").content.decode()
    assert (
        "Nothing is recommended here yet." in staff.get(f"{ADDRESS}?category=equipment_iot&unmet=on").content.decode()
    )
    assert staff.get(f"{ADDRESS}?region=atlantis").status_code == 404


def test_file_hides_small_counts_as_well(staff: Client, submit: Callable[..., Assessment]) -> None:
    submit()
    lines = staff.get(f"{ADDRESS}?format=csv&category=equipment_iot").content.decode("utf-8-sig").splitlines()
    assert lines == [
        "Category,Region,Enterprises,Offerings,Sample offerings",
        "Equipment retrofit and data acquisition,Jiangsu,under 5,0,0",
    ]


def test_page_asks_the_same_few_queries_however_many_enterprises(
    staff: Client, submit: Callable[..., Assessment], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    submit()
    staff.get(ADDRESS)  # documents are remembered from here on
    with django_assert_num_queries(8):
        staff.get(ADDRESS)
    submit("zhejiang")
    submit("anhui")
    with django_assert_num_queries(8):
        staff.get(ADDRESS)
