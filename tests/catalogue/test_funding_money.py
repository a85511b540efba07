"""Who pays, in words: the sentence, the parts, the bar, the lines, the schemes and everything taken for granted."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from recommendations.catalogue.actions import load_catalogue
from recommendations.catalogue.funding import BarPart, MoneyLine, MoneyView, money_view
from recommendations.catalogue.funding_lines import CostLine, line_of_action, line_of_offering, line_of_price
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.catalogue.models import Offering
from tests.catalogue.funding_samples import PROFILE, load_schemes, lookup_of, scheme
from tests.catalogue.samples import catalogue, catalogue_bank, named, offering, provider
from tests.rules.samples import both

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


def view(*lines: CostLine, locale: str = "en", profile: dict[str, Any] = PROFILE) -> MoneyView:
    matches = schemes_for(lookup_of(profile), on=TODAY, bank=catalogue_bank(), locale=locale)
    return money_view(lines, matches, on=TODAY, locale=locale)


def action(key: str = "A", low: int = 10_000, high: int | None = 50_000, *categories: str) -> CostLine:
    return line_of_action(key=key, title=f"Action {key}", low=low, high=high, categories=categories or ("help",))


def offered(**changes: Any) -> CostLine:
    load_catalogue(files=[named(catalogue(provider("p", offering("o", **changes))))])
    bought = Offering.objects.select_related("category").get()
    return line_of_offering(key="B", title="Bought", offering=bought, categories=[], locale="en")


def test_one_action_and_one_scheme() -> None:
    """30 % of 10,000 = 3,000; 30 % of 50,000 = 15,000, capped at 10,000."""
    load_schemes(scheme("s"))
    money = view(action())
    assert money.headline == (
        "The price is CNY 10,000–50,000; you pay at least CNY 7,000 if all support counted here is granted, at most"
        " CNY 50,000."
    )
    assert (money.price, money.enterprise) == ("CNY 10,000–50,000", "CNY 7,000–50,000")
    assert (money.provider, money.support, money.support_title) == ("nothing", "CNY 0–10,000", "Public support")
    assert money.bar == (BarPart("enterprise", "0", "80"), BarPart("support", "80", "20"))
    (shown,) = money.schemes
    assert (shown.title, shown.form, shown.carries) == ("Scheme s", "grant", "CNY 0–10,000")
    assert shown.qualify == "May qualify: check that you were registered first."
    assert money.assumptions == (
        "1 price is an estimate: the cost band of the action, not a quotation.",
        "Scheme s: 30 % of the costs that count, at most CNY 10,000 (Gazette, verified 1 October 2026).",
        "Scheme s: nobody has confirmed that you qualify, so it may also pay nothing.",
        "Scheme s is counted alone: that it may be combined with other schemes is not known.",
        "Scheme s ends on 31 December 2027: it is counted only for what begins by then.",
        "Value-added tax is not considered, neither in prices nor in support.",
        "Amounts are rounded to the yuan.",
    )


def test_a_price_that_begins_at_nothing_is_not_called_paid_by_support() -> None:
    load_schemes(scheme("s"))
    assert view(action("A", 0, 80_000)).headline == (
        "The price is CNY 0–80,000; you pay at most CNY 80,000, less if support counted here is granted."
    )


def test_a_chosen_offering_brings_price_discount_and_unit() -> None:
    """2,000 less 10 % leaves 1,800; 30 % of that is 540."""
    load_schemes(scheme("s"))
    line = offered(discount={"percent": 10})
    money = view(line)
    assert (money.price, money.provider) == ("CNY 1,000–2,000", "CNY 100–200")
    assert (money.enterprise, money.support) == ("CNY 630–1,800", "CNY 0–540")
    assert [part.kind for part in money.bar] == ["enterprise", "provider", "support"]
    assert "1 price is as its provider publishes it; ask for a quotation." in money.assumptions
    assert "“Bought”: the provider publishes a discount of 10 %; its terms must hold for you." in money.assumptions
    assert "Schemes are counted on what is left after the discount." in money.assumptions
    assert "“Bought”: the price is per project; it is counted once." in money.assumptions


def test_an_offering_counts_for_the_schemes_of_its_category() -> None:
    load_schemes(scheme("help", categories=["help"]), scheme("tools", categories=["tools"]))
    assert [shown.key for shown in view(offered()).schemes] == ["help"]


def test_a_price_in_another_currency_is_not_known() -> None:
    line = offered(price={"model": "project", "minimum": 100, "maximum": 200, "currency": "EUR"})
    money = view(line)
    assert money.headline == "The price is not known yet."
    assert money.lines == (MoneyLine("B", "Bought", "not known", "", "", ""),)
    assert "“Bought” has no known price and is not counted." in money.assumptions


def test_many_lines_share_one_cap() -> None:
    load_schemes(scheme("s"))
    money = view(action("A", 40_000, 40_000), action("B", 10_000, 10_000), action("C", 0, 0))
    assert [(line.price, line.support, line.remarks) for line in money.lines] == [
        (
            "CNY 40,000",
            "CNY 0–8,000",
            ("By itself up to CNY 10,000; here a share of CNY 10,000 for 2 items (Scheme s).",),
        ),
        (
            "CNY 10,000",
            "CNY 0–2,000",
            ("By itself up to CNY 3,000; here a share of CNY 10,000 for 2 items (Scheme s).",),
        ),
    ]
    assert "Scheme s: its cap of CNY 10,000 counts once and is shared by 2 items." in money.assumptions
    assert "2 prices are estimates: the cost bands of the actions, not quotations." in money.assumptions
    assert "1 item takes your own time only and has no line here." in money.assumptions


def test_an_amount_of_one_s_own_counts_as_entered() -> None:
    entered = line_of_price(key="x", title="Own item", price=Decimal("1234.56"))
    quoted = line_of_price(key="y", title="Quoted", price=1000, is_quoted=True)
    nothing = line_of_price(key="z", title="Open", price=None)
    money = view(entered, quoted, nothing)
    assert money.price == "CNY 2,235"
    assert money.headline == "You pay all of it: CNY 2,235. No scheme known here carries a part."
    assert money.assumptions[:3] == (
        "1 price is your own budget.",
        "1 price is as its provider publishes it; ask for a quotation.",
        "“Open” has no known price and is not counted.",
    )


def test_a_price_open_upwards_says_from() -> None:
    load_schemes(scheme("s", cap=None))
    money = view(action("A", 500_000, None))
    assert (money.price, money.enterprise, money.support) == ("from CNY 500,000", "from CNY 350,000", "CNY 0–150,000")
    assert money.headline == (
        "The price is from CNY 500,000; you pay at least CNY 350,000 if all support counted here is granted."
    )
    assert (
        "“Action A” has no upper price: everything is calculated from its lowest price and may be more."
        in money.assumptions
    )


def test_support_that_is_certain_leaves_no_range_and_still_promises_nothing() -> None:
    load_schemes(scheme("s", checks=[]))
    money = view(action("A", 10_000, 10_000))
    assert money.headline == "The price is CNY 10,000; you pay CNY 7,000 after the support counted here."
    assert (money.support, money.schemes[0].qualify) == ("CNY 3,000", "May qualify.")


def test_only_what_is_open_upwards_says_from() -> None:
    closed = view(offered(discount={"percent": 10}), action("A", 500_000, None))
    assert (closed.provider, closed.price) == ("CNY 100–200", "from CNY 501,000")
    open_price = {"model": "project", "minimum": 1000}
    assert view(offered(discount={"percent": 10}, price=open_price)).provider == "from CNY 100"


def test_own_time_costs_nothing_and_a_discount_alone_is_said() -> None:
    free = view(action("A", 0, 0))
    assert (free.headline, free.bar) == ("Nothing has to be bought: it takes your own time only.", ())
    discounted = view(offered(discount={"percent": 50}))
    assert discounted.headline == "The price is CNY 1,000–2,000; you pay CNY 500–1,000 after the provider's discount."


def test_schemes_that_are_not_open_or_for_other_help_are_left_out_and_loans_stand_beside() -> None:
    load_schemes(
        scheme("south", regions=["south"]),
        scheme("tools", categories=["tools"]),
        scheme("loan", form="loan"),
        scheme("open"),
        scheme("silent", rate_percent=None, cap=None),
    )
    money = view(action())
    assert [shown.key for shown in money.schemes] == ["open", "silent"]
    assert [(shown.key, shown.carries) for shown in money.beside] == [("loan", "")]
    assert "Scheme loan makes paying easier but carries no part of the price." in money.assumptions
    assert (
        "Scheme silent is not counted: no amount in yuan was published (Gazette, verified 1 October 2026)."
        in money.assumptions
    )


def test_unknown_rates_limits_together_and_schemes_left_aside_are_named() -> None:
    load_schemes(
        scheme("award", rate_percent=None, cap=9_000, stacks=True, verified_on=None),
        scheme("half", rate_percent="50", cap=None, stacks=True, stacked_percent=60),
        scheme("less", rate_percent="10"),
    )
    money = view(action("A", 10_000, 10_000))
    assert money.support == "CNY 0–5,000"
    assert (
        "Scheme award is not counted: only its cap of CNY 9,000 was published, not the share (Gazette, not verified)."
        in money.assumptions
    )
    assert (
        "Scheme less is not counted: with it, less would be carried than with the schemes that are."
        in money.assumptions
    )


def test_a_limit_together_is_named() -> None:
    load_schemes(scheme("a", rate_percent="80", cap=None, stacks=True, stacked_percent=60))
    money = view(action("A", 10_000, 10_000))
    assert money.support == "CNY 0–6,000"
    assert (
        "Scheme a: where it is used, all schemes together carry at most 60 % of what is left of each price."
        in money.assumptions
    )


@pytest.mark.parametrize(
    ("changes", "terms", "uncounted", "assumed"),
    [
        (
            {"rate_percent": None, "cap": 300_000},
            "At most CNY 300,000; the share was not published",
            "Not counted above: the share it carries was not published.",
            "Scheme s is not counted: only its cap of CNY 300,000 was published, not the share"
            " (Gazette, verified 1 October 2026).",
        ),
        (
            {"place": both("Harbour"), "rate_percent": "100", "checks": []},
            "If you are in Harbour: 100 % of the costs that count, at most CNY 10,000",
            "Not counted above: only for enterprises in Harbour.",
            "Scheme s is not counted: it is for Harbour only, and nobody asked whether you are there.",
        ),
    ],
)
def test_what_cannot_be_counted_is_listed_with_its_terms_and_leaves_the_price_as_it_is(
    changes: dict[str, Any], terms: str, uncounted: str, assumed: str
) -> None:
    load_schemes(scheme("s", **changes))
    money = view(action())
    assert (money.enterprise, money.support) == ("CNY 10,000–50,000", "nothing")
    assert (
        money.headline == "You pay CNY 10,000–50,000; schemes named here may carry a part, but none could be counted."
    )
    (shown,) = money.schemes
    assert (shown.terms, shown.carries, shown.uncounted) == (terms, "", uncounted)
    assert shown.qualify.startswith("May qualify")
    assert assumed in money.assumptions
    page = render_to_string("catalogue/money.html", {"money": money})
    assert (terms in page, uncounted in page) == (True, True)


@pytest.mark.parametrize(
    ("payers", "title"),
    [(["private"], "Private support"), (["private", "public"], "Public and private support")],
)
def test_support_is_called_by_who_pays_it(payers: list[str], title: str) -> None:
    load_schemes(*(scheme(payer, payer=payer, stacks=True) for payer in payers))
    assert view(action()).support_title == title


def test_it_is_said_in_chinese() -> None:
    load_schemes(scheme("s"))
    with override("zh-hans"):
        money = view(action(), locale="zh-hans")
    assert (money.enterprise, money.support) == ("7,000元—5万元", "0—1万元")
    assert money.headline == "总价1万—5万元；您最少自付7,000元（所列补贴全部拿到），最多自付5万元。"


def test_the_part_of_a_page_shows_all_of_it() -> None:
    load_schemes(scheme("s", valid_until="2026-12-31"), scheme("loan", form="loan"), sample=True)
    money = view(action("A"), action("B", 1_000, 1_000))
    shown = render_to_string("catalogue/money.html", {"money": money})
    for text in (money.headline, money.enterprise, money.support, *money.assumptions, "May qualify", "38 days left"):
        assert text in shown.replace("&#x27;", "'")
    assert shown.count('<span class="tag sample">Sample</span>') == 2
    assert "Nothing here is a promise" in shown
    assert "style=" not in shown


def test_text_of_a_scheme_is_escaped() -> None:
    load_schemes(scheme("s", title=both("<b>Free money</b>")))
    assert "<b>Free" not in render_to_string("catalogue/money.html", {"money": view(action())})
