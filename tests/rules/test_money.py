"""Who pays, by hand: what discounts and schemes leave to pay, which combination counts, and what is taken for granted."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from recommendations.rules.money import Basis, CostItem, Parts, Scheme
from recommendations.rules.money_assumptions import Assumed, Assumption, assumptions_of
from recommendations.rules.money_split import split_money


def item(key: str, low: int | None, high: int | None, *categories: str, **changes: Any) -> CostItem:
    return CostItem(
        key,
        None if low is None else Fraction(low),
        None if high is None else Fraction(high),
        frozenset(categories),
        **changes,
    )


def scheme(key: str, percent: int | None, cap: int | None = None, **changes: Any) -> Scheme:
    rate = None if percent is None else Fraction(percent, 100)
    return Scheme(key, rate, None if cap is None else Fraction(cap), **changes)


def figures(parts: Parts) -> dict[str, tuple[Fraction, Fraction]]:
    names = ("price", "enterprise", "provider", "support")
    return {name: (getattr(parts, name).low, getattr(parts, name).high) for name in names}


def test_without_discount_and_scheme_the_enterprise_pays_everything() -> None:
    split = split_money([item("a", 10_000, 50_000)], [])
    assert figures(split.total) == {
        "price": (10_000, 50_000),
        "enterprise": (10_000, 50_000),
        "provider": (0, 0),
        "support": (0, 0),
    }


def test_a_discount_comes_first_and_a_scheme_carries_part_of_the_rest() -> None:
    """18,000 less 10 % = 16,200; 30 % of that is 4,860. 38,000 less 10 % = 34,200; 30 % = 10,260, capped at 10,000."""
    offered = item("a", 18_000, 38_000, discount=Fraction(1, 10), basis=Basis.PUBLISHED)
    split = split_money([offered], [scheme("grant", 30, 10_000)])
    assert figures(split.total) == {
        "price": (18_000, 38_000),
        "enterprise": (16_200 - 4_860, 34_200),
        "provider": (1_800, 3_800),
        "support": (0, 10_000),
    }
    assert (split.total.high_all.enterprise, split.carried["grant"].high) == (24_200, 10_000)


def test_what_is_certain_lowers_the_enterprise_s_highest_part_too() -> None:
    split = split_money([item("a", 10_000, 20_000)], [scheme("grant", 50, 8_000, certain=True)])
    assert figures(split.total)["enterprise"] == (5_000, 12_000)
    assert figures(split.total)["support"] == (5_000, 8_000)


def test_only_the_part_of_the_price_that_counts_is_carried() -> None:
    split = split_money([item("a", 10_000, 10_000)], [scheme("grant", 50, eligible=Fraction(60, 100))])
    assert split.total.support.high == 3_000


@pytest.mark.parametrize(
    "uncounted",
    [scheme("award", None, 30_000, certain=True), scheme("city", 100, certain=True, is_local=True)],
)
def test_a_scheme_of_unknown_rate_or_for_one_place_only_is_never_counted(uncounted: Scheme) -> None:
    split = split_money([item("a", 20_000, 50_000)], [uncounted])
    assert figures(split.total)["enterprise"] == (20_000, 50_000)
    assert split.carried == {}
    counted = split_money([item("a", 20_000, 50_000)], [uncounted, scheme("grant", 10)])
    assert figures(counted.total)["enterprise"] == (18_000, 50_000)


def test_a_cap_counts_once_for_all_items_and_is_shared_in_proportion() -> None:
    split = split_money([item("a", 10_000, 10_000), item("b", 30_000, 30_000)], [scheme("grant", 50, 8_000)])
    assert split.total.support.high == 8_000
    assert {key: parts.support.high for key, parts in split.items.items()} == {"a": 2_000, "b": 6_000}


def test_a_scheme_carries_only_its_categories() -> None:
    items = [item("a", 10_000, 10_000, "training", "tools"), item("b", 10_000, 10_000, "machines")]
    split = split_money(items, [scheme("grant", 50, categories=frozenset({"training"}))])
    assert {key: parts.support.high for key, parts in split.items.items()} == {"a": 5_000, "b": 0}


def test_costs_that_do_not_count_are_carried_by_nobody() -> None:
    assert split_money([item("a", 10_000, 10_000, eligible=False)], [scheme("grant", 50)]).total.support.high == 0


def test_schemes_that_stack_add_up_and_never_beyond_what_is_left() -> None:
    both = [scheme("a", 60, stacks=True), scheme("b", 60, stacks=True)]
    assert split_money([item("x", 10_000, 10_000)], both).total.support.high == 10_000
    assert split_money([item("x", 10_000, 10_000, discount=Fraction(1, 5))], both).total.enterprise.low == 0


def test_a_scheme_that_does_not_stack_stands_alone_and_the_larger_sum_counts() -> None:
    schemes = [scheme("a", 20, stacks=True), scheme("b", 25, stacks=True), scheme("alone", 40)]
    split = split_money([item("x", 10_000, 10_000)], schemes)
    assert {key: span.high for key, span in split.carried.items()} == {"a": 2_000, "b": 2_500}
    dearer = split_money([item("x", 10_000, 10_000)], [*schemes, scheme("more", 46)])
    assert {key: span.high for key, span in dearer.carried.items()} == {"more": 4_600}


def test_a_limit_for_all_schemes_together_holds_unless_leaving_its_scheme_out_carries_more() -> None:
    limited = scheme("limited", 30, stacks=True, stacked=Fraction(1, 2))
    split = split_money([item("x", 10_000, 10_000)], [limited, scheme("other", 40, stacks=True)])
    assert (split.total.support.high, split.together, split.limited_by) == (5_000, Fraction(1, 2), ("limited",))
    better = split_money([item("x", 10_000, 10_000)], [limited, scheme("other", 60, stacks=True)])
    assert (better.total.support.high, better.together, better.limited_by, tuple(better.carried)) == (
        *(6_000, None, ()),
        ("other",),
    )


def test_schemes_make_way_for_each_other() -> None:
    """The first could carry either item, the second only x: the most is carried when the first leaves x to it."""
    items = [item("x", 10_000, 10_000, "x"), item("y", 10_000, 10_000, "y")]
    schemes = [
        scheme("first", 100, 10_000, stacks=True),
        scheme("second", 100, stacks=True, categories=frozenset("x")),
    ]
    assert split_money(items, schemes).total.support.high == 20_000


def test_a_tie_goes_by_key() -> None:
    split = split_money([item("x", 10_000, 10_000)], [scheme("b", 40), scheme("a", 40)])
    assert tuple(split.carried) == ("a",)


def test_a_price_open_upwards_counts_at_its_lower_end_and_says_so() -> None:
    split = split_money([item("a", 500_000, None), item("b", 1_000, 2_000)], [scheme("grant", 10)])
    assert (split.total.open_upwards, split.items["b"].open_upwards) == (True, False)
    assert figures(split.total)["price"] == (501_000, 502_000)


def test_an_unknown_price_is_not_counted() -> None:
    split = split_money([item("a", None, None), item("b", 1_000, 2_000)], [])
    assert (split.unpriced, tuple(split.items), split.total.price.high) == (("a",), ("b",), 2_000)


def test_nothing_to_pay_is_split_into_nothing() -> None:
    assert figures(split_money([], [scheme("grant", 50)]).total) == dict.fromkeys(
        ("price", "enterprise", "provider", "support"), (0, 0)
    )


def test_a_key_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        split_money([item("a", 1, 1), item("a", 2, 2)], [])
    with pytest.raises(ValueError, match="twice"):
        split_money([], [scheme("s", 1), scheme("s", 2)])


def test_loans_and_schemes_without_an_amount_carry_nothing() -> None:
    schemes = [scheme("loan", 1, carries=False), scheme("silent", None)]
    assert split_money([item("a", 1_000, 1_000)], schemes).total.support.high == 0


def assumed(items: list[CostItem], schemes: list[Scheme]) -> list[Assumption]:
    return list(assumptions_of(items, schemes, split_money(items, schemes)))


def test_every_assumption_about_prices_is_named() -> None:
    items = [
        item("band", 10_000, 50_000),
        item("open", 500_000, None),
        item("offer", 1_000, 2_000, discount=Fraction(1, 10), basis=Basis.PUBLISHED),
        item("nothing", None, None, basis=Basis.PUBLISHED),
    ]
    assert assumed(items, []) == [
        Assumption(Assumed.PRICE_ESTIMATED, count=2),
        Assumption(Assumed.PRICE_PUBLISHED, count=1),
        Assumption(Assumed.PRICE_OPEN_UPWARDS, "open"),
        Assumption(Assumed.PRICE_UNKNOWN, "nothing"),
        Assumption(Assumed.DISCOUNT_PUBLISHED, "offer", share=Fraction(1, 10)),
        Assumption(Assumed.AFTER_DISCOUNT),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]


def test_every_assumption_about_schemes_is_named() -> None:
    items = [item("a", 10_000, 10_000, "x"), item("b", 10_000, 10_000, "x")]
    schemes = [
        scheme("award", None, 9_000),
        scheme("city", 40, 9_000, is_local=True),
        scheme("elsewhere", 90, categories=frozenset("z")),
        scheme("less", 10),
        scheme("more", 20, 3_000),
        scheme("loan", None, carries=False),
        scheme("silent", None),
    ]
    assert assumed(items, schemes) == [
        Assumption(Assumed.PRICE_ESTIMATED, count=2),
        Assumption(Assumed.RATE_UNKNOWN, "award", cap=Fraction(9_000)),
        Assumption(Assumed.PLACE_UNKNOWN, "city"),
        Assumption(Assumed.NOT_COUNTED, "less"),
        Assumption(Assumed.BESIDE_THE_PRICE, "loan"),
        Assumption(Assumed.SCHEME_PUBLISHED, "more", share=Fraction(1, 5), cap=Fraction(3_000), eligible=Fraction(1)),
        Assumption(Assumed.NOT_CONFIRMED, "more"),
        Assumption(Assumed.CAP_SHARED, "more", cap=Fraction(3_000), count=2),
        Assumption(Assumed.STANDS_ALONE, "more"),
        Assumption(Assumed.AMOUNT_UNKNOWN, "silent"),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]


def test_a_limit_together_is_named_and_a_certain_scheme_is_not_doubted() -> None:
    certain = scheme("a", 60, stacks=True, stacked=Fraction(1, 2), certain=True)
    assert assumed([item("x", 10_000, 10_000)], [certain]) == [
        Assumption(Assumed.PRICE_ESTIMATED, count=1),
        Assumption(Assumed.SCHEME_PUBLISHED, "a", share=Fraction(3, 5), eligible=Fraction(1)),
        Assumption(Assumed.TOGETHER_AT_MOST, "a", share=Fraction(1, 2)),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]


def test_where_nothing_is_to_pay_no_scheme_is_called_left_out() -> None:
    assert [one.kind for one in assumed([item("x", 0, 0)], [scheme("a", 60)])] == [Assumed.TAX_LEFT_OUT]


def test_only_estimates_are_counted_as_estimates() -> None:
    """Own budgets and what costs nothing are none."""
    own = item("own", 8_000, 8_000, basis=Basis.OWN)
    items = [item("band", 10_000, 50_000), own, item("free", 0, 0), item("free own", 0, 0, basis=Basis.OWN)]
    assert assumed(items, []) == [
        Assumption(Assumed.PRICE_ESTIMATED, count=1),
        Assumption(Assumed.PRICE_OWN, count=1),
        Assumption(Assumed.OWN_TIME_ONLY, count=2),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]


def test_what_begins_after_the_end_of_a_scheme_is_carried_by_none_and_counted_as_late() -> None:
    """20 % of the one that begins in time; the free one counts nowhere."""
    last, after = date(2026, 12, 31), date(2027, 1, 1)
    items = [
        item("in time", 1_000, 1_000, begins=last),
        item("late", 1_000, 1_000, begins=after),
        item("free", 0, 0, begins=after),
    ]
    ending, ended = scheme("ending", 20, until=last, certain=True), scheme("loan", None, carries=False, until=last)
    assert figures(split_money(items, [ending]).total)["support"] == (200, 200)
    assert assumed(items, [ending])[-3:] == [
        Assumption(Assumed.STANDS_ALONE, "ending"),
        Assumption(Assumed.ENDS_BEFORE, "ending", count=1),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]
    assert assumed(items[1:], [ended])[-2:] == [
        Assumption(Assumed.ENDS_BEFORE, "loan", count=1),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]
    assert assumed(items[:1], [ending])[-2:] == [
        Assumption(Assumed.COUNTED_UNTIL, "ending"),
        Assumption(Assumed.TAX_LEFT_OUT),
    ]
