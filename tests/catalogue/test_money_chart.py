"""The bar that says who pays, on every page that shows it."""

from decimal import Decimal

from recommendations.catalogue.funding import BarPart, MoneyView
from recommendations.catalogue.funding_amounts import MoneyAmounts, YuanRange
from recommendations.catalogue.templatetags.money_chart import money_bar
from tests.charts.shapes import HOSTILE, parts_of, texts_of


def view_of(*bar: BarPart, support_title: str = "Public support") -> MoneyView:
    nothing = YuanRange(Decimal(0), Decimal(0))
    return MoneyView(
        headline="",
        price="CNY 100",
        enterprise="CNY 60–100",
        provider="nothing",
        support="up to CNY 40",
        support_title=support_title,
        amounts=MoneyAmounts(nothing, nothing, nothing, nothing),
        lines=(),
        bar=bar,
        schemes=(),
        beside=(),
        assumptions=(),
    )


def test_the_bar_has_the_parts_of_the_view_and_says_them_in_its_title() -> None:
    svg = money_bar(view_of(BarPart("enterprise", "0", "60"), BarPart("support", "60", "40")))
    assert [(box["x"], box["width"], box["fill"]) for box in parts_of(svg, "rect")] == [
        ("0%", "60%", "#0b4f6c"),
        ("60%", "40%", "#ffffff"),
    ]
    assert "<title>You: CNY 60–100; Public support: up to CNY 40</title>" in svg
    assert texts_of(svg) == []


def test_the_name_of_a_scheme_is_no_markup() -> None:
    svg = money_bar(view_of(BarPart("support", "0", "100"), support_title=HOSTILE))
    assert ("<script" in svg, "<b>" in svg, "&lt;script&gt;" in svg) == (False, False, True)
