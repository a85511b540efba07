"""Sheets of advice: the actions, what they cost and who pays, services, support, and the way to the next level."""

from collections.abc import Iterator

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Column, Sheet
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.kinds import Fit
from recommendations.report.content.money_schema import Money
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.way_schema import Path
from recommendations.report.formats.workbook.cells import four_ranges, lines, listed, number, yes, yuan, yuan_range
from recommendations.report.formats.workbook.tables import Row, table
from recommendations.report.formats.workbook.times import worded_day


def advice_sheets(content: ReportContent) -> Iterator[Sheet]:
    """This function will yield what the report shows of its advice; nothing of what it leaves out."""
    yield from table(pgettext("workbook", "Actions"), _action_columns(), map(_action, content.actions))
    yield from table(pgettext("workbook", "Costs"), _cost_columns(), _costs(content))
    yield from table(pgettext("workbook", "Support"), _support_columns(), _support(content))
    yield from table(pgettext("workbook", "Services"), _service_columns(), _services(content))
    if content.path is not None:
        yield from table(pgettext("workbook", "Way to the next level"), _way_columns(), _way(content.path))


def _action_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Rank"), 7),
        Column(pgettext("workbook", "Action"), 44),
        Column(pgettext("workbook", "Part"), 24),
        Column(pgettext("workbook", "Priority"), 16),
        Column(pgettext("workbook", "Effect, points"), 9),
        Column(pgettext("workbook", "Effect on parts"), 30),
        Column(pgettext("workbook", "Cost"), 22),
        Column(pgettext("workbook", "Cost from, yuan"), 15),
        Column(pgettext("workbook", "Cost to, yuan"), 15),
        Column(pgettext("workbook", "Time"), 14),
        Column(pgettext("workbook", "Weeks from"), 8),
        Column(pgettext("workbook", "Weeks to"), 8),
        Column(gettext("Effort"), 22),
        Column(pgettext("workbook", "Do first"), 36),
        Column(pgettext("workbook", "Why"), 60),
        Column(pgettext("workbook", "Reasons"), 60),
        Column(pgettext("workbook", "Answers behind it"), 50),
        Column(gettext("Steps"), 60),
        Column(gettext("What changes in your answers"), 50),
        Column(gettext("Source"), 50),
        Column(pgettext("workbook", "Remark"), 30),
    ]


def _action(card: ActionCard) -> Row:
    values = card.values
    return (
        number(str(card.rank)),
        card.title,
        card.barrier,
        card.band,
        number(card.effect),
        lines(f"{row.title}: {row.points}" for row in card.effects),
        card.cost,
        *yuan_range(None if values is None else values.cost),
        card.weeks,
        None if values is None else number(str(values.weeks_low)),
        None if values is None else number(str(values.weeks_high)),
        card.effort,
        lines(card.first),
        card.why,
        lines(reason.text for reason in card.reasons),
        lines(f"{item.short}: {item.answer}" for reason in card.reasons for item in reason.evidence),
        lines(f"{place}. {step}" for place, step in enumerate(card.steps, start=1)),
        lines(f"{row.short}: {row.before} → {row.after}" for row in card.changes),
        lines([card.source, *(ground.text for ground in card.grounds)]),
        lines([card.added_by, card.worded_by, "" if card.in_plan is None else card.in_plan.said]),
    )


def _cost_columns() -> list[Column]:
    sides = (
        (pgettext("workbook", "Price from, yuan"), pgettext("workbook", "Price to, yuan")),
        (pgettext("workbook", "Enterprise from, yuan"), pgettext("workbook", "Enterprise to, yuan")),
        (pgettext("workbook", "Provider from, yuan"), pgettext("workbook", "Provider to, yuan")),
        (pgettext("workbook", "Support from, yuan"), pgettext("workbook", "Support to, yuan")),
    )
    return [
        Column(pgettext("workbook", "What"), 44),
        Column(pgettext("workbook", "Where"), 16),
        *(Column(title, 15) for pair in sides for title in pair),
        Column(pgettext("workbook", "Price"), 24),
        Column(pgettext("workbook", "The enterprise pays"), 24),
        Column(pgettext("workbook", "The provider gives up"), 24),
        Column(pgettext("workbook", "Support may carry"), 24),
        Column(pgettext("workbook", "Remark"), 70),
        Column(pgettext("workbook", "Taken for granted"), 70),
    ]


def _costs(content: ReportContent) -> Iterator[Row]:
    """An older report has the words alone."""
    for card in content.actions:
        if card.money is not None:
            yield _cost(card.title, pgettext("workbook", "Advice"), card.money)
    money = None if content.plan is None else content.plan.money
    if money is None:
        return
    where = pgettext("workbook", "Plan")
    for line in money.lines:
        words = (line.price, line.enterprise, line.provider, line.support)
        yield line.title, where, *four_ranges(line.amounts), *words, lines(line.remarks), ""
    yield _cost(pgettext("workbook", "All that is open in the plan"), where, money)


def _cost(title: str, where: str, money: Money) -> Row:
    words = (money.price, money.enterprise, money.provider, money.support)
    return title, where, *four_ranges(money.amounts), *words, money.headline, lines(money.assumptions)


def _support_columns() -> list[Column]:
    return [
        Column(gettext("Support"), 40),
        Column(pgettext("workbook", "Terms"), 60),
        Column(gettext("What to check"), 60),
        Column(gettext("Sample"), 10),
    ]


def _support(content: ReportContent) -> Iterator[Row]:
    for scheme in content.schemes:
        yield scheme.title, scheme.terms, lines([scheme.qualify, *scheme.flags]), yes(scheme.is_sample)


def _service_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Action"), 40),
        Column(pgettext("workbook", "Category"), 26),
        Column(pgettext("workbook", "Service"), 40),
        Column(pgettext("workbook", "Provider"), 30),
        Column(pgettext("workbook", "Price"), 28),
        Column(pgettext("workbook", "Fits"), 10),
        Column(pgettext("workbook", "Reason"), 44),
        Column(pgettext("workbook", "Valid until"), 18),
        Column(gettext("Source"), 40),
        Column(gettext("Sample"), 10),
    ]


def _services(content: ReportContent) -> Iterator[Row]:
    fits = {Fit.YES: pgettext("workbook", "yes"), Fit.MAYBE: pgettext("workbook", "maybe")}
    for card in content.actions:
        for category in card.categories:
            for each in category.services:
                head = (card.title, category.title, each.title, each.provider, each.terms, fits[each.fit])
                yield *head, each.reason, worded_day(each.valid_until), each.source, yes(each.is_sample)


def _way_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Action"), 44),
        Column(pgettext("workbook", "Cost"), 24),
        Column(pgettext("workbook", "Cost, yuan"), 15),
        Column(pgettext("workbook", "Own days"), 20),
        Column(gettext("Points on this way"), 14),
        Column(pgettext("workbook", "Recommended"), 14),
        Column(pgettext("workbook", "Remark"), 70),
    ]


def _way(path: Path) -> Iterator[Row]:
    """What is said of the whole way stands beside its first step. An older report has the days in words."""
    counted = gettext(
        "Counted one after another along this way. Rounded numbers may add up to a little more or less than the whole."
    )
    said = listed([path.headline, counted, *path.notes])
    for place, work in enumerate(path.works):
        yield (
            work.title,
            work.cost,
            None if work.values is None else yuan(work.values.cost),
            work.days if work.values is None else number(work.values.days),
            number(work.gain),
            yes(work.recommended),
            lines([work.in_plan.said if work.in_plan else "", "" if place else said]),
        )
