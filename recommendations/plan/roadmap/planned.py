"""How the plan stands to the actions that a roadmap chooses from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.responses.models import Assessment
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import OPEN
from recommendations.rules.roadmap.begun import Begun

Row = tuple[str, str, int | None, int | None]


@dataclass(frozen=True)
class Planned:
    """The actions in the plan: `statuses` of each, and what is `begun`, which means under way or done."""

    statuses: Mapping[str, ItemStatus]
    begun: Mapping[str, Begun]

    def label(self, action: str) -> str:
        """This function will return how an action stands in the plan, "" where it is not in it."""
        return str(self.statuses[action].label) if action in self.statuses else ""

    @property
    def declined(self) -> frozenset[str]:
        return self._with(ItemStatus.DECLINED)

    @property
    def done(self) -> frozenset[str]:
        return self._with(ItemStatus.DONE)

    @property
    def doing(self) -> frozenset[str]:
        return self._with(ItemStatus.DOING)

    def _with(self, wanted: ItemStatus) -> frozenset[str]:
        return frozenset(key for key, status in self.statuses.items() if status is wanted)


def planned_for(assessment: Assessment) -> Planned:
    """This function will return what was taken up in this round, and what is still open from an earlier one. One query."""
    rows: Iterable[Row] = (
        PlanItem.objects.filter(plan__enterprise=assessment.enterprise_id)
        .exclude(action_key="")
        .order_by("pk")
        .values_list("action_key", "status", "budget", "advice_run__result__assessment")
    )
    standing = {
        key: (ItemStatus(status), budget)
        for key, status, budget, round_id in rows
        if round_id == assessment.pk or status in OPEN
    }
    begun = {
        key: Begun(status is ItemStatus.DONE, None if budget is None else Fraction(budget))
        for key, (status, budget) in standing.items()
        if status in (ItemStatus.DOING, ItemStatus.DONE)
    }
    return Planned({key: status for key, (status, _) in standing.items()}, begun)
