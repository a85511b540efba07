"""Everything that the roadmap page shows."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from assessment.responses.models import Assessment
from recommendations.catalogue.funding import MoneyView
from recommendations.plan.models import Plan
from recommendations.plan.roadmap.forms import RoadmapForm, TakeUpForm
from recommendations.plan.roadmap.further import more_shown
from recommendations.plan.roadmap.money import roadmap_money
from recommendations.plan.roadmap.planned import planned_for
from recommendations.plan.roadmap.solving import Solver
from recommendations.plan.roadmap.telling import Telling
from recommendations.plan.roadmap.wanted import Solved, Wanted
from recommendations.plan.roadmap.wishes import Slider, Start, first_budget, first_days, slider_over
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.supposed import ACTION_FIELD


class RoadmapPage:
    """One round's roadmap for what an address asks for, in one language."""

    def __init__(self, assessment: Assessment, current: Round, plan: Plan | None, data: QueryDict, locale: str) -> None:
        self.assessment, self._current, self._plan, self._data = assessment, current, plan, data
        self._speaker = Speaker(current.scorer.document, locale)
        self._planned = planned_for(assessment)
        self.solver = Solver(current, self._planned)
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
        return first_budget(self._plan, self.slider, self._days, self.solver)

    @cached_property
    def _days(self) -> int:
        given: int | None = self.form.cleaned_data.get("days")
        return self._first_days.value if given is None else given

    @cached_property
    def wanted(self) -> Wanted:
        """What the reader asks for. What is under way or done is settled in the plan."""
        given: int | None = self.form.cleaned_data.get("budget")
        known = {option.key for option in self.solver.options} - self._planned.begun.keys()
        barred, pinned, opened = (known & set(self._data.getlist(name)) for name in ("bar", "pin", "open"))
        budget = self._first_budget.value if given is None else given
        return Wanted(
            budget=budget,
            days=self._days,
            pinned=frozenset(pinned - barred),
            barred=frozenset(barred),
            opened=frozenset((opened & self._planned.declined) - pinned - barred),
        )

    def solved(self) -> Solved:
        """This function will return the roadmap. Raises CannotStand if what must be in it cannot be."""
        return self.solver.solved(self.wanted)

    @cached_property
    def _standing(self) -> tuple[Solved, str]:
        """The roadmap, without what cannot stand, and a sentence on that."""
        return self.solver.standing(self.wanted)

    def part(self) -> dict[str, Any]:
        """This function will return what the part that follows the slider needs."""
        solved, clash = self._standing
        wanted = solved.wanted
        return {
            "assessment": self.assessment,
            "wanted": wanted,
            "settled": wanted.settled(),
            "fields": wanted.fields(),
            "what_if_address": self._what_if_address(stage.action for stage in solved.roadmap.stages),
            "clash": clash,
            "shown": self.telling.shown(solved),
            "solved": solved,
            "money": self._money(solved),
            "more_address": self._address(wanted, "plan:roadmap-more"),
            "take_up_address": reverse("plan:roadmap-take-up", args=[self.assessment.public_id]),
            "begins_on": timezone.localdate().isoformat(),
        }

    def _money(self, solved: Solved) -> MoneyView | None:
        stages = solved.roadmap.stages
        return roadmap_money(stages, self._current, self._planned.begun, self._speaker, timezone.localdate())

    def more(self) -> dict[str, Any]:
        """This function will return what the page on more money needs."""
        solved, _clash = self._standing
        return {
            "assessment": self.assessment,
            "more": more_shown(solved, self.solver, self.telling, self._address),
            "back_address": self._address(solved.wanted),
        }

    def faults(self) -> dict[str, Any]:
        """This function will return what the sentences on fields that cannot be read need."""
        return {"form": self.form}

    def whole(self, refused: TakeUpForm | None = None) -> dict[str, Any]:
        """This function will return what the whole page needs; `refused` is a form whose first day cannot be."""
        if not self.solver.can_solve:
            return {"assessment": self.assessment, "shown": None}
        shown = self.part() | {
            "form": self.form,
            "slider": self.slider,
            "most": self.telling.money(self.slider.most),
            "budget": self.wanted.budget,
            "days": self.wanted.days,
            "budget_about": "" if self._is_given("budget") else self._first_budget.about,
            "days_about": "" if self._is_given("days") else self._first_days.about,
            "part_address": reverse("plan:roadmap-part", args=[self.assessment.public_id]),
        }
        if refused is not None:
            shown |= {"day_problems": refused.errors["begins_on"], "begins_on": refused["begins_on"].value()}
        return shown

    def _is_given(self, name: str) -> bool:
        return self.form.cleaned_data.get(name) is not None

    @cached_property
    def telling(self) -> Telling:
        """What puts this round's roadmaps into words."""
        return Telling(self._current, self.solver.advised, self._planned, self._links, self._speaker)

    def _links(self, solved: Solved, action: str) -> dict[str, str]:
        """The same roadmap with the action, without it, and with it left open; and what it changes."""
        wanted = solved.wanted
        ways = {"pin": wanted.pin, "bar": wanted.bar, "free": wanted.free, "open": wanted.open}
        links = {name: self._address(way(action)) for name, way in ways.items()}
        return links | {"changes": self._what_if_address([action])}

    def _what_if_address(self, actions: Iterable[str]) -> str:
        fields = urlencode([(ACTION_FIELD, action) for action in actions])
        return f"{reverse('plan:what-if', args=[self.assessment.public_id])}?{fields}"

    def _address(self, wanted: Wanted, name: str = "plan:roadmap") -> str:
        return f"{reverse(name, args=[self.assessment.public_id])}?{urlencode(wanted.fields())}"
