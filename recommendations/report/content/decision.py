"""What a board decides on, from what the report says further on: the plan, else the cheapest way to the next level."""

from collections.abc import Iterator
from fractions import Fraction

from django.utils.translation import gettext, pgettext

from recommendations.report.content.plan_schema import PlanView
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.summary_schema import Decision, Fact
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.content.way import cost_text
from recommendations.report.content.way_schema import Path


def decision_of(content: ReportContent) -> Decision | None:
    """This function will return what there is to decide, in the active language; None without a plan and a way.

    It says nothing that the report itself leaves out.
    """
    if content.plan is not None:
        return Decision(title=gettext("Your plan in short"), facts=tuple(_of_plan(content, content.plan)))
    if content.path is not None and content.path.works and content.ladder.next is not None:
        return Decision(title=gettext("To be decided"), facts=tuple(_of_way(content, content.path)))
    return None


def _of_plan(content: ReportContent, plan: PlanView) -> Iterator[Fact]:
    sums = plan.sums
    said = (
        (gettext("Progress"), sums.done),
        (pgettext("plan", "Budget"), sums.budget),
        (gettext("You pay"), plan.money.enterprise if plan.money else ""),
        (gettext("Overall score"), f"{sums.now} → {sums.then}" if sums.gain else ""),
        (gettext("The last action"), _last(content.timeline)),
    )
    yield from (Fact(label=label, value=value) for label, value in said if value)


def _of_way(content: ReportContent, path: Path) -> Iterator[Fact]:
    following = content.ladder.next
    title = "" if following is None else f"{following.number} {following.title}".strip()
    values = [work.values for work in path.works if work.values is not None]
    cost = sum((Fraction(value.cost) for value in values), Fraction(0))
    days = sum(int(value.days) for value in values)
    said = (
        (gettext("The next level"), title),
        (gettext("Actions"), str(len(path.works))),
        (gettext("Money, estimated"), cost_text(cost, content.locale) if cost else gettext("No money")),
        (gettext("Own working days, estimated"), str(days)),
        (gettext("The last action"), _last(content.timeline)),
    )
    yield from (Fact(label=label, value=value) for label, value in said if value)


def _last(line: Timeline | None) -> str:
    """When the action is done that ends last; "" where nothing has a time."""
    if line is None or not line.rows:
        return ""
    return max(line.rows, key=lambda row: Fraction(row.at) + Fraction(row.length)).when
