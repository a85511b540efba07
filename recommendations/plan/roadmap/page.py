"""Everything that the roadmap page shows."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from assessment.responses.models import Assessment
from recommendations.catalogue.funding import MoneyView
from recommendations.plan.models import ItemStatus, Plan
from recommendations.plan.plan_queries import planned_actions
from recommendations.plan.roadmap.forms import RoadmapForm
from recommendations.plan.roadmap.money import roadmap_money
from recommendations.plan.roadmap.solving import CannotStand, Solver
from recommendations.plan.roadmap.telling import Telling
from recommendations.plan.roadmap.wanted import Solved, Wanted
from recommendations.plan.roadmap.wishes import Slider, Start, first_budget, first_days, slider_over
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.supposed import ACTION_FIELD


@dataclass(frozen=True, slots=True)
class MoreShown:
    """`address` shows the roadmap that the money would give, "" where the line says it all."""

    line: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    address: str


class RoadmapPage:
    """One round's roadmap for what an address asks for, in one language."""

    def __init__(self, assessment: Assessment, current: Round, plan: Plan | None, data: QueryDict, locale: str) -> None:
        self.assessment, self._current, self._plan, self._data = assessment, current, plan, data
        self._speaker = Speaker(current.scorer.document, locale)
        self.solver = Solver(current)
        self.form = RoadmapForm(data)
        self.form.is_valid()

    @cached_property
    def slider(self) -> Slider:
        return slider_over(option.cost for option in self.solver.options)

    @cached_property
    def _first_days(self) -> Start:
        return first_days(self._plan, self._current, self._speaker)

    @cached_property
    def _first_budget(self) -> Start:
        whole = Wanted(self.slider.most, self._days)
        return first_budget(self._plan, self.slider, lambda: self.solver.parts(whole))

    @cached_property
    def _days(self) -> int:
        given: int | None = self.form.cleaned_data.get("days")
        return self._first_days.value if given is None else given

    @cached_property
    def wanted(self) -> Wanted:
        given: int | None = self.form.cleaned_data.get("budget")
        known = {option.key for option in self.solver.options}
        barred = known & set(self._data.getlist("bar"))
        pinned = (known & set(self._data.getlist("pin"))) - barred
        budget = self._first_budget.value if given is None else given
        return Wanted(budget, self._days, frozenset(pinned), frozenset(barred))

    def solved(self) -> Solved:
        """This function will return the roadmap. Raises CannotStand if what must be in it cannot be."""
        return self.solver.solved(self.wanted)

    def _standing(self) -> tuple[Solved, str]:
        """The roadmap, without what cannot stand, and a sentence on that."""
        try:
            return self.solved(), ""
        except CannotStand as cannot:
            return self.solver.solved(cannot.without_pins), cannot.sentence()

    def part(self) -> dict[str, Any]:
        """This function will return what the part that follows the slider needs."""
        solved, clash = self._standing()
        wanted = solved.wanted
        return {
            "assessment": self.assessment,
            "wanted": wanted,
            "pinned": sorted(wanted.pinned),
            "barred": sorted(wanted.barred),
            "what_if_address": self._what_if_address(solved),
            "clash": clash,
            "shown": self.telling.shown(solved),
            "solved": solved,
            "money": self._money(solved),
            "more_address": self._address(wanted, wanted.pinned, wanted.barred, "plan:roadmap-more"),
            "take_up_address": reverse("plan:roadmap-take-up", args=[self.assessment.public_id]),
            "begins_on": timezone.localdate().isoformat(),
        }

    def _money(self, solved: Solved) -> MoneyView | None:
        keys = [stage.action for stage in solved.roadmap.stages]
        return roadmap_money(keys, self._current, self._speaker, timezone.localdate())

    def more(self) -> dict[str, Any]:
        """This function will return what the page on more money needs."""
        solved, _clash = self._standing()
        wanted = solved.wanted
        return {
            "assessment": self.assessment,
            "more": self._more_shown(solved),
            "back_address": self._address(wanted, wanted.pinned, wanted.barred),
        }

    def whole(self) -> dict[str, Any]:
        """This function will return what the whole page needs."""
        if not self.solver.can_solve:
            return {"assessment": self.assessment, "shown": None}
        return self.part() | {
            "form": self.form,
            "slider": self.slider,
            "most": self.telling.money(self.slider.most),
            "budget": self.wanted.budget,
            "days": self.wanted.days,
            "budget_about": "" if self._is_given("budget") else self._first_budget.about,
            "days_about": "" if self._is_given("days") else self._first_days.about,
            "part_address": reverse("plan:roadmap-part", args=[self.assessment.public_id]),
        }

    def _is_given(self, name: str) -> bool:
        return self.form.cleaned_data.get(name) is not None

    @cached_property
    def telling(self) -> Telling:
        """What puts this round's roadmaps into words."""
        planned = {key: str(ItemStatus(status).label) for key, status in planned_actions(self.assessment).items()}
        return Telling(self._current, self.solver.advised, planned, self._links, self._speaker)

    def _more_shown(self, solved: Solved) -> MoreShown:
        tell, more = self.telling, self.solver.more(solved)
        extra = {"extra": tell.money(more.extra)}
        if more.added:
            line = gettext("With %(extra)s more you could also do this (%(gain)s points):")
            added, dropped = (tuple(tell.title(key) for key in keys) for keys in (more.added, more.dropped))
            return MoreShown(line % (extra | {"gain": tell.points(more.points)}), added, dropped, "")
        if more.enough is None:
            return MoreShown(
                gettext("More money alone gains nothing: either the days are short, or all is in."), (), (), ""
            )
        line = gettext("%(extra)s more would gain nothing. With %(enough)s more you could gain points:")
        richer = replace(solved.wanted, budget=solved.wanted.budget + int(more.enough))
        line = line % (extra | {"enough": tell.money(more.enough)})
        return MoreShown(line, (), (), self._address(richer, richer.pinned, richer.barred))

    def _links(self, solved: Solved, action: str) -> dict[str, str]:
        """The same roadmap with the action, without it, and with both left open."""
        wanted, own = solved.wanted, {action}
        return {
            "pin": self._address(wanted, wanted.pinned | own, wanted.barred - own),
            "bar": self._address(wanted, wanted.pinned - own, wanted.barred | own),
            "free": self._address(wanted, wanted.pinned - own, wanted.barred - own),
        }

    def _what_if_address(self, solved: Solved) -> str:
        actions = urlencode([(ACTION_FIELD, stage.action) for stage in solved.roadmap.stages])
        return f"{reverse('plan:what-if', args=[self.assessment.public_id])}?{actions}"

    def _address(
        self, wanted: Wanted, pinned: frozenset[str], barred: frozenset[str], name: str = "plan:roadmap"
    ) -> str:
        values = [("budget", str(wanted.budget)), ("days", str(wanted.days))]
        values += [("pin", key) for key in sorted(pinned)] + [("bar", key) for key in sorted(barred)]
        return f"{reverse(name, args=[self.assessment.public_id])}?{urlencode(values)}"
