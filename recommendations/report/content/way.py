"""The cheapest way to the next level in words: what to do, what it costs, what it moves, or what stands in the way."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext, gettext_lazy, ngettext

from assessment.scoring.ladders import ladders_of
from recommendations.catalogue.wording import amount_text
from recommendations.report.content.asides import aside_of
from recommendations.report.content.exact_schema import WorkValues
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import bare, plain
from recommendations.report.content.way_schema import Hindrance, Move, OtherWay, Path, Work
from recommendations.report.content.wording import short_title
from recommendations.rules.document import Action
from recommendations.rules.next_level.result import NextLevel, Obstacle, OpenQuestion, Outlook, Standing, Way, Why
from recommendations.rules.next_level.result import Work as Done

NOT_SHOWN = "–"
REASONS = {
    Why.NOT_APPLICABLE: gettext_lazy("%(title)s: does not apply to you"),
    Why.NOT_ASKED: gettext_lazy("%(title)s: is not asked of you"),
    Why.NOTHING_RAISES: gettext_lazy("%(title)s: no action here raises it"),
    Why.RAISED_UP_TO: gettext_lazy("%(title)s: the actions here raise it no further"),
    Why.UNSUITED: gettext_lazy("%(title)s: what would raise it does not suit your enterprise (%(actions)s)"),
    Why.EXCLUDED: gettext_lazy("%(title)s: what would raise it is ruled out by another action (%(actions)s)"),
}


def path_of(material: Material) -> Path | None:
    """This function will return how the next level could be reached, None where nothing was said about that.

    At the top, and while too little is answered, the ladder says all there is to say.
    """
    found = material.next_level
    if found is None or material.playbook is None or found.outlook in (Outlook.TOP, Outlook.TOO_LITTLE_ANSWERED):
        return None
    actions = {action.key: action for action in material.playbook.actions}
    return _PathMaker(material, found, actions).path()


def cost_text(yuan: Fraction, locale: str) -> str:
    """This function will return an estimated cost in the active language."""
    if not yuan:
        return gettext("Own time only")
    amount = Decimal(yuan.numerator) / Decimal(yuan.denominator)
    return amount_text(amount, amount, locale)


def days_text(days: int) -> str:
    return ngettext("%(count)d own working day", "%(count)d own working days", days) % {"count": days}


class _PathMaker:
    def __init__(self, material: Material, found: NextLevel, actions: dict[str, Action]) -> None:
        self._material = material
        self._found = found
        self._actions = actions
        self._titles = {level.key: level.title for level in ladders_of(material.bank)[material.scorecard.root]}

    def path(self) -> Path:
        """This function will return the best way, the others that cost as much, or what hinders all of them."""
        best = next(iter(self._found.ways), None)
        return Path(
            headline=self._headline(best),
            works=() if best is None else tuple(self._work(work) for work in best.works),
            moves=() if best is None else tuple(self._moves(best)),
            others=tuple(self._other(way) for way in self._found.ways[1:]),
            has_more=self._found.has_more,
            notes=tuple(self._notes(best)),
            hindrances=tuple(self._hindrance(obstacle) for obstacle in self._found.obstacles),
        )

    def _title(self, key: str | None) -> str:
        return "" if key is None else self._material.say(self._titles[key])

    def _headline(self, best: Way | None) -> str:
        values = {"level": self._title(self._found.next)}
        if best is None and self._found.outlook is Outlook.IMPOSSIBLE:
            return gettext("With the actions of this playbook, %(level)s cannot be reached in one go.") % values
        if best is None:
            return gettext("No way to %(level)s was found in the time given to the search.") % values
        if not best.cost:
            return self._free(best, values)
        values |= {"cost": cost_text(best.cost, self._material.locale), "days": days_text(best.days)}
        count = {"count": len(best.works)}
        said = ngettext(
            "The cheapest way to %(level)s: %(count)d action, about %(cost)s and %(days)s.",
            "The cheapest way to %(level)s: %(count)d actions, about %(cost)s and %(days)s.",
            len(best.works),
        )
        return said % (values | count)

    def _free(self, best: Way, values: dict[str, str]) -> str:
        said = ngettext(
            "The cheapest way to %(level)s: %(count)d action, no money and %(days)s.",
            "The cheapest way to %(level)s: %(count)d actions, no money and %(days)s.",
            len(best.works),
        )
        return said % (values | {"days": days_text(best.days), "count": len(best.works)})

    def _work(self, work: Done) -> Work:
        material, action = self._material, self._actions[work.action]
        recommended = any(one.action == work.action for one in material.advice.recommendations)
        return Work(
            key=work.action,
            title=material.say(action.title),
            hue=material.hue_of(action.node),
            cost=cost_text(work.cost, material.locale),
            days=days_text(work.days),
            gain=material.gain(material.scorecard.root, work.gain),
            recommended=recommended,
            because="" if recommended else aside_of(material, action),
            values=WorkValues(cost=bare(work.cost), days=str(work.days)),
            in_plan=material.standings.get(work.action),
        )

    def _moves(self, way: Way) -> Iterator[Move]:
        yield self._move(gettext("Overall"), way.overall)
        for standing in way.barriers:
            yield self._move(self._material.say(self._material.nodes[standing.node].title), standing)

    def _move(self, title: str, standing: Standing) -> Move:
        def shown(share: Fraction | None) -> str:
            return NOT_SHOWN if share is None else self._material.points(standing.node, share)

        return Move(title=title, before=shown(standing.before), after=shown(standing.after))

    def _other(self, way: Way) -> OtherWay:
        return OtherWay(actions=tuple(self._names(work.action for work in way.works)), days=days_text(way.days))

    def _names(self, keys: Iterable[str]) -> list[str]:
        return [self._material.say(self._actions[key].title) for key in keys]

    def _notes(self, best: Way | None) -> Iterator[str]:
        if best is None:
            return
        if best.level != self._found.next:
            yield gettext("It even reaches %(level)s.") % {"level": self._title(best.level)}
        if self._found.is_proven:
            yield gettext("Every other choice of actions was compared: none that reaches the level costs less.")
        else:
            yield gettext("The search was cut short: a cheaper way may exist.")
        yield gettext(
            "Shown by scoring your answers again with everything that these actions change. Costs are the middle of each "
            "cost band, days are estimates; get real offers before you decide."
        )

    def _hindrance(self, obstacle: Obstacle) -> Hindrance:
        material = self._material
        fact = material.catalogue.get(obstacle.fact)
        values = {
            "title": material.say(fact.title) if fact else obstacle.fact,
            "reached": NOT_SHOWN if obstacle.reached is None else plain(round(obstacle.reached, 1)),
            "needed": NOT_SHOWN if obstacle.needed is None else plain(obstacle.needed),
        }
        return Hindrance(
            demand=_demand(obstacle) % values,
            questions=tuple(self._reason(question) for question in obstacle.questions),
        )

    def _reason(self, question: OpenQuestion) -> str:
        title = short_title(self._material, self._material.questions[question.question])
        actions = gettext("; ").join(self._names(question.actions))
        return str(REASONS[question.why]) % {"title": title, "actions": actions}


def _demand(obstacle: Obstacle) -> str:
    if not obstacle.applies:
        return gettext("%(title)s is not assessed for you, but the level asks for it.")
    if obstacle.needed is None:
        return gettext("%(title)s does not become what the level asks for.")
    return gettext("%(title)s reaches %(reached)s at most; %(needed)s is needed.")
