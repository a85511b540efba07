"""Who pays for what is open in the plan."""

from django.utils.translation import gettext

from recommendations.report.content.money_schema import PlanMoney
from recommendations.report.formats.word.blocks import Block, Column, Heading, Paragraph, Style, Table, Words, strong
from recommendations.report.formats.word.chapters.words import supported_by


def plan_money(money: PlanMoney) -> list[Block]:
    title = gettext("Who pays for what is open")
    columns = (
        Column(gettext("Item"), 58),
        Column(gettext("Price"), 28),
        Column(gettext("You"), 28),
        Column(gettext("Provider's discount"), 28),
        Column(money.support_title, 28),
    )
    lines: list[tuple[Words, ...]] = [
        (line.title, line.price, line.enterprise, line.provider, line.support) for line in money.lines
    ]
    total = (gettext("All together"), money.price, money.enterprise, money.provider, money.support)
    support = supported_by(money.schemes)
    return [
        Heading(title, 2),
        Paragraph(money.headline, Style.INTRO),
        Table(title, columns, (*lines, tuple(strong(cell) for cell in total))),
        *([Paragraph(support)] if support else []),
        *([Paragraph(" ".join(money.assumptions), Style.NOTE)] if money.assumptions else []),
    ]
