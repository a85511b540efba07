"""Everything that the advice desk works on: the round that counts, its advice, and the workspace's overlay."""

from dataclasses import dataclass

from assessment.accounts.access import Seat
from assessment.responses.access import Casework
from assessment.responses.models import Assessment, Perspective
from recommendations.plan.models import AdviceRun
from recommendations.plan.overlay.folding import Overlaid, item_of
from recommendations.plan.overlay.queries import Overlay, overlay_of
from recommendations.plan.rounds import Round, round_of


@dataclass(frozen=True)
class Desk:
    """`is_verified`: the round is that of the verified answers."""

    casework: Casework
    current: Round
    run: AdviceRun
    overlay: Overlay

    @property
    def seat(self) -> Seat:
        return self.casework.seat

    @property
    def assessment(self) -> Assessment:
        return self.casework.assessment

    @property
    def is_verified(self) -> bool:
        return self.current.result.perspective == Perspective.VERIFIED

    def item(self, key: str) -> Overlaid | None:
        """This function will return an item that is shown or left out, None for what is not there."""
        item = item_of(self.overlay.state, key)
        return None if item is None or item.is_removed else item


def desk_of(casework: Casework) -> Desk | None:
    """This function will return the desk for one assessment, None before there is a result with advice. Three queries."""
    current = round_of(casework.assessment)
    if current is None or current.run is None:
        return None
    return Desk(casework, current, current.run, overlay_of(current.run, casework.seat.workspace))
