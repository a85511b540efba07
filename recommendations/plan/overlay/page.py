"""What the page of the advice desk shows."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext

from assessment.accounts.rights import Right
from assessment.scoring.texts import localise
from recommendations.catalogue.queries import order_explained
from recommendations.plan.models import OverlayKind, PlanItem
from recommendations.plan.overlay.carrying import waiting_of
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.forms import MoveForm, PressForm, ReasonForm
from recommendations.plan.overlay.history import history_of
from recommendations.plan.overlay.rows import ShownRow, engine_rows, shown_rows, together_of
from recommendations.plan.overlay.services import offered_for
from recommendations.plan.plan_queries import planned_actions


def desk_context(
    desk: Desk,
    today: date,
    locale: str,
    moved: str,
    press: PressForm | None = None,
    move: MoveForm | None = None,
    undo: ReasonForm | None = None,
) -> dict[str, Any]:
    """This function will return what the template reads; `press`, `move` and `undo` are forms that were refused.

    `moved` is "key,way" of the row that was just moved: the same button has the focus again.
    """
    overlay = desk.overlay
    offered = offered_for(overlay.state, desk.current, today, locale)
    engine, planned = engine_rows(desk, locale), planned_of(desk, locale)
    shown = shown_rows(desk, overlay.shown, engine, offered, planned, locale)
    history, last = history_of(desk, overlay.made, locale), overlay.to_undo
    hidden = [item for item in overlay.state if item.is_hidden and not item.is_removed]
    return {
        "engine": engine,
        "shown": shown,
        "hidden": shown_rows(desk, hidden, engine, offered, planned, locale),
        "together": together_of(desk),
        "history": history,
        "to_undo": next((row for row in history if last is not None and row.number == last.number), None),
        "base": overlay.number,
        "is_verified": desk.is_verified,
        "may_change": desk.casework.file.may(Right.WORK),
        "waiting": waiting_of(desk, locale),
        "move_reason": _last_reason(desk) if move is None else move.data.get("reason", ""),
        "move_wanted": "" if move is None else move.data.get("move", ""),
        "focus": _focus(shown, *moved.partition(",")[::2]),
        "pressed_key": "" if press is None else press.data.get("key", ""),
        "pressed_kind": "" if press is None else press.data.get("kind", ""),
        "pressed_reason": "" if press is None else press.data.get("reason", ""),
        "problem": _problem(press or move or undo),
        "problem_at": _place(press, move, undo),
        "undo_reason": gettext("Taken back.") if undo is None else undo.data.get("reason", ""),
        "order_explained": order_explained(),
    }


def _problem(form: ReasonForm | None) -> str:
    """The one thing that people can get wrong here is to say no reason."""
    errors = [] if form is None else [error for field in form for error in field.errors]
    return str(errors[0]) if errors else ""


def _place(press: PressForm | None, move: MoveForm | None, undo: ReasonForm | None) -> str:
    """The id of the field to which the error leads."""
    if press is not None:
        return f"reason-{press.data.get('kind', '')}-{press.data.get('key', '')}"
    return "move-reason" if move is not None else "undo-reason" if undo is not None else ""


def _focus(rows: Sequence[ShownRow], key: str, way: str) -> str:
    """The id of the button that was pressed; of the opposite one where the row came to an end of the list."""
    row = next((row for row in rows if row.key == key), None)
    if row is None:
        return ""
    is_down = (way == "down" and row.down is not None) or row.up is None
    return f"{'down' if is_down else 'up'}-{key}"


def _last_reason(desk: Desk) -> str:
    """Who moves several one after the other says why once: the field still says it."""
    last = desk.overlay.made[-1] if desk.overlay.made else None
    if last is None or last.change.kind != OverlayKind.MOVE or last.author_id != desk.seat.person.pk:
        return ""
    return last.change.reason


def planned_of(desk: Desk, locale: str) -> dict[str, str]:
    """This function will return the status in the plan by action key, and by title for own things. Two queries."""
    own = PlanItem.objects.filter(plan__enterprise=desk.assessment.enterprise_id, action_key="").order_by("pk")
    titles = {localise(title, locale): status for title, status in own.values_list("title", "status")}
    return titles | planned_actions(desk.assessment)
