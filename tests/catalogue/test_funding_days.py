"""Support counts only for what begins while its scheme runs, and a line says why it has less than by itself."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils.translation import override

from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_lines import CostLine, begun_on, line_of_action
from recommendations.catalogue.funding_queries import schemes_for
from tests.catalogue.funding_samples import load_schemes, lookup_of, scheme
from tests.catalogue.samples import catalogue_bank

pytestmark = pytest.mark.django_db
TODAY, LAST, AFTER = date(2026, 11, 23), date(2026, 12, 31), date(2027, 1, 1)
ENDS = "Scheme s ends on 31 December 2026"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


def view(*lines: CostLine, locale: str = "en") -> MoneyView:
    matches = schemes_for(lookup_of(), on=TODAY, bank=catalogue_bank(), locale=locale)
    return money_view(lines, matches, on=TODAY, locale=locale)


def line(key: str, begins: date | None, yuan: int = 10_000) -> CostLine:
    found = line_of_action(key=key, title=f"Action {key}", low=yuan, high=yuan, categories=["help"])
    return begun_on(found, begins)


@pytest.mark.parametrize(
    ("begins", "support"),
    [(None, "CNY 0–3,000"), (TODAY, "CNY 0–3,000"), (LAST, "CNY 0–3,000"), (AFTER, "nothing")],
)
def test_what_begins_after_the_last_day_of_a_scheme_is_not_carried(begins: date | None, support: str) -> None:
    load_schemes(scheme("s", valid_until=LAST.isoformat()))
    money = view(line("A", begins))
    assert (money.support, money.lines[0].support) == (support, support)


def test_what_is_open_or_in_time_is_told_until_when_it_counts() -> None:
    load_schemes(scheme("s", valid_until=LAST.isoformat()))
    assert f"{ENDS}: it is counted only for what begins by then." in view(line("A", None)).assumptions


def test_a_scheme_that_ends_before_everything_is_named_but_offered_nowhere() -> None:
    load_schemes(scheme("s", valid_until=LAST.isoformat()))
    money = view(line("A", AFTER))
    assert money.headline == "You pay all of it: CNY 10,000. No scheme known here carries a part."
    assert money.schemes == ()
    assert money.assumptions[1] == f"{ENDS}: it is not counted for 1 item that begins later."
    assert money.lines[0].remarks == (f"{ENDS}, before this begins.",)


def test_a_cap_is_shared_only_by_what_begins_in_time() -> None:
    """30 % of 20,000 is 6,000, twice; of the cap of 10,000 both get 5,000. The third begins too late."""
    load_schemes(scheme("s", valid_until=LAST.isoformat()))
    money = view(line("A", TODAY, 20_000), line("B", LAST, 20_000), line("C", AFTER, 20_000), line("D", None, 0))
    shared = ("By itself up to CNY 6,000; here a share of CNY 10,000 for 2 items (Scheme s).",)
    assert [(each.support, each.remarks) for each in money.lines] == [
        ("CNY 0–5,000", shared),
        ("CNY 0–5,000", shared),
        ("nothing", (f"{ENDS}, before this begins.",)),
    ]
    assert money.support == "CNY 0–10,000"
    assert f"{ENDS}: it is not counted for 1 item that begins later." in money.assumptions
    assert f"{ENDS}: it is counted only for what begins by then." not in money.assumptions


def test_a_scheme_that_is_not_open_yet_is_not_counted_for_what_begins_later_either() -> None:
    """That it will open as announced is not known."""
    load_schemes(scheme("s", valid_from=LAST.isoformat()))
    assert view(line("A", AFTER)).support == "nothing"


def test_a_scheme_without_an_end_counts_whenever_something_begins() -> None:
    load_schemes(scheme("s", valid_until=None))
    money = view(line("A", date(2030, 1, 1)))
    assert (money.support, money.lines[0].remarks) == ("CNY 0–3,000", ())
    assert not [said for said in money.assumptions if "ends on" in said]


def test_a_cap_that_leaves_enough_for_all_is_not_remarked_upon() -> None:
    load_schemes(scheme("s"))
    assert [each.remarks for each in view(line("A", None), line("B", None)).lines] == [(), ()]


def test_what_costs_nothing_is_called_own_time_only() -> None:
    money = view(line("A", None, 0))
    assert (money.price, [each.price for each in money.lines]) == ("Own time only", ["Own time only"])
    assert money.headline == "Nothing has to be bought: it takes your own time only."
    assert [said for said in money.assumptions if "estimate" in said or "no line" in said] == []
