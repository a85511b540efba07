"""Puts a solved roadmap into words and places."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessment.scoring.figures import rounded, shown_number, shown_points
from recommendations.catalogue.wording import amount_text
from recommendations.plan.moves import overall_move, part_moves
from recommendations.plan.roadmap.portions import portions_of
from recommendations.plan.roadmap.reasons import reason_for
from recommendations.plan.roadmap.shown import LeftRow, Links, Load, PlacedRow, Shown, WaveShown
from recommendations.plan.roadmap.wanted import Solved
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.advice import Recommendation
from recommendations.rules.roadmap.result import LeftOut, Roadmap, Stage, Wave

ZERO = Fraction(0)
LinksOf = Callable[[Solved, str], Links]

WAVES = {
    Wave.NOW: (pgettext_lazy("plan", "Now"), _("Quarter 1")),
    Wave.NEXT: (pgettext_lazy("plan", "Next"), _("Quarter 2")),
    Wave.THEN: (pgettext_lazy("plan", "Then"), _("Quarters 3 and 4")),
}


class Telling:
    """Puts solved roadmaps of one round into words. `planned` says how actions stand in the plan."""

    def __init__(
        self,
        current: Round,
        advised: Mapping[str, Recommendation],
        planned: Mapping[str, str],
        links: LinksOf,
        speaker: Speaker,
    ) -> None:
        self._actions, self._before = current.actions, current.scorecard
        self._advised, self._planned, self._links, self._speaker = advised, planned, links, speaker

    def shown(self, solved: Solved) -> Shown:
        """This function will return the whole roadmap."""
        roadmap = solved.roadmap
        overall = overall_move(self._before, solved.after, self._speaker)
        count = ngettext("%(count)d action", "%(count)d actions", len(roadmap.stages)) % {"count": len(roadmap.stages)}
        spent = self.money(roadmap.cost)
        said = gettext("%(count)s, %(spent)s: score %(before)s → %(after)s.")
        return Shown(
            overall=overall,
            parts=part_moves(self._before, solved.after, self._speaker),
            spent=spent,
            left=self.money(solved.left) if solved.left else "",
            cost_share=_share(roadmap.cost, roadmap.budget),
            loads=_loads(roadmap),
            waves=self._waves(solved),
            left_out=tuple(self._left_row(each, solved) for each in roadmap.left_out),
            proof=self._proof(roadmap),
            count=count,
            said=said % {"count": count, "spent": spent, "before": overall.before, "after": overall.after},
        )

    def money(self, yuan: Fraction | int) -> str:
        """This function will return whole yuan in words."""
        whole = Decimal(rounded(Fraction(yuan), 0))
        return amount_text(whole, whole, self._speaker.locale)

    def title(self, key: str) -> str:
        return self._speaker.say(self._actions[key].title)

    def points(self, gain: Fraction) -> str:
        return self._speaker.gain(self._before.overall, gain)

    def _waves(self, solved: Solved) -> tuple[WaveShown, ...]:
        stages = solved.roadmap.stages
        portions = portions_of(stages, self._before.overall, self._speaker)
        waves = []
        for wave, (title, about) in WAVES.items():
            own = [stage for stage in stages if stage.wave is wave]
            rows = tuple(self._row(stage, solved, self._speaker.signed(portions[stage.action])) for stage in own)
            gain = self._speaker.signed(sum((portions[stage.action] for stage in own), Decimal(0)))
            waves.append(WaveShown(str(title), str(about), wave.value, self._totals(own, gain), rows))
        return tuple(waves)

    def _totals(self, stages: list[Stage], gain: str) -> str:
        if not stages:
            return ""
        cost, days = sum((each.cost for each in stages), ZERO), sum((each.days for each in stages), ZERO)
        return self._facts(cost, days, gain)

    def _facts(self, cost: Fraction, days: Fraction, gain: str) -> str:
        return " · ".join([self._cost(cost), _days(days), gettext("%(points)s points") % {"points": gain}])

    def _cost(self, cost: Fraction) -> str:
        return self.money(cost) if cost else gettext("No outlay")

    def _row(self, stage: Stage, solved: Solved, gain: str) -> PlacedRow:
        action, one = self._actions[stage.action], self._advised.get(stage.action)
        hue, part = self._speaker.hues.get(action.node, (0, ""))
        on_it = solved.roadmap.actions
        return PlacedRow(
            key=stage.action,
            title=self.title(stage.action),
            hue=hue,
            part=part,
            because=self._speaker.say(one.reasons[0].text) if one is not None else "",
            cost=self._cost(stage.cost),
            days=_days(stage.days),
            gain=gain,
            first=stage.quarter,
            last=stage.last_quarter,
            span=_span(stage),
            after=tuple(self.title(key) for key in action.requires if key in on_it),
            is_pinned=stage.action in solved.wanted.pinned,
            in_plan=self._planned.get(stage.action, ""),
            links=self._links(solved, stage.action),
        )

    def _left_row(self, left: LeftOut, solved: Solved) -> LeftRow:
        short = "" if left.short is None else self.money(left.short)
        return LeftRow(
            key=left.action,
            title=self.title(left.action),
            facts=self._facts(left.cost, left.days, self.points(left.points)),
            reason=reason_for(left.cause, [self.title(key) for key in left.others], short),
            is_barred=left.action in solved.wanted.barred,
            links=self._links(solved, left.action),
        )

    def _proof(self, roadmap: Roadmap) -> str:
        if not roadmap.stages:
            return ""
        if roadmap.is_proven:
            return gettext("This is the best possible choice: within your budget and days no other gains more points.")
        gap = shown_points(roadmap.gap * self._before.overall.scale / 100, self._speaker.document.display)
        return gettext("At most %(points)s points below the best possible choice.") % {"points": gap}


def _days(days: Fraction) -> str:
    return ngettext("%(count)s day", "%(count)s days", int(days)) % {"count": shown_number(days, 1)}


def _loads(roadmap: Roadmap) -> tuple[Load, ...]:
    most = roadmap.days_per_quarter or ZERO
    return tuple(
        Load(
            title=gettext("Quarter %(number)d") % {"number": number},
            said=gettext("%(used)s of %(days)s days") % {"used": shown_number(used, 1), "days": shown_number(most, 0)},
            share=_share(used, most),
        )
        for number, used in enumerate(roadmap.loads, start=1)
    )


def _span(stage: Stage) -> str:
    if stage.quarter == stage.last_quarter:
        return gettext("Quarter %(number)d") % {"number": stage.quarter}
    values = {"first": stage.quarter, "last": stage.last_quarter}
    return gettext("Quarters %(first)d–%(last)d") % values


def _share(part: Fraction, whole: Fraction) -> str:
    return shown_points(min(part / whole, Fraction(1)) * 100 if whole else ZERO)
