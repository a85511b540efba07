"""Every rule on the bench: whether it fires, and how each part of its condition comes out."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.scoring.conditions import All, AnyOf, Condition, Not
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.normal_form import guarded, normal_form
from assessment.scoring.texts import localise
from recommendations.rules.advise import FAULTS
from recommendations.rules.document import Rule
from recommendations.studio.places import page_of
from recommendations.studio.trial.sides import Side

FIRES, UNSUITED, OPEN, SILENT, FAULTY, ABSENT = "fires", "unsuited", "open", "silent", "faulty", "absent"
VERDICTS = {True: FIRES, None: OPEN, False: SILENT}
SHOWN_AT_ONCE = 6
STATES = {True: "holds", False: "fails", None: "open"}


@dataclass(frozen=True, slots=True)
class Part:
    """A comparison in words with its own value, or a group of parts; `joint` is "all", "any", "not" or ""."""

    state: str
    text: str
    joint: str
    parts: tuple["Part", ...]

    @property
    def is_long(self) -> bool:
        return len(self.parts) > SHOWN_AT_ONCE


@dataclass(frozen=True, slots=True)
class RuleTrace:
    """`state` and `was` are one of the words above; `was` is "" where the release in use says the same."""

    key: str
    address: str
    action: str
    action_address: str
    priority: int
    state: str
    was: str
    trace: Part | None
    suits: Part | None


@dataclass(frozen=True, slots=True)
class RuleGroup:
    state: str
    rules: tuple[RuleTrace, ...]


class Parts:
    """Takes conditions apart for one set of answers."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._facts: Mapping[str, Fact] = facts_of(side.document)

    def of(self, condition: Condition) -> Part:
        """This function will return a condition with all its parts, each with how it comes out.

        That something is asked only where it applies is part of one sentence.
        """
        state = STATES[evaluate(condition, self._side.case.lookup)]
        if guarded(normal_form(condition)) is not None:
            return Part(state, self._words(condition), "", ())
        if isinstance(condition, Not):
            return Part(state, "", "not", (self.of(condition.not_),))
        if isinstance(condition, All):
            return Part(state, "", "all", tuple(map(self.of, condition.all)))
        if isinstance(condition, AnyOf):
            return Part(state, "", "any", tuple(map(self.of, condition.any)))
        return Part(state, self._words(condition), "", ())

    def _words(self, condition: Condition) -> str:
        side = self._side
        return explain_condition(condition, side.document, side.locale, side.case.lookup, self._facts)


def rule_groups(now: Side, before: Side | None) -> tuple[RuleGroup, ...]:
    """This function will return the rules by what became of them, those that fire first."""
    if now.playbook is None:
        return ()
    parts = Parts(now)
    traces = [_trace(rule, now, before, parts) for rule in now.playbook.rules]
    groups = [RuleGroup(state, tuple(each for each in traces if each.state == state)) for state in _ORDER]
    return tuple(group for group in groups if group.rules)


_ORDER = (FAULTY, FIRES, UNSUITED, OPEN, SILENT)


def _trace(rule: Rule, now: Side, before: Side | None, parts: Parts) -> RuleTrace:
    slug = now.document.slug
    action, state = now.actions.get(rule.recommends), _state(rule, now)
    was = "" if before is None or before.playbook is None else _state_before(rule.key, before)
    return RuleTrace(
        key=rule.key,
        address=page_of(slug, f"rules.{rule.key}", in_playbook=True),
        action=localise(action.title, now.locale) if action else rule.recommends,
        action_address=page_of(slug, f"actions.{rule.recommends}", in_playbook=True),
        priority=rule.priority,
        state=state,
        was="" if was == state else was,
        trace=None if state == FAULTY else parts.of(rule.when),
        suits=parts.of(action.suits) if state == UNSUITED and action and action.suits else None,
    )


def _state_before(key: str, before: Side) -> str:
    return _state(before.rules[key], before) if key in before.rules else ABSENT


def _state(rule: Rule, side: Side) -> str:
    action = side.actions.get(rule.recommends)
    try:
        state = VERDICTS[evaluate(rule.when, side.case.lookup)]
        suits = action is None or action.suits is None or evaluate(action.suits, side.case.lookup) is not False
    except FAULTS:
        return FAULTY
    if action is None:
        return FAULTY
    return UNSUITED if state == FIRES and not suits else state
