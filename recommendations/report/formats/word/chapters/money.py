"""Who pays for what is open in the plan."""

from django.utils.translation import gettext

from recommendations.report import drawings
from recommendations.report.content.money_schema import PlanMoney
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    ItemList,
    Paragraph,
    Style,
    Table,
    Words,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import supported_by
from recommendations.report.shared_caps import is_shared


def plan_money(content: ReportContent, money: PlanMoney) -> list[Block]:
    title = gettext("Who pays for what is open")
    columns = (
        Column(gettext("Item"), 58),
        Column(gettext("Price"), 28),
        Column(gettext("You"), 28),
        Column(gettext("Provider's discount"), 28),
        Column(money.support_title, 28),
    )
    rows: list[tuple[Words, ...]] = [
        (lines(item.title, *map(soft, item.remarks)), item.price, item.enterprise, item.provider, item.support)
        for item in money.lines
    ]
    line = content.timeline
    total = (gettext("All together"), money.price, money.enterprise, money.provider, money.support)
    support = supported_by(money.schemes)
    shared = gettext(
        "The items may name more public support than stands under all together: what a scheme pays at most counts once, even where several items share it."
    )
    return [
        Heading(title, 2),
        Paragraph(money.headline, Style.INTRO),
        *([] if line is None else chart_blocks(drawings.draw_split(line.shares))),
        *([Paragraph(line.shares_note, Style.CAPTION)] if line and line.shares_note else []),
        Table(title, columns, (*rows, tuple(strong(cell) for cell in total))),
        *([Paragraph(shared, Style.NOTE)] if is_shared(money) else []),
        *([Paragraph(support)] if support else []),
        *([ItemList(money.assumptions)] if money.assumptions else []),
    ]
