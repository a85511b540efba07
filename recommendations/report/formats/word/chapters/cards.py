"""One action in full: reasons, steps, costs, who pays and who can help."""

from django.utils.translation import gettext

from recommendations.report.content.action_schema import ActionCard, Category, ReasonView, Service
from recommendations.report.content.kinds import Fit
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    ItemList,
    Paragraph,
    Run,
    Style,
    Table,
    Words,
    between,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.words import (
    asked,
    plan_says,
    sample,
    supported_by,
)


def card(content: ReportContent, action: ActionCard, level: int) -> list[Block]:
    """This function will return an action under a heading of `level`."""
    return [
        Heading(f"{action.rank}  {action.title}", level, f"action-{action.rank}"),
        *_tags(action),
        *[
            Paragraph(_reason(content, reason, number == 0), Style.BECAUSE)
            for number, reason in enumerate(action.reasons)
        ],
        *_why(action),
        *_steps(action),
        *_changes(action),
        *_money(action),
        *_help(content, action),
    ]


def _tags(action: ActionCard) -> list[Block]:
    said = [action.barrier, action.band, action.added_by, action.worded_by, plan_says(action.in_plan)]
    named = between(" · ", said)
    facts = (
        (gettext("Points gained"), action.effect),
        (gettext("Cost"), action.cost),
        (gettext("Time"), action.weeks),
        (gettext("Effort"), action.effort),
    )
    strip = between("   ", [(soft(f"{name} "), strong(said)) for name, said in facts if said])
    effects = between(" · ", [f"{effect.title} {effect.points}" for effect in action.effects])
    return [Paragraph(lines((hue_mark(action.hue), *named) if named else "", strip, effects), keeps_next=True)]


def _reason(content: ReportContent, reason: ReasonView, is_first: bool) -> Words:
    because: Words = strong(f"{gettext('Because')}:") if is_first else ""
    evidence = "; ".join(asked(content, answer) for answer in reason.evidence)
    return between(" ", [because, reason.text, soft(f"{evidence} {reason.more}".strip())])


def _why(action: ActionCard) -> list[Block]:
    first: Words = (strong(gettext("Do first:")), " ", gettext("; ").join(action.first)) if action.first else ""
    said = between(" ", [action.why, first])
    return [Paragraph(said)] if said else []


def _steps(action: ActionCard) -> list[Block]:
    if not action.steps:
        return []
    return [Paragraph(gettext("Steps"), Style.LABEL), ItemList(action.steps, is_numbered=True)]


def _changes(action: ActionCard) -> list[Block]:
    if not action.changes:
        return []
    changes = tuple((strong(f"{change.short}:"), f" {change.before} → {change.after}") for change in action.changes)
    return [Paragraph(gettext("What changes in your answers"), Style.LABEL), ItemList(changes)]


def _money(action: ActionCard) -> list[Block]:
    money = action.money
    if money is None:
        return []
    columns = (
        Column(gettext("Price"), 42),
        Column(gettext("You"), 42),
        Column(gettext("Provider's discount"), 42),
        Column(money.support_title, 44),
    )
    title = gettext("Who pays")
    row = (money.price, money.enterprise, money.provider, money.support)
    head = between(" ", [strong(f"{title}:"), money.headline])
    support = supported_by(money.schemes)
    return [
        Paragraph(head, keeps_next=True),
        *([Table(title, columns, (row,))] if any(row) else []),
        *([Paragraph(support)] if support else []),
    ]


def _help(content: ReportContent, action: ActionCard) -> list[Block]:
    chosen = ""
    if content.overlay:
        chosen = gettext("chosen by %(name)s") % {"name": content.overlay.workspace}
    title = gettext("Who can help")
    blocks: list[Block] = []
    if action.categories:
        helps = tuple(_category(category, chosen) for category in action.categories)
        blocks = [Paragraph(title, Style.LABEL), ItemList(helps)]
    if action.measures:
        named = "; ".join(measure.title for measure in action.measures)
        annex = Run(gettext("(see annex)"), link="#measures")
        blocks.append(Paragraph((strong(f"{gettext('Public measures')}:"), f" {named} ", annex)))
    return blocks


def _category(category: Category, chosen: str) -> Words:
    offered = [_service(service, chosen) for service in category.services]
    return lines(strong(category.title), *(offered or [soft(category.description)]))


def _service(service: Service, chosen: str) -> Words:
    maybe = soft(service.reason if service.fit is Fit.MAYBE else "")
    named = f"{service.title}, {service.provider}"
    picked = chosen if service.is_chosen else ""
    return (*sample(service.is_sample), *between(" · ", [named, service.terms, maybe, picked]))
