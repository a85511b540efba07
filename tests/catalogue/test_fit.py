"""The search judged for one enterprise, and cases of enterprises like it."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from assessment.scoring.answers import Answer
from assessment.scoring.facts import Lookup
from assessment.scoring.score import Scorer
from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.eligibility import Eligibility, Judge
from recommendations.catalogue.fit import Fitting, find_fitting, order_explained
from recommendations.catalogue.fit_cases import cases_like
from recommendations.catalogue.models import Offering
from recommendations.catalogue.search import Wanted
from tests.catalogue.samples import BASE, catalogue, catalogue_bank, named, offering, provider
from tests.rules.samples import LOW, answered, both

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
PROFILE = answered(has_plant="yes", staff="30", revenue="500", sector="food", region="north")
YES, MAYBE, NO = Eligibility.YES, Eligibility.MAYBE, Eligibility.NO
PLANT = {"fact": "profile.has_plant", "op": "is", "value": "yes"}
KINDS = [{"key": kind, "title": both(kind)} for kind in ("service", "product", "case")]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def load(*offerings: dict[str, Any], **changes: Any) -> None:
    load_catalogue(files=[named(catalogue(provider("p", *offerings), **({"kinds": KINDS} | changes)))])


def lookup_of(answers: dict[str, Answer]) -> Lookup:
    scorer = Scorer(catalogue_bank())
    return scorer.facts(answers, scorecard=scorer.score(answers)).get


def fitting(
    answers: dict[str, Answer],
    shown: Collection[Eligibility] = (YES, MAYBE),
    first: Collection[str] = (),
    bank: str = "sample",
    **wanted: Any,
) -> Fitting:
    lookup = lookup_of(answers)
    return find_fitting(Wanted(**wanted), shown, lookup, first=first, bank=bank, on=TODAY, locale="en")


def keys(found: Fitting) -> list[str]:
    names = dict(Offering.objects.values_list("pk", "key"))
    return [names[pk] for pk in found.found.pks]


CONDITIONS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"sizes": ["small"]}, {"staff": "10"}, "staff"),
    ({"sectors": ["food"]}, {"sector": "metal"}, "sector"),
    ({"regions": ["north"]}, {"region": "south"}, "region"),
    ({"eligible_if": PLANT}, {"has_plant": "no"}, "has_plant"),
]


@pytest.mark.parametrize(("condition", "failing", "missing"), CONDITIONS)
def test_every_condition_has_three_answers(condition: dict[str, Any], failing: dict[str, Any], missing: str) -> None:
    load(offering("a", **condition))
    assert fitting(PROFILE).by_fit == {YES: 1}
    assert fitting(PROFILE | answered(**failing)).by_fit == {NO: 1}
    assert fitting({key: answer for key, answer in PROFILE.items() if key != missing}).by_fit == {MAYBE: 1}


@pytest.mark.parametrize("staff", ["10", "30", None])
@pytest.mark.parametrize("sector", ["food", "metal", None])
@pytest.mark.parametrize("has_plant", ["yes", "no", None])
def test_list_and_judge_agree(staff: str | None, sector: str | None, has_plant: str | None) -> None:
    load(offering("a", sizes=["small"], sectors=["food"], eligible_if=PLANT))
    given = {"staff": staff, "sector": sector, "has_plant": has_plant, "revenue": "500"}
    answers = answered(**{key: value for key, value in given.items() if value is not None})
    row = Offering.objects.with_words().get()
    judged = Judge(catalogue_bank(), lookup_of(answers), "en").judge(row)
    assert fitting(answers).by_fit == {judged.eligibility: 1}


@pytest.mark.parametrize("sectors", [[], ["food"], ["metal"]])
def test_condition_that_the_bank_cannot_answer_is_left_to_the_provider(sectors: list[str]) -> None:
    load(offering("a", sectors=sectors))
    Offering.objects.update(eligible_if={"fact": "profile.gone", "op": "is", "value": "x"})
    row = Offering.objects.with_words().get()
    judged = Judge(catalogue_bank(), lookup_of(PROFILE), "en").judge(row)
    assert (judged.eligibility, fitting(PROFILE).by_fit) == (MAYBE, {MAYBE: 1})


def test_what_does_not_fit_is_hidden_counted_and_can_be_shown() -> None:
    load(offering("yes"), offering("no", sectors=["metal"]), offering("maybe", eligible_if=PLANT))
    without_plant = {key: answer for key, answer in PROFILE.items() if key != "has_plant"}
    assert keys(fitting(without_plant)) == ["yes", "maybe"]
    assert keys(fitting(without_plant, shown=[NO])) == ["no"]
    assert fitting(without_plant, shown=[NO]).by_fit == {YES: 1, MAYBE: 1, NO: 1}


def test_help_for_recommended_actions_comes_first_then_what_fits_then_verification() -> None:
    load(
        offering("other", verified_on="2026-11-20"),
        offering("maybe", category="tools", verified_on="2026-11-20", eligible_if=PLANT),
        offering("old", category="tools", verified_on="2026-01-20"),
        offering("new", category="tools", verified_on="2026-11-01"),
    )
    without_plant = {key: answer for key, answer in PROFILE.items() if key != "has_plant"}
    assert keys(fitting(without_plant, first={"tools"})) == ["new", "old", "maybe", "other"]
    assert order_explained().startswith("Help for your recommended actions comes first.")


def test_filters_are_those_of_the_search() -> None:
    load(offering("a", kind="product"), offering("b", **{"title": both("Board")}), offering("c", category="tools"))
    assert keys(fitting(PROFILE, text="board")) == ["b"]
    assert keys(fitting(PROFILE, kind="product")) == ["a"]
    found = fitting(PROFILE, category="tools")
    assert (keys(found), found.by_fit, found.found.by_category) == (["c"], {YES: 1}, {"help": 2, "tools": 1})


def test_cases_stand_apart_are_counted_and_come_when_they_are_wanted() -> None:
    load(offering("a"), offering("b", kind="case", sectors=["metal"]))
    found = fitting(PROFILE)
    assert (keys(found), found.by_fit, found.found.by_kind) == (["a"], {YES: 1}, {"service": 1, "case": 1})
    wanted = fitting(PROFILE, kind="case")
    assert (keys(wanted), wanted.by_fit) == (["b"], {YES: 1})


def test_offerings_that_ask_about_another_bank_are_not_judged() -> None:
    load(offering("a"))
    assert fitting(PROFILE, bank="other").found.pks == ()


def test_case_is_open_to_those_who_are_different() -> None:
    load(offering("a", kind="case", sectors=["metal"]), offering("b", kind="case", eligible_if=PLANT))
    judge = Judge(catalogue_bank(), lookup_of(PROFILE | answered(has_plant="no")), "en")
    said = [judge.judge(row) for row in Offering.objects.with_words().order_by("key")]
    assert [(each.eligibility, each.reason) for each in said] == [
        (YES, "A case to read, open to everybody."),
        (NO, "Not open to you: Plant is “Yes” (you: “No”)."),
    ]


def like(answers: dict[str, Answer], **options: Any) -> list[tuple[str, tuple[str, ...]]]:
    found = cases_like(lookup_of(answers), bank=catalogue_bank(), on=TODAY, locale="en", **options)
    return [(each.offering.key, each.alike) for each in found]


SECTOR, SIZE, REGION = "same sector: Food", "same size class: Small", "same region: North"


def case(key: str, **changes: Any) -> dict[str, Any]:
    return offering(key, kind="case", category="tools", **changes)


def test_cases_with_more_in_common_come_first_and_say_what() -> None:
    load(
        case("none", sectors=["metal"]),
        case("silent"),
        case("region", regions=["north"]),
        case("size", sizes=["micro", "small"]),
        case("sector", sectors=["food"], regions=["south"]),
        case("two", sizes=["small"], regions=["north"]),
        case("all", sectors=["food"], sizes=["small"], regions=["north"]),
        offering("no-case", sectors=["food"]),
        case("gone", sectors=["food"], suspended=True),
    )
    assert like(PROFILE) == [
        ("all", (SECTOR, SIZE, REGION)),
        ("two", (SIZE, REGION)),
        ("sector", (SECTOR,)),
        ("size", (SIZE,)),
        ("region", (REGION,)),
    ]
    assert [key for key, _alike in like(PROFILE, most=2)] == ["all", "two"]


def test_case_about_the_weakest_barrier_is_alike() -> None:
    load(case("a"), offering("b", kind="case"), categories=BASE["categories"])
    scored = PROFILE | LOW
    ranks = {key: lookup_of(scored)(f"rank.{key}") for key in ("people", "machines")}
    weakest = [key for key, rank in ranks.items() if rank == 1]
    titles = "; ".join({"people": "People", "machines": "Machines"}[key] for key in weakest)
    expected = [("b", (f"about what holds you back most: {titles}",))] if "people" in weakest else []
    assert like(scored) == expected
    other = [BASE["categories"][0], BASE["categories"][1] | {"barriers": weakest}]
    load(case("a"), categories=other)
    assert like(scored) == [("a", (f"about what holds you back most: {titles}",))]


def test_case_that_the_enterprise_may_not_see_is_left_out() -> None:
    load(case("a", sectors=["food"], eligible_if=PLANT))
    assert like(PROFILE) == [("a", (SECTOR,))]
    assert like(PROFILE | answered(has_plant="no")) == []
    without = {key: answer for key, answer in PROFILE.items() if key != "has_plant"}
    assert like(without) == [("a", (SECTOR,))]


def test_enterprise_that_said_nothing_is_like_nobody() -> None:
    load(case("a", sectors=["food"], sizes=["small"], regions=["north"]))
    assert like({}) == []


def test_cases_take_two_queries_however_many_there_are(django_assert_num_queries: Any) -> None:
    for count in (1, 3, 50):
        load(*(case(f"o{number}", sectors=["food"]) for number in range(count)))
        with django_assert_num_queries(2):
            assert len(like(PROFILE)) == min(count, 6)


def test_judging_takes_one_query_however_many_there_are(django_assert_num_queries: Any) -> None:
    for count in (1, 3, 50):
        load(*(offering(f"o{number}", sizes=["small"]) for number in range(count)))
        with django_assert_num_queries(1):
            assert len(fitting(PROFILE).found.pks) == count
