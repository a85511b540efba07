"""The recommended actions as cards: why, how, what it takes, what it brings and who can help."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import shown_gain
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import weeks
from recommendations.report.content.schema import (
    ActionCard,
    Category,
    ChangeRow,
    EffectRow,
    ReasonView,
    UndecidedRow,
)
from recommendations.report.content.wording import answered, brief_answer, short_title
from recommendations.rules.advice import Change, Recommendation, Reason
from recommendations.rules.document import Action, PlaybookDocument


def cards_of(material: Material) -> tuple[ActionCard, ...]:
    actions = _by_key(material.playbook)
    return tuple(_card(material, item, actions) for item in material.advice.recommendations)


def _by_key(playbook: PlaybookDocument) -> dict[str, Action]:
    return {action.key: action for action in playbook.actions}


def _card(material: Material, item: Recommendation, actions: dict[str, Action]) -> ActionCard:
    action, playbook, say = actions[item.action], material.playbook, material.say
    efforts = [effort.key for effort in playbook.efforts]
    costs = [band.key for band in playbook.cost_bands]
    categories = tuple(material.categories[key] for key in action.categories if key in material.categories)
    count = _service_count(categories)
    barrier = material.barrier_of.get(action.node)
    return ActionCard(
        key=action.key,
        rank=item.rank,
        title=say(action.title),
        hue=material.hue_of(action.node),
        barrier=say(barrier.title) if barrier else "",
        band=next((say(band.title) for band in playbook.priority_bands if band.key == item.band), ""),
        reasons=tuple(_reason(material, reason) for reason in item.reasons),
        why=say(action.why),
        steps=tuple(say(step) for step in action.steps),
        effort=say(playbook.efforts[efforts.index(action.effort)].title),
        effort_rank=efforts.index(action.effort) + 1,
        cost=say(playbook.cost_bands[costs.index(action.cost_band)].title),
        cost_rank=costs.index(action.cost_band) + 1,
        weeks=weeks(action.weeks),
        first=tuple(say(actions[key].title) for key in item.after),
        effect=shown_gain(item.effect),
        effects=_effects(material, item.effects),
        changes=tuple(_change(material, change) for change in item.changes),
        categories=categories,
        measures=tuple(material.measures[key] for key in action.measures if key in material.measures),
        service_count=count,
        services_line=_services_line(count),
        source=say(action.source),
    )


def _reason(material: Material, reason: Reason) -> ReasonView:
    return ReasonView(
        text=material.say(reason.text),
        evidence=tuple(answered(material, item.question, item.answer) for item in reason.evidence),
    )


def _change(material: Material, change: Change) -> ChangeRow:
    question = material.questions[change.question]
    return ChangeRow(
        key=change.question,
        short=short_title(material, question),
        before=brief_answer(material, question, change.before),
        after=brief_answer(material, question, change.after),
    )


def _effects(material: Material, effects: dict[str, Fraction]) -> tuple[EffectRow, ...]:
    """Only the barriers that move: the overall effect has its own place on the card."""
    return tuple(
        EffectRow(title=material.say(node.title), points=shown_gain(effects[node.key]))
        for node in material.bank.tree.children
        if effects.get(node.key, Fraction(0)) > 0
    )


def _service_count(categories: Iterable[Category]) -> int:
    return len({(service.title, service.provider) for category in categories for service in category.services})


def _services_line(count: int) -> str:
    if count == 0:
        return gettext("No service in the catalogue fits yet")
    return ngettext("%(count)d service fits", "%(count)d services fit", count) % {"count": count}


def undecided_of(material: Material) -> tuple[UndecidedRow, ...]:
    """What could not be decided, one row for each action that is not recommended anyway."""
    recommended = {item.action for item in material.advice.recommendations}
    missing: dict[str, dict[str, None]] = {}
    for item in material.advice.undecided:
        if item.action not in recommended:
            missing.setdefault(item.action, {}).update(dict.fromkeys(item.questions))
    actions = _by_key(material.playbook)
    return tuple(
        UndecidedRow(
            action=material.say(actions[key].title),
            questions=tuple(short_title(material, material.questions[question]) for question in questions),
        )
        for key, questions in missing.items()
    )
