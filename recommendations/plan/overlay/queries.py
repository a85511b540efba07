"""Reads for the advice desk and for reports: what a workspace's changes make of the engine's advice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from assessment.accounts.models import Workspace
from recommendations.plan.models import AdviceRun, OverlayChange, OverlayKind
from recommendations.plan.overlay.folding import Change, Overlaid, State, begin, fold
from recommendations.rules.advice import Recommendation
from recommendations.rules.freeze import thaw_advice


@dataclass(frozen=True, slots=True)
class Made:
    """A change as it was recorded."""

    change: Change
    author_id: int
    made_at: datetime

    @property
    def number(self) -> int:
        return self.change.number

    @property
    def undoes(self) -> int | None:
        """The number of the change that this one took back."""
        number = self.change.data.get("undoes")
        return number if isinstance(number, int) else None


@dataclass(frozen=True)
class Overlay:
    """The advice as one workspace shows it. `number` is that of the last change, 0 while nothing was changed."""

    workspace: str
    recommendations: tuple[Recommendation, ...]
    made: tuple[Made, ...]

    @property
    def number(self) -> int:
        return self.made[-1].number if self.made else 0

    @cached_property
    def start(self) -> State:
        return begin([each.action for each in self.recommendations])

    @cached_property
    def state(self) -> State:
        return fold(self.start, [each.change for each in self.made])

    @property
    def shown(self) -> tuple[Overlaid, ...]:
        """What the reader of the workspace's report sees, in its order."""
        return tuple(item for item in self.state if item.is_shown)

    @property
    def left_out(self) -> tuple[Overlaid, ...]:
        """What the engine recommends and the workspace does not show, in the engine's order."""
        hidden = [item for item in self.state if item.is_hidden and not item.is_own]
        return tuple(sorted(hidden, key=lambda item: item.rank or 0))

    @property
    def is_begun(self) -> bool:
        return bool(self.made)

    @property
    def to_undo(self) -> Made | None:
        """The last change that stands."""
        return self.standing[-1] if self.standing else None

    @property
    def standing(self) -> list[Made]:
        """The changes that stand: neither taken back nor themselves the taking back of another."""
        standing: list[Made] = []
        for each in self.made:
            if each.undoes is None:
                standing.append(each)
            else:
                standing = [other for other in standing if other.number != each.undoes]
        return standing

    def since(self, number: int) -> tuple[Made, ...]:
        return tuple(each for each in self.made if each.number > number)


def overlay_of(advice_run: AdviceRun, workspace: Workspace) -> Overlay:
    """This function will return the advice of a run as a workspace shows it, its own changes folded in. One query."""
    rows = OverlayChange.objects.filter(advice_run=advice_run, workspace=workspace).select_related("author")
    recommendations = thaw_advice(advice_run.advice).recommendations
    ranked = tuple(sorted(recommendations, key=lambda each: each.rank))
    return Overlay(workspace.name, ranked, tuple(_made(rows.order_by("number"))))


def _made(rows: Iterable[OverlayChange]) -> Iterable[Made]:
    for row in rows:
        by = row.author.get_full_name()
        change = Change(OverlayKind(row.kind), row.action_key, row.data, row.number, row.reason, by)
        yield Made(change, row.author_id, row.made_at)
