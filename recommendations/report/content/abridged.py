"""Leaving out: what an edition does not show is not in its content either."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.edition_schema import Edition, Section
from recommendations.report.content.money_schema import Support
from recommendations.report.content.plan_schema import PlanView
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier


def abridged(content: ReportContent, edition: Edition) -> ReportContent:
    """This function will return the content as the edition shows it, with the edition in it."""
    for section, leave_out in LEAVE_OUT.items():
        if section not in edition.sections:
            content = content.model_copy(update=leave_out(content))
    samples = has_samples(content.actions, content.plan, content.cases)
    return content.model_copy(update={"edition": edition, "has_samples": samples})


def has_samples(actions: Iterable[ActionCard], plan: PlanView | None, cases: Iterable[LikeCase]) -> bool:
    """This function will return whether anything in a report is made up for demonstration."""
    offered = (each for action in actions for category in action.categories for each in category.services)
    chosen = (row for wave in (plan.waves if plan else ()) for row in wave.rows)
    return (
        any(each.is_sample for each in offered)
        or any(row.is_sample for row in chosen)
        or any(case.is_sample for case in cases)
    )


def schemes_in(actions: Iterable[ActionCard], plan: PlanView | None) -> tuple[Support, ...]:
    """This function will return the support that actions and plan name, each scheme once."""
    named = [action.money for action in actions] + [plan.money if plan else None]
    return tuple({scheme.key: scheme for money in named if money is not None for scheme in money.schemes}.values())


def _without_details(content: ReportContent) -> dict[str, Any]:
    """Cover and summary still name the parts and their scores."""
    whole = None if content.whole is None else _head(content.whole)
    return {"barriers": tuple(map(_head, content.barriers)), "whole": whole, "has_references": False}


def _head(barrier: Barrier) -> Barrier:
    gone = {"holds_back": (), "carries": (), "contributions": (), "references": (), "unknown": ()}
    return barrier.model_copy(update=gone)


def _without_actions(content: ReportContent) -> dict[str, Any]:
    return {"actions": (), "public_measures": (), "schemes": schemes_in((), content.plan), "overlay": None}


def _without_plan(content: ReportContent) -> dict[str, Any]:
    gone = {"in_plan": None}
    actions = tuple(action.model_copy(update=gone) for action in content.actions)
    path = content.path
    if path is not None:
        path = path.model_copy(update={"works": tuple(work.model_copy(update=gone) for work in path.works)})
    return {"plan": None, "actions": actions, "path": path, "schemes": schemes_in(actions, None)}


def _without_money(content: ReportContent) -> dict[str, Any]:
    gone = {"categories": (), "measures": (), "service_count": 0, "services_line": "", "money": None}
    plan = None if content.plan is None else content.plan.model_copy(update={"money": None})
    actions = tuple(action.model_copy(update=gone) for action in content.actions)
    line = None if content.timeline is None else content.timeline.model_copy(update={"shares": (), "shares_note": ""})
    return {"actions": actions, "plan": plan, "schemes": (), "public_measures": (), "timeline": line}


def _without_trail(content: ReportContent) -> dict[str, Any]:
    return {} if content.verification else {"trail": None}


LEAVE_OUT: Mapping[Section, Callable[[ReportContent], dict[str, Any]]] = {
    Section.LADDER: lambda content: {"path": None},
    Section.BARRIERS: _without_details,
    Section.READINGS: lambda content: {"readings": None},
    Section.MONEY: _without_money,
    Section.ACTIONS: _without_actions,
    Section.CASES: lambda content: {"cases": ()},
    Section.TREND: lambda content: {"trend": None},
    Section.TIMELINE: lambda content: {"timeline": None},
    Section.PLAN: _without_plan,
    Section.UNDECIDED: lambda content: {"undecided": ()},
    Section.CONSISTENCY: lambda content: {"inconsistencies": ()},
    Section.FIGURES: lambda content: {"figures": ()},
    Section.SOURCES: lambda content: {"sources": ()},
    Section.GLOSSARY: lambda content: {"glossary": ()},
    Section.ANSWERS: lambda content: {"answers": ()},
    Section.TRAIL: _without_trail,
}
