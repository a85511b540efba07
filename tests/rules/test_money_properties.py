"""What holds for every price and every set of schemes."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from recommendations.rules.money import CostItem, MoneySplit, Scheme
from recommendations.rules.money_split import split_money

CATEGORIES = ("x", "y", "z")
SHARES = st.integers(1, 20).map(lambda part: Fraction(part, 20))
AMOUNTS = st.integers(0, 30).map(lambda thousands: Fraction(thousands * 1000))
UNTIMED = settings(deadline=None, max_examples=60)
SETS = st.frozensets(st.sampled_from(CATEGORIES))


@st.composite
def items(draw: st.DrawFn) -> list[CostItem]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        low, more = draw(AMOUNTS), draw(AMOUNTS)
        high = draw(st.sampled_from([low + more, None]))
        discount = draw(st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1)]))
        made.append(CostItem(f"i{number}", low, high, draw(SETS), discount, eligible=draw(st.integers(0, 4)) > 0))
    return made


@st.composite
def schemes(draw: st.DrawFn, at_least: int = 0) -> list[Scheme]:
    return [
        Scheme(
            key=f"s{number}",
            rate=draw(st.none() | SHARES),
            cap=draw(st.none() | AMOUNTS),
            eligible=draw(SHARES),
            is_local=draw(st.integers(0, 4)) == 0,
            categories=draw(SETS),
            stacks=draw(st.booleans()),
            stacked=draw(st.none() | SHARES),
            certain=draw(st.booleans()),
        )
        for number in range(draw(st.integers(at_least, 4)))
    ]


@UNTIMED
@given(items(), schemes())
def test_parts_add_up_and_none_is_negative(items: list[CostItem], schemes: list[Scheme]) -> None:
    split = split_money(items, schemes)
    for parts in (split.total, *split.items.values()):
        for corner in parts.corners:
            assert corner.enterprise + corner.provider + corner.support == corner.price
            assert min(corner.enterprise, corner.provider, corner.support) >= 0
    for place in range(4):
        corners = [parts.corners[place] for parts in split.items.values()]
        assert sum(corner.support for corner in corners) == split.total.corners[place].support
        assert sum(corner.price for corner in corners) == split.total.corners[place].price


@UNTIMED
@given(items(), schemes())
def test_the_ends_of_the_ranges_are_the_outcomes_they_are_taken_for(
    items: list[CostItem], schemes: list[Scheme]
) -> None:
    total = split_money(items, schemes).total
    assert total.enterprise.low == total.low_all.enterprise
    assert total.enterprise.high == total.high_sure.enterprise
    assert (total.support.low, total.support.high) == (total.low_sure.support, total.high_all.support)


@UNTIMED
@given(items(), schemes())
def test_no_scheme_carries_more_than_its_cap_and_its_rate(items: list[CostItem], schemes: list[Scheme]) -> None:
    split = split_money(items, schemes)
    by_key = {scheme.key: scheme for scheme in schemes}
    price = sum(((item.high or item.low or 0) * (1 - item.discount) for item in items), Fraction(0))
    for key, span in split.carried.items():
        rate, cap = by_key[key].rate, by_key[key].cap
        assert cap is None or span.high <= cap
        assert rate is None or span.high <= rate * by_key[key].eligible * price


@UNTIMED
@given(items(), schemes())
def test_order_does_not_matter(items: list[CostItem], schemes: list[Scheme]) -> None:
    before = split_money(items, schemes)
    after = split_money(items[::-1], schemes[::-1])
    assert (before.total, before.items, before.carried, before.together) == (
        after.total,
        after.items,
        after.carried,
        after.together,
    )


def lowest(split: MoneySplit) -> Fraction:
    return split.total.enterprise.low


@UNTIMED
@given(items(), schemes())
def test_one_scheme_more_never_raises_what_the_enterprise_pays_at_least(
    items: list[CostItem], schemes: list[Scheme]
) -> None:
    everything = split_money(items, schemes)
    for number in range(len(schemes)):
        fewer = split_money(items, schemes[:number] + schemes[number + 1 :])
        assert lowest(everything) <= lowest(fewer)
        assert everything.total.enterprise.high <= fewer.total.enterprise.high


@UNTIMED
@given(items(), schemes(at_least=1), SHARES, AMOUNTS)
def test_a_higher_rate_or_cap_never_carries_less(
    items: list[CostItem], schemes: list[Scheme], rate: Fraction, more: Fraction
) -> None:
    first, *rest = schemes
    before = split_money(items, schemes).total.support.high
    if first.rate is not None:
        assert split_money(items, [replace(first, rate=max(first.rate, rate)), *rest]).total.support.high >= before
    if first.cap is not None:
        assert split_money(items, [replace(first, cap=first.cap + more), *rest]).total.support.high >= before


@UNTIMED
@given(items(), schemes())
def test_no_allowed_combination_carries_more(items: list[CostItem], schemes: list[Scheme]) -> None:
    """Every set of schemes that stack, and every scheme alone, tried one by one."""
    found = split_money(items, schemes).total.support.high
    stacking = [scheme for scheme in schemes if scheme.stacks]
    sets = [chosen for size in range(len(stacking) + 1) for chosen in combinations(stacking, size)]
    alone = [(scheme,) for scheme in schemes if not scheme.stacks]
    assert found == max(split_money(items, chosen).total.support.high for chosen in (*sets, *alone))


@UNTIMED
@given(items(), schemes())
def test_a_cut_between_schemes_and_items_proves_that_no_more_could_be_carried(
    items: list[CostItem], schemes: list[Scheme]
) -> None:
    """Without limits together, the most is the smallest cut: some items paid in full, some caps used up, the rest."""
    able = [replace(one, stacks=True, stacked=None) for one in schemes if one.is_counted]
    left = {item.key: (item.low if item.high is None else item.high) or Fraction(0) for item in items}
    left = {item.key: left[item.key] * (1 - item.discount) for item in items}
    cuts = []
    for size in range(len(items) + 1):
        for paid in combinations(items, size):
            rest = [item for item in items if item not in paid]
            cut = sum((left[item.key] for item in paid), Fraction(0))
            for one in able:
                reach = sum(
                    (
                        (one.rate or 0) * one.eligible * left[item.key]
                        for item in rest
                        if item.eligible and (not one.categories or one.categories & item.categories)
                    ),
                    Fraction(0),
                )
                cut += reach if one.cap is None else min(one.cap, reach)
            cuts.append(cut)
    assert split_money(items, able).total.support.high == min(cuts)
