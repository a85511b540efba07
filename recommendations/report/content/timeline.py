"""The way ahead on a line of time: the plan where it has dates, else a proposal from the cheapest way to the next level."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from recommendations.plan.time_line import Frame, Stay, frame_of, stay_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import days_from, place, sentences
from recommendations.report.content.plan_schema import PlanRow
from recommendations.report.content.proposal import proposal_of
from recommendations.report.content.schedule import Schedule, Slot
from recommendations.report.content.timeline_schema import Share, Timeline, TimelineRow, TimeSpan
from recommendations.report.content.way import cost_text
from recommendations.rules.document import Action


def timeline_of(material: Material) -> Timeline | None:
    """This function will return what is done when; None where nothing has a date and no way to the next level is known."""
    planned = None if material.schedule is None else _planned(material, material.schedule)
    return planned or proposal_of(material)


def _planned(material: Material, schedule: Schedule) -> Timeline | None:
    found = [(stay_of(slot.quarter, slot.due_on, slot.done_on, schedule.begins_on), slot) for slot in schedule.slots]
    placed = [(stay, slot) for stay, slot in found if stay is not None]
    frame = frame_of([stay for stay, _slot in placed], schedule.begins_on)
    if frame is None:
        return None
    shown = sorted((each for each in placed if frame.holds(each[0])), key=lambda each: (each[0].first, each[0].last))
    if not shown:
        return None
    return Timeline(
        is_planned=True,
        note=_plan_note(frame, len(schedule.slots) - len(shown)),
        spans=tuple(_span(material, frame, column, shown) for column in range(frame.columns)),
        rows=tuple(_row(material, frame, stay, slot.row) for stay, slot in shown),
        shares=tuple(Share(kind=p.kind, title=p.title, amount=p.amount, at=place(p.length)) for p in schedule.shares),
        shares_note=gettext("The bar shows the highest price counted, with all possible support.")
        if schedule.shares
        else "",
    )


def _plan_note(frame: Frame, left_out: int) -> str:
    missing = ngettext(
        "%(count)d item has no day on this line; it stands in the plan.",
        "%(count)d items have no day on this line; they stand in the plan.",
        left_out,
    )
    return sentences(
        gettext("This is your plan as it stood when this report was made."),
        gettext("A quarter has 13 weeks.") if frame.has_quarters else "",
        missing % {"count": left_out} if left_out else "",
    )


def _span(material: Material, frame: Frame, column: int, placed: Iterable[tuple[Stay, Slot]]) -> TimeSpan:
    budgets = [slot.budget or 0 for stay, slot in placed if frame.column_of(stay.first) == column]
    budget = cost_text(Fraction(sum(budgets)), material.locale) if sum(budgets) else ""
    return TimeSpan(title=frame.title(column), budget=budget)


def _row(material: Material, frame: Frame, stay: Stay, row: PlanRow) -> TimelineRow:
    action = _actions(material).get(row.key)
    start = frame.share(stay.first)
    return TimelineRow(
        key=row.key,
        title=row.title,
        hue=0 if action is None else material.hue_of(action.node),
        at=place(start),
        length=place(Fraction(0) if stay.is_day else frame.share(stay.after) - start),
        when=row.done or row.due if stay.is_day else days_from(stay.first, stay.last),
        who=row.who,
        cost=row.budget,
        gain=row.promised,
        status=row.status,
        status_label=row.status_label,
    )


def _actions(material: Material) -> dict[str, Action]:
    return {} if material.playbook is None else {action.key: action for action in material.playbook.actions}
