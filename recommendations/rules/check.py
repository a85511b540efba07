"""What is wrong with a playbook, read beside the bank it advises on."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from assessment.scoring import walk
from assessment.scoring.check_conditions import EVERYTHING, check_condition
from assessment.scoring.checks.texts import check_texts
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.findings import Finding, error, warning
from recommendations.rules.check_effects import check_effects
from recommendations.rules.check_slots import check_slots
from recommendations.rules.check_sources import check_sources
from recommendations.rules.document import Action, PlaybookDocument


def check_playbook(playbook: PlaybookDocument, bank: BankDocument) -> list[Finding]:
    """This function will return every fault of `playbook` and every doubt about it, in reading order."""
    return [
        *_head(playbook, bank),
        *_keys(playbook),
        *_scales(playbook),
        *check_texts(playbook, playbook.locales),
        *_actions(playbook, bank),
        *check_effects(playbook, bank),
        *_prerequisites(playbook.actions),
        *_exclusions(playbook.actions),
        *_recommended(playbook),
        *check_sources(playbook),
        *_conditions(playbook, bank),
        *check_slots(playbook, bank),
    ]


def _head(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Finding]:
    if playbook.bank != bank.slug:
        yield error(
            "bank", f"the playbook is for the bank {playbook.bank}, not for {bank.slug}", "check it with its bank"
        )
    for locale in bank.locales:
        if locale not in playbook.locales:
            yield error("locales", f"the bank speaks {locale}, the playbook does not", f"add {locale} and its texts")


def _keys(playbook: PlaybookDocument) -> Iterator[Finding]:
    yield from _once("efforts", "effort", (effort.key for effort in playbook.efforts))
    yield from _once("cost_bands", "cost band", (band.key for band in playbook.cost_bands))
    yield from _once("priority_bands", "priority band", (band.key for band in playbook.priority_bands))
    yield from _once("actions", "action", (action.key for action in playbook.actions))
    yield from _once("rules", "rule", (rule.key for rule in playbook.rules))


def _once(place: str, thing: str, keys: Iterable[str]) -> Iterator[Finding]:
    for key, count in Counter(keys).items():
        if count > 1:
            yield error(
                f"{place}.{key}", f"the {thing} key {key} is used {count} times", f"give every {thing} a key of its own"
            )


def _scales(playbook: PlaybookDocument) -> Iterator[Finding]:
    for band in playbook.cost_bands:
        if band.maximum is not None and band.maximum < band.minimum:
            message = f"the maximum {band.maximum} is below the minimum {band.minimum}"
            yield error(f"cost_bands.{band.key}", message, "swap them")
    for before, after in pairwise(playbook.cost_bands):
        if before.maximum is None or after.minimum < before.maximum:
            message = f"the band {after.key} does not begin where {before.key} ends"
            yield error(
                f"cost_bands.{after.key}", message, "order the bands by cost, without overlap; only the last is open"
            )
    falling = [band.from_priority for band in playbook.priority_bands]
    if falling != sorted(set(falling), reverse=True):
        yield error(
            "priority_bands", "the bands are not in falling order of priority", "begin with the most urgent one"
        )
    lowest = min(falling)
    if any(rule.priority < lowest for rule in playbook.rules):
        yield error(
            "priority_bands", f"a rule's priority is below {lowest}, where the lowest band begins", "lower that band"
        )


def _actions(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Finding]:
    nodes = {node.key for _, node in walk.nodes(bank)}
    efforts = {effort.key for effort in playbook.efforts}
    bands = {band.key for band in playbook.cost_bands}
    known = {action.key for action in playbook.actions}
    for action in playbook.actions:
        place = f"actions.{action.key}"
        yield from _known(f"{place}.node", "node", [action.node], nodes)
        yield from _known(f"{place}.raises", "node", [lift.node for lift in action.raises], nodes)
        yield from _known(f"{place}.effort", "effort", [action.effort], efforts)
        yield from _known(f"{place}.cost_band", "cost band", [action.cost_band], bands)
        yield from _known(f"{place}.requires", "action", action.requires, known)
        yield from _known(f"{place}.follows", "action", action.follows, known)
        yield from _known(f"{place}.excludes", "action", action.excludes, known)
        if action.weeks.maximum < action.weeks.minimum:
            message = f"it would take at most {action.weeks.maximum} weeks and at least {action.weeks.minimum}"
            yield error(f"{place}.weeks", message, "swap them")


def _known(place: str, thing: str, keys: Iterable[str], known: set[str]) -> Iterator[Finding]:
    for key in keys:
        if key not in known:
            yield error(place, f"there is no {thing} {key}", f"use one of: {', '.join(sorted(known))}")


def _needed(actions: list[Action], *, follows: bool = False) -> dict[str, set[str]]:
    """What each action needs before it, one way or another; with `follows` also what it only comes after."""
    requires = {action.key: action.after if follows else action.requires for action in actions}
    needed: dict[str, set[str]] = {action.key: set() for action in actions}
    for key, seen in needed.items():
        waiting = list(requires[key])
        while waiting:
            before = waiting.pop()
            if before not in seen:
                seen.add(before)
                waiting += requires.get(before, [])
    return needed


def _prerequisites(actions: list[Action]) -> Iterator[Finding]:
    for key, needed in _needed(actions).items():
        if key in needed:
            yield error(f"actions.{key}.requires", "the action needs itself before it", "break the circle")
    circles = _needed(actions, follows=True)
    for action in actions:
        if action.follows and action.key in circles[action.key]:
            yield error(f"actions.{action.key}.follows", "the action comes after itself", "break the circle")


def _exclusions(actions: list[Action]) -> Iterator[Finding]:
    """An action that can never be done: it, or what it needs, is ruled out by something else that it needs."""
    for action in actions:
        if action.key in action.excludes:
            message = "the action is not to be done together with itself"
            yield error(f"actions.{action.key}.excludes", message, "take it out of its own excludes")
    excluded = {frozenset((one.key, other)) for one in actions for other in one.excludes if other != one.key}
    for key, needed in _needed(actions).items():
        together = sorted(needed | {key})
        for pair in sorted(sorted(pair) for pair in excluded if pair <= set(together)):
            message = f"the action needs what must not be done together: {' and '.join(pair)}"
            yield error(f"actions.{key}.excludes", message, "take one of them out of requires or excludes")


def _recommended(playbook: PlaybookDocument) -> Iterator[Finding]:
    known = {action.key for action in playbook.actions}
    for rule in playbook.rules:
        yield from _known(f"rules.{rule.key}.recommends", "action", [rule.recommends], known)
    for key in sorted(known - {rule.recommends for rule in playbook.rules}):
        yield warning(
            f"actions.{key}", "no rule recommends the action, so nobody will ever see it", "write a rule for it"
        )


def _conditions(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Finding]:
    facts = facts_of(bank)
    for action in playbook.actions:
        if action.suits is not None:
            yield from check_condition(action.suits, facts, EVERYTHING, f"actions.{action.key}.suits")
    for rule in playbook.rules:
        yield from check_condition(rule.when, facts, EVERYTHING, f"rules.{rule.key}.when")
