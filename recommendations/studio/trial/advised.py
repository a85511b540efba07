"""The actions on the bench in their order, with reasons and effect, and what the release in use says of them."""

from dataclasses import dataclass

from assessment.scoring.figures import shown_points
from assessment.scoring.texts import localise
from recommendations.rules.advice import Cause, Recommendation
from recommendations.studio.places import page_of
from recommendations.studio.trial.sides import Side

SHOWN_AT_ONCE = 10


@dataclass(frozen=True, slots=True)
class Because:
    """A reason: the rule's sentence, with the way to the rule."""

    rule: str
    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Advised:
    """`was` and `was_effect` are the rank and the effect in the release, "" where they are the same or it has no advice."""

    rank: int
    title: str
    address: str
    band: str
    effect: str
    because: tuple[Because, ...]
    is_new: bool
    was: str
    was_effect: str


@dataclass(frozen=True, slots=True)
class Left:
    """An action that is not advised: held back for a cause, or advised by the release alone."""

    title: str
    address: str
    is_unsuited: bool


@dataclass(frozen=True, slots=True)
class AdvisedPage:
    """`first` are the actions shown at once, `gone` the titles of those that only the release in use advises."""

    first: tuple[Advised, ...]
    further: tuple[Advised, ...]
    withheld: tuple[Left, ...]
    gone: tuple[str, ...]


def advised_page(now: Side, before: Side | None) -> AdvisedPage | None:
    """This function will return the advice of the working copies; None where no playbook can advise."""
    if now.advice is None:
        return None
    old = {} if before is None else before.recommended
    is_compared = before is not None and before.advice is not None
    actions = tuple(_advised(each, old.get(each.action), now, before, is_compared) for each in now.recommended.values())
    gone = () if before is None else tuple(_title(key, before) for key in old if key not in now.recommended)
    withheld = tuple(
        Left(_title(each.action, now), _address(each.action, now), each.cause is Cause.UNSUITED)
        for each in now.advice.withheld
    )
    return AdvisedPage(actions[:SHOWN_AT_ONCE], actions[SHOWN_AT_ONCE:], withheld, gone)


def _advised(
    one: Recommendation, old: Recommendation | None, now: Side, before: Side | None, is_compared: bool
) -> Advised:
    effect = _effect(one, now)
    old_effect = effect if old is None or before is None else _effect(old, before)
    bands = {} if now.playbook is None else {band.key: band for band in now.playbook.priority_bands}
    return Advised(
        rank=one.rank,
        title=_title(one.action, now),
        address=_address(one.action, now),
        band=localise(bands[one.band].title, now.locale) if one.band in bands else "",
        effect=effect,
        because=tuple(
            Because(each.rule, _rule_address(each.rule, now), localise(each.text, now.locale)) for each in one.reasons
        ),
        is_new=is_compared and old is None,
        was=str(old.rank) if old is not None and old.rank != one.rank else "",
        was_effect=(old_effect or shown_points(None)) if old_effect != effect else "",
    )


def _effect(one: Recommendation, side: Side) -> str:
    overall = side.card.overall
    return "" if overall.shown is None else side.speaker.gain(overall, one.effect)


def _title(action: str, side: Side) -> str:
    return (localise(side.actions[action].title, side.locale) if action in side.actions else "") or action


def _address(action: str, side: Side) -> str:
    return page_of(side.document.slug, f"actions.{action}", in_playbook=True)


def _rule_address(rule: str, side: Side) -> str:
    return page_of(side.document.slug, f"rules.{rule}", in_playbook=True)
