"""Money on the page of the roadmap: where it begins, what is no budget, and a little more."""

import pytest

from assessment.responses.actions import Opened
from recommendations.plan.models import Plan
from tests.plan.roadmap_pages import Ask, ask, gained, opened

__all__ = ["ask", "opened"]


def test_page_begins_with_the_least_that_brings_four_fifths_of_the_most(ask: Ask) -> None:
    page = ask()
    assert page.context["budget_about"] == (
        "To begin with: the smallest amount on the slider that brings at least four fifths of the points that these days"
        " allow at most."
    )
    assert page.context["days_about"] == "Our assumption; please correct it."
    assert (page.context["slider"].most, page.context["slider"].step) == (36000, 500)
    most = gained(ask("?budget=36000&days=30"))
    assert 5 * gained(page) >= 4 * most
    before = page.context["budget"] - page.context["slider"].step
    assert 5 * gained(ask(f"?budget={before}&days=30")) < 4 * most


def test_no_money_is_named_where_no_money_helps(ask: Ask) -> None:
    page = ask("?days=0")
    assert (page.context["budget"], page.context["budget_about"]) == (0, "With these days no money gains points.")


def test_page_begins_with_what_stands_in_the_plan(ask: Ask, opened: Opened) -> None:
    Plan.objects.create(enterprise=opened.assessment.enterprise, budget=5000, days_per_quarter=12)
    page = ask()
    assert (page.context["budget"], page.context["budget_about"]) == (5000, "As in your plan.")
    assert (page.context["days"], page.context["days_about"]) == (12, "As in your plan.")
    assert ask("?budget=7000").context["budget"] == 7000


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("plenty", "Enter whole yuan, such as 50000 or 5万."),
        ("-1", "The budget cannot be below 0."),
        ("9999999999", "The budget cannot be above one billion yuan."),
    ],
)
def test_what_is_no_budget_is_said_at_the_field(ask: Ask, typed: str, message: str) -> None:
    page = ask(f"?budget={typed}&days=25")
    html = page.content.decode()
    assert f'<p class="invalid-feedback" id="error-budget" aria-live="polite">{message}</p>' in html
    assert page.context["shown"].asked == f"For a budget of CNY {page.context['budget']:,} and 25 days per quarter"
    assert f'value="{typed}"' in html
    assert page.context["days"] == 25
    part = ask(f"?budget={typed}&days=25", "roadmap-part")
    assert (part.status_code, part.content.decode().strip()) == (422, f'<p data-field="budget">{message}</p>')


def test_a_little_more_money_is_looked_at(ask: Ask) -> None:
    more = ask("?budget=0&days=25", "roadmap-more").context["more"]
    assert more.line.startswith("With CNY 10,000 more you could also do this (+")
    assert more.added == ("Do lead", "Do mend")
    further = ask("?budget=6000&days=25", "roadmap-more").context["more"]
    assert further.line == "CNY 10,000 more would gain nothing. With CNY 30,000 more you could gain points:"
    assert further.address.endswith("?budget=36000&days=25")
    nothing = ask("?budget=90000&days=25", "roadmap-more").context["more"]
    assert nothing.line == "More money gains nothing: all that gains points within a year is in already."
