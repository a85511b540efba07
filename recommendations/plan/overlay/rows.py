"""The two lists of the advice desk in words: what the engine says, and what the workspace shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import ngettext

from assessment.scoring.texts import localise
from recommendations.catalogue.wording import amount_text
from recommendations.plan.item_rows import gain_text
from recommendations.plan.models import ItemStatus
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import LAST, Overlaid
from recommendations.plan.overlay.services import Offer, Offered, categories_of, chosen_of
from recommendations.plan.overlay.wording import Words, words_of
from recommendations.plan.speaker import Speaker
from recommendations.rules.advice import Recommendation


@dataclass(frozen=True, slots=True)
class EngineRow:
    """One recommendation as the engine made it: nothing here changes with the overlay but `position` and `is_hidden`."""

    key: str
    rank: int
    hue: int
    part: str
    band: str
    words: Words
    because: tuple[str, ...]
    effect: str
    cost: str
    position: int | None
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One recommendation as the workspace shows it; `engine` is None for something added.

    `up`, `down` and `first` are what it would be put before: None where it cannot go there. `status` is its state in
    the plan, `gone_count` how many chosen services are not on offer any more.
    """

    item: Overlaid
    words: Words
    engine: EngineRow | None
    hue: int
    part: str
    cost: str
    days: str
    services: tuple[Offer, ...]
    gone_count: int
    has_services: bool
    up: str | None
    down: str | None
    first: str | None
    status: str

    @property
    def key(self) -> str:
        return self.item.key


def engine_rows(desk: Desk, locale: str) -> list[EngineRow]:
    """This function will return the engine's list in its own order, in `locale`, which is the active language."""
    items = {item.key: item for item in desk.overlay.state}
    return [_engine_row(desk, each, items[each.action], locale) for each in desk.overlay.recommendations]


def _engine_row(desk: Desk, each: Recommendation, item: Overlaid, locale: str) -> EngineRow:
    current, action = desk.current, desk.current.actions[each.action]
    bands = {} if current.playbook is None else {band.key: band for band in current.playbook.priority_bands}
    costs = {} if current.playbook is None else {band.key: band for band in current.playbook.cost_bands}
    hue, part = Speaker(current.scorer.document, locale).hues.get(action.node, (0, ""))
    has_score = current.scorecard.overall.shown is not None
    return EngineRow(
        key=each.action,
        rank=each.rank,
        hue=hue,
        part=part,
        band=localise(bands[each.band].title, locale),
        words=Words(
            localise(action.title, locale),
            localise(action.why, locale),
            tuple(localise(step, locale) for step in action.steps),
        ),
        because=tuple(localise(reason.text, locale) for reason in each.reasons),
        effect=gain_text(each.effect, current) if has_score else "",
        cost=localise(costs[action.cost_band].title, locale),
        position=item.position,
        is_hidden=item.is_hidden,
    )


def shown_rows(
    desk: Desk,
    items: Sequence[Overlaid],
    engine: Sequence[EngineRow],
    offered: dict[str, Offered],
    planned: Mapping[str, str],
    locale: str,
) -> list[ShownRow]:
    """This function will return what the workspace shows, in its order, in `locale`, which is the active language.

    `planned` gives the status in the plan by action, and by title for what was added.
    """
    by_key = {row.key: row for row in engine}
    maker = _RowMaker(desk, by_key, offered, planned, locale)
    return [maker.row(items, place) for place in range(len(items))]


class _RowMaker:
    def __init__(
        self,
        desk: Desk,
        engine: Mapping[str, EngineRow],
        offered: dict[str, Offered],
        planned: Mapping[str, str],
        locale: str,
    ) -> None:
        self._desk = desk
        self._engine = engine
        self._offered = offered
        self._planned = planned
        self._locale = locale
        self._hues = Speaker(desk.current.scorer.document, locale).hues

    def row(self, items: Sequence[Overlaid], place: int) -> ShownRow:
        """This function will return the row of `items[place]`."""
        item, engine = items[place], self._engine.get(items[place].key)
        words = words_of(item, self._desk.current.actions.get(item.key), self._locale)
        hue, part = self._hues.get(item.words.get("barrier", ""), (0, ""))
        chosen, gone_count = chosen_of(item, self._desk.current, self._offered)
        status = self._planned.get(item.key if engine else words.title, "")
        return ShownRow(
            item=item,
            words=words,
            engine=engine,
            hue=engine.hue if engine else hue,
            part=engine.part if engine else part,
            cost=engine.cost if engine else cost_text(item, self._locale),
            days="" if engine else days_text(item),
            services=tuple(chosen),
            gone_count=gone_count,
            has_services=bool(categories_of(item, self._desk.current)),
            up=items[place - 1].key if place > 0 else None,
            down=_after(items, place + 1) if place + 1 < len(items) else None,
            first=items[0].key if place > 1 else None,
            status=str(ItemStatus(status).label) if status else "",
        )


def _after(items: Sequence[Overlaid], place: int) -> str:
    return items[place + 1].key if place + 1 < len(items) else LAST


def cost_text(item: Overlaid, locale: str) -> str:
    """This function will return what something added costs, in words, "" where nothing was said."""
    low, high = item.words.get("cost_from"), item.words.get("cost_to")
    if low is None:
        return ""
    return amount_text(Decimal(low), None if high is None else Decimal(high), locale)


def days_text(item: Overlaid) -> str:
    """This function will return how many own days something added takes, in words, "" where nothing was said."""
    days = item.words.get("days")
    if days is None:
        return ""
    return ngettext("%(count)d own working day", "%(count)d own working days", days) % {"count": days}


@dataclass(frozen=True, slots=True)
class Together:
    """What all that is shown would do together: scored again as a whole, never added up."""

    gain: str
    now: str
    then: str
    count: int
    own_count: int


def together_of(desk: Desk) -> Together | None:
    """This function will return what the shown list would do, None without a score or without the engine's actions."""
    current, shown = desk.current, desk.overlay.shown
    actions = [current.actions[item.key] for item in shown if not item.is_own]
    score = current.scorecard.overall.shown
    if score is None or not actions:
        return None
    gain = current.gains(current.changes(actions)).get(current.scorecard.root, Fraction(0))
    speaker = Speaker(current.scorer.document, "")
    return Together(
        gain=gain_text(gain, current),
        now=speaker.points(current.scorecard.overall, score),
        then=speaker.points(current.scorecard.overall, score + gain),
        count=len(actions),
        own_count=len(shown) - len(actions),
    )


def part_choices(desk: Desk, locale: str) -> list[tuple[str, str]]:
    """This function will return the parts of the whole, by key, as something added can name them."""
    document = desk.current.scorer.document
    return [(child.key, localise(child.title, locale)) for child in document.tree.children]
