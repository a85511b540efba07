"""The changes of the advice in words: who did what when, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from assessment.scoring.texts import localise
from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import Change, item_of
from recommendations.plan.overlay.queries import Made
from recommendations.plan.overlay.wording import words_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`what` is what was done, `title` what it was done to; `undoes` the number of a change that was taken back."""

    number: int
    what: str
    title: str
    reason: str
    by: str
    made_at: datetime
    undoes: int | None
    is_taken_back: bool
    is_carried: bool


def history_of(desk: Desk, made: Iterable[Made], locale: str) -> list[ChangeRow]:
    """This function will return changes in words, the newest first, in `locale`, which is the active language."""
    taken_back = {each.undoes for each in desk.overlay.made}
    rows = [
        ChangeRow(
            number=each.number,
            what=str(OverlayKind(each.change.kind).label),
            title=title_of(desk, each.change, locale),
            reason=each.change.reason,
            by=each.change.by,
            made_at=each.made_at,
            undoes=each.undoes,
            is_taken_back=each.number in taken_back,
            is_carried="carried" in each.change.data,
        )
        for each in made
    ]
    return rows[::-1]


def title_of(desk: Desk, change: Change, locale: str) -> str:
    """This function will return what a change is about; by its key where that is not there any more."""
    action, item = desk.current.actions.get(change.key), item_of(desk.overlay.state, change.key)
    if item is not None:
        return words_of(item, action, locale).title
    if action is not None:
        return localise(action.title, locale)
    added = change.data.get("title", {})
    return next(iter(added.values()), "") or gettext("something that is not recommended now (%(key)s)") % {
        "key": change.key
    }
