"""The recommended actions as cards: why, how, what it takes, what it brings and who can help."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from recommendations.report.content.action_schema import (
    ActionCard,
    Category,
    ChangeRow,
    EffectRow,
    Ground,
    ReasonView,
    UndecidedRow,
)
from recommendations.report.content.exact_schema import Amount, CardValues
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import bare, place, weeks
from recommendations.report.content.wording import answer_afterwards, answered, brief_answer, short_title
from recommendations.rules.advice import Change, Reason, Recommendation, Undecided
from recommendations.rules.document import Action, CostBand, PlaybookDocument

EVIDENCE_SHOWN = 6


def cards_of(material: Material) -> tuple[ActionCard, ...]:
    if material.playbook is None:
        return ()
    maker = _CardMaker(material, material.playbook)
    return tuple(maker.card(item) for item in material.advice.recommendations)


def cost_bands_of(material: Material) -> tuple[str, ...]:
    if material.playbook is None:
        return ()
    return tuple(material.say(band.title) for band in material.playbook.cost_bands)


class _CardMaker:
    """Knows the playbook by key."""

    def __init__(self, material: Material, playbook: PlaybookDocument) -> None:
        self._material = material
        self._actions = {action.key: action for action in playbook.actions}
        self._efforts = {effort.key: (rank, effort) for rank, effort in enumerate(playbook.efforts, start=1)}
        self._costs = {band.key: (rank, band) for rank, band in enumerate(playbook.cost_bands, start=1)}
        self._bands = {band.key: band for band in playbook.priority_bands}
        self._rules = playbook.rules
        self._sources = playbook.sources

    def card(self, item: Recommendation) -> ActionCard:
        material, action, say = self._material, self._actions[item.action], self._material.say
        effort_rank, effort = self._efforts[action.effort]
        cost_rank, cost = self._costs[action.cost_band]
        categories = tuple(material.categories[key] for key in action.categories if key in material.categories)
        root, gains = material.scorecard.root, material.overall.shown is not None
        return ActionCard(
            key=action.key,
            rank=item.rank,
            title=say(action.title),
            hue=material.hue_of(action.node),
            barrier=self._barrier(action),
            band=say(self._bands[item.band].title),
            reasons=tuple(_reason(material, reason) for reason in item.reasons),
            why=say(action.why),
            steps=tuple(say(step) for step in action.steps),
            effort=say(effort.title),
            effort_rank=effort_rank,
            cost=say(cost.title),
            cost_rank=cost_rank,
            weeks=weeks(action.weeks),
            first=tuple(say(self._actions[key].title) for key in item.after),
            effect=material.gain(root, item.effect) if gains else None,
            at=place(item.effect) if gains else None,
            effects=_effects(material, item.effects),
            changes=tuple(_change(material, change) for change in item.changes),
            categories=categories,
            measures=tuple(material.measures[key] for key in action.measures if key in material.measures),
            service_count=service_count(categories),
            services_line=services_line(categories),
            money=material.money.get(action.key),
            source=say(action.source),
            grounds=self._grounds(action, item),
            values=_values(action, cost),
            in_plan=material.standings.get(action.key),
        )

    def _grounds(self, action: Action, item: Recommendation) -> tuple[Ground, ...]:
        """Each source once, in the order of the playbook: of the rules that hold, of the cost band and of the days."""
        fired = {reason.rule for reason in item.reasons}
        cited = {key for rule in self._rules if rule.key in fired for key in rule.sources}
        cited |= {*self._costs[action.cost_band][1].sources, *self._efforts[action.effort][1].sources}
        return tuple(
            Ground(text=self._material.say(source.text), is_estimate=source.estimate)
            for source in self._sources
            if source.key in cited
        )

    def _barrier(self, action: Action) -> str:
        barrier = self._material.barrier_of.get(action.node)
        return self._material.say(barrier.title) if barrier else ""


def _values(action: Action, cost: CostBand) -> CardValues:
    high = "" if cost.maximum is None else bare(cost.maximum)
    span = action.weeks
    return CardValues(cost=Amount(low=bare(cost.minimum), high=high), weeks_low=span.minimum, weeks_high=span.maximum)


def _reason(material: Material, reason: Reason) -> ReasonView:
    shown, hidden = reason.evidence[:EVIDENCE_SHOWN], reason.evidence[EVIDENCE_SHOWN:]
    return ReasonView(
        text=material.say(reason.text),
        asks=material.say(reason.condition),
        evidence=tuple(answered(material, item.question, item.answer) for item in shown),
        more=gettext("and %(count)d more answers") % {"count": len(hidden)} if hidden else "",
    )


def _change(material: Material, change: Change) -> ChangeRow:
    question = material.questions[change.question]
    return ChangeRow(
        key=change.question,
        short=short_title(material, question),
        before=brief_answer(material, question, change.before),
        after=answer_afterwards(material, question, change.before, change.after),
    )


def _effects(material: Material, effects: dict[str, Fraction]) -> tuple[EffectRow, ...]:
    """Only the parts that move and have a number: the overall effect has its own place on the card."""
    return tuple(
        EffectRow(title=material.say(node.title), points=material.gain(node.key, effects[node.key]))
        for node in material.bank.tree.children
        if effects.get(node.key, Fraction(0)) > 0 and material.shown_score(node.key) is not None
    )


def service_count(categories: Iterable[Category]) -> int:
    """This function will count the services of all categories. An offering stands in one category only."""
    return sum(category.real_count + category.sample_count for category in categories)


def services_line(categories: Sequence[Category]) -> str:
    """This function will say how many services fit. Samples are never counted as if they were real."""
    real = sum(category.real_count for category in categories)
    samples = sum(category.sample_count for category in categories)
    if real:
        return ngettext("%(count)d service fits", "%(count)d services fit", real) % {"count": real}
    if samples:
        return ngettext("%(count)d sample service", "%(count)d sample services", samples) % {"count": samples}
    return gettext("No service in the catalogue fits yet")


def undecided_of(material: Material) -> tuple[UndecidedRow, ...]:
    """What could not be decided, one row for each action that is not recommended anyway."""
    if material.playbook is None:
        return ()
    recommended = {item.action for item in material.advice.recommendations}
    open_rules: dict[str, list[Undecided]] = {}
    for item in material.advice.undecided:
        if item.action not in recommended:
            open_rules.setdefault(item.action, []).append(item)
    actions = {action.key: action for action in material.playbook.actions}
    return tuple(_undecided_row(material, actions[key], items) for key, items in open_rules.items())


def _undecided_row(material: Material, action: Action, items: list[Undecided]) -> UndecidedRow:
    questions = dict.fromkeys(question for item in items for question in item.questions)
    return UndecidedRow(
        action=material.say(action.title),
        questions=tuple(short_title(material, material.questions[question]) for question in questions),
        asks=tuple(material.say(item.condition) for item in items if item.condition),
    )
