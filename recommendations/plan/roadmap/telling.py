"""Puts a solved roadmap into words and places."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessment.scoring.figures import rounded, shown_number, shown_points
from recommendations.catalogue.wording import amount_text
from recommendations.plan.moves import overall_move, part_moves
from recommendations.plan.roadmap.loads import days_in, loads, share
from recommendations.plan.roadmap.money import Span, span_of
from recommendations.plan.roadmap.near import near_miss
from recommendations.plan.roadmap.planned import Planned
from recommendations.plan.roadmap.portions import portions_of, shown_after
from recommendations.plan.roadmap.reasons import grounds, reason_for
from recommendations.plan.roadmap.shown import DoneRow, LeftGroup, LeftRow, Links, PlacedRow, Shown, WaveShown
from recommendations.plan.roadmap.wanted import Solved
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.advice import Recommendation
from recommendations.rules.roadmap.result import Cause, LeftOut, Stage, Wave

ZERO = Fraction(0)
LinksOf = Callable[[Solved, str], Links]

WAVES = {
    Wave.NOW: (pgettext_lazy("plan", "Now"), _("Quarter 1")),
    Wave.NEXT: (pgettext_lazy("plan", "Next"), _("Quarter 2")),
    Wave.THEN: (pgettext_lazy("plan", "Then"), _("Quarters 3 and 4")),
}


class Telling:
    """Puts solved roadmaps of one round into words, beside what its enterprise has in the plan."""

    def __init__(
        self,
        current: Round,
        advised: Mapping[str, Recommendation],
        planned: Planned,
        links: LinksOf,
        speaker: Speaker,
    ) -> None:
        self._current, self._actions, self._before = current, current.actions, current.scorecard
        self._advised, self._planned, self._links, self._speaker = advised, planned, links, speaker

    def shown(self, solved: Solved) -> Shown:
        """This function will return the whole roadmap."""
        roadmap = solved.roadmap
        overall = overall_move(self._before, solved.after, self._speaker)
        to_do = [stage for stage in roadmap.stages if stage.action not in solved.done]
        count = ngettext("%(count)d action", "%(count)d actions", len(to_do)) % {"count": len(to_do)}
        spent = self.money(roadmap.cost)
        said = gettext("%(count)s, %(spent)s: score %(before)s → %(after)s.")
        portions = portions_of(roadmap.stages, self._before.overall, self._speaker)
        return Shown(
            overall=overall,
            near=near_miss(solved.after.overall, self._speaker),
            parts=part_moves(self._before, solved.after, self._speaker),
            asked=self.asked(solved),
            spent=spent,
            spread=self._spread(to_do),
            left=self._left(solved, count),
            cost_share=share(roadmap.cost, roadmap.budget),
            loads=loads(roadmap),
            done=tuple(
                DoneRow(stage.action, self.title(stage.action), self._speaker.signed(portions[stage.action]))
                for stage in roadmap.stages
                if stage.action in solved.done
            ),
            waves=self._waves(solved, to_do, portions),
            left_out=self._left_groups(solved),
            left_count=len(roadmap.left_out),
            nothing="" if to_do else self._nothing(solved),
            proof=self._proof(solved) if to_do else "",
            count=count,
            said=said % {"count": count, "spent": spent, "before": overall.before, "after": overall.after},
        )

    def asked(self, solved: Solved) -> str:
        """This function will return which budget and which days the roadmap is for."""
        days = ngettext("%(count)d day per quarter", "%(count)d days per quarter", solved.wanted.days)
        values = {"budget": self.money(solved.wanted.budget), "days": days % {"count": solved.wanted.days}}
        return gettext("For a budget of %(budget)s and %(days)s") % values

    def _left(self, solved: Solved, count: str) -> str:
        """What is left of the budget, and how much there is to do."""
        if not solved.wanted.budget:
            return gettext("Without a budget, what costs nothing: %(count)s") % {"count": count}
        if solved.left:
            return gettext("%(left)s of the budget is left · %(count)s") % {
                "left": self.money(solved.left),
                "count": count,
            }
        return gettext("Nothing of the budget is left · %(count)s") % {"count": count}

    def _spread(self, stages: Iterable[Stage]) -> str:
        """How far the cost may be off, "" where it is known."""
        spans = [span_of(stage.action, self._current, self._planned.begun) for stage in stages]
        span = sum(spans, Span(ZERO, ZERO))
        if span.is_known:
            return ""
        if span.high is None:
            told = gettext("In the middle of the cost bands; may be %(low)s or more, one band is open upwards")
            return told % {"low": self.money(span.low)}
        told = gettext("In the middle of the cost bands; may be between %(low)s and %(high)s")
        return told % {"low": self.money(span.low), "high": self.money(span.high)}

    def _nothing(self, solved: Solved) -> str:
        if not solved.wanted.days:
            return gettext(
                "Nothing can be done without working days of your own people. Enter how many days per quarter they can"
                " spare."
            )
        return gettext("Nothing fits this budget and these days. What is left out, and why, stands below.")

    def money(self, yuan: Fraction | int) -> str:
        """This function will return whole yuan in words."""
        whole = Decimal(rounded(Fraction(yuan), 0))
        return amount_text(whole, whole, self._speaker.locale)

    def title(self, key: str) -> str:
        return self._speaker.say(self._actions[key].title)

    def points(self, gain: Fraction) -> str:
        return self._speaker.gain(self._before.overall, gain)

    def rise(self, now: Fraction, then: Fraction) -> str:
        """This function will return by how much the shown score rises from one gain to another, with its sign."""
        was, becomes = (shown_after(gain, self._before.overall, self._speaker) for gain in (now, then))
        if was == becomes:
            least = Decimal(1).scaleb(-self._speaker.document.display.decimals)
            return gettext("less than %(least)s") % {"least": format(least, "f")}
        return self._speaker.signed(becomes - was)

    def _waves(self, solved: Solved, stages: list[Stage], portions: Mapping[str, Decimal]) -> tuple[WaveShown, ...]:
        waves = []
        for wave, (title, about) in WAVES.items():
            own = [stage for stage in stages if stage.wave is wave]
            rows = tuple(self._row(stage, solved, self._speaker.signed(portions[stage.action])) for stage in own)
            gain = self._speaker.signed(sum((portions[stage.action] for stage in own), Decimal(0)))
            totals = self._totals(own, days_in(wave, solved.roadmap), gain)
            waves.append(WaveShown(str(title), str(about), wave.value, totals, rows))
        return tuple(waves)

    def _totals(self, stages: list[Stage], days: Decimal, gain: str) -> str:
        """Money and points of what begins in the wave, and the days that fall in it, whenever begun."""
        parts = [self._cost(sum((each.cost for each in stages), ZERO)), _gained(gain)] if stages else []
        if days or stages:
            said = ngettext("%(count)s day falls in it", "%(count)s days fall in it", int(days))
            parts.append(said % {"count": shown_number(days, 1)})
        return " · ".join(parts)

    def _facts(self, cost: Fraction, days: Fraction, gain: str) -> str:
        return " · ".join([self._cost(cost), _days(days), _gained(gain)])

    def _cost(self, cost: Fraction) -> str:
        return self.money(cost) if cost else gettext("Own time only")

    def _row(self, stage: Stage, solved: Solved, gain: str) -> PlacedRow:
        action, one = self._actions[stage.action], self._advised.get(stage.action)
        hue, part = self._speaker.hues.get(action.node, (0, ""))
        return PlacedRow(
            key=stage.action,
            title=self.title(stage.action),
            hue=hue,
            part=part,
            because=self._speaker.say(one.reasons[0].text) if one is not None else "",
            cost=self._cost(stage.cost),
            days=_days_over(stage),
            gain=gain,
            first=stage.quarter,
            last=stage.last_quarter,
            span=_span(stage),
            after=tuple(self.title(key) for key in self._comes_first(stage, solved)),
            is_pinned=stage.action in solved.wanted.pinned,
            is_begun=solved.wanted.keeps_begun and stage.action in self._planned.doing,
            in_plan=self._planned.label(stage.action),
            unadvised="" if one is not None else self._unadvised(stage, solved),
            links=self._links(solved, stage.action),
        )

    def _comes_first(self, stage: Stage, solved: Solved) -> list[str]:
        """What it requires of the roadmap, and what it follows there as far as the quarters let that come first."""
        action = self._actions[stage.action]
        ends = {other.action: other.last_quarter for other in solved.roadmap.stages}
        on_it = [key for key in action.after if key in ends]
        return [key for key in on_it if key in action.requires or ends[key] <= stage.quarter]

    def _unadvised(self, stage: Stage, solved: Solved) -> str:
        """Why it is on the roadmap though no rule recommends it."""
        if stage.action in self._planned.doing:
            return gettext("No rule recommends it; it is under way in your plan.")
        if stage.action in solved.wanted.pinned:
            return gettext("No rule recommends it; you put it in.")
        for other in solved.roadmap.stages:
            if stage.action in self._actions[other.action].requires and other.action in self._advised:
                told = gettext("No rule recommends it by itself; it has to come before: %(other)s.")
                return told % {"other": self.title(other.action)}
        if not stage.cost:
            return gettext("No rule recommends it; it is here because it gains points and costs nothing.")
        return gettext("No rule recommends it; it is here because it gains points for its money.")

    def _left_groups(self, solved: Solved) -> tuple[LeftGroup, ...]:
        headings = grounds()
        groups: dict[str, list[LeftRow]] = {heading: [] for heading in headings.values()}
        for each in solved.roadmap.left_out:
            groups[headings[each.cause]].append(self._left_row(each, solved))
        return tuple(LeftGroup(heading, tuple(rows)) for heading, rows in groups.items() if rows)

    def _left_row(self, left: LeftOut, solved: Solved) -> LeftRow:
        short = "" if left.short is None else self.money(left.short)
        is_barred = left.action in solved.wanted.barred
        is_declined = not is_barred and left.cause is Cause.BARRED
        others = [self.title(key) for key in left.others]
        return LeftRow(
            key=left.action,
            title=self.title(left.action),
            facts=self._facts(left.cost, left.days, self.points(left.points)),
            reason=reason_for(left.cause, others, short, is_declined=is_declined),
            is_unadvised=left.action not in self._advised,
            is_barred=is_barred,
            is_declined=is_declined,
            links=self._links(solved, left.action),
        )

    def _proof(self, solved: Solved) -> str:
        roadmap = solved.roadmap
        if not roadmap.is_proven:
            gap = shown_points(roadmap.gap * self._before.overall.scale / 100, self._speaker.document.display)
            return gettext("At most %(points)s points below the best possible choice.") % {"points": gap}
        if solved.wanted.settled() or self._planned.declined or self._planned.begun:
            return gettext(
                "This is the best possible choice: with what you and your plan have settled, within your budget and days"
                " no other gains more points."
            )
        return gettext("This is the best possible choice: within your budget and days no other gains more points.")


def _gained(gain: str) -> str:
    return gettext("%(points)s points") % {"points": gain}


def _days(days: Fraction) -> str:
    return ngettext("%(count)s day", "%(count)s days", int(days)) % {"count": shown_number(days, 1)}


def _days_over(stage: Stage) -> str:
    quarters = stage.last_quarter - stage.quarter + 1
    if quarters == 1 or not stage.days:
        return _days(stage.days)
    return gettext("%(days)s over %(quarters)d quarters") % {"days": _days(stage.days), "quarters": quarters}


def _span(stage: Stage) -> str:
    if stage.quarter == stage.last_quarter:
        return gettext("Quarter %(number)d") % {"number": stage.quarter}
    values = {"first": stage.quarter, "last": stage.last_quarter}
    return gettext("Quarters %(first)d–%(last)d") % values
