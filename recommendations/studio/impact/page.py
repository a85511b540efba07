"""What a replay found, in words and tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.ladders import ladders_of
from assessment.scoring.texts import Text, localise
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.impact.sides import Comparison
from recommendations.studio.impact.tally import MILLION, Shift, Tally
from recommendations.studio.places import page_of

TENTH = Decimal("0.1")
FEWEST_FOR_RULES = 50  # that a rule fires for none of a handful says nothing about the rule


@dataclass(frozen=True, slots=True)
class Move:
    before: str
    after: str
    count: int
    is_up: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """One node: how many scores rose and fell, the mean over all that were compared, and the widest moves."""

    title: str
    rose: int
    fell: int
    mean: str
    widest: str


@dataclass(frozen=True, slots=True)
class Line:
    """An action or a rule with the address of its form, "" where it is not in the working copy any more."""

    key: str
    title: str
    page: str
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImpactPage:
    headline: str
    moves: tuple[Move, ...]
    nodes: tuple[Moved, ...]
    actions: tuple[Line, ...]
    never: tuple[Line, ...]
    always: tuple[Line, ...]
    failed: tuple[Line, ...]
    untold: tuple[Line, ...]
    unchanged_actions: int
    says_rules: bool


def impact_page(tally: Tally, comparison: Comparison, slug: str, locale: str) -> ImpactPage:
    """This function will return what `tally` says about the two sides, its titles in `locale`."""
    return _Page(tally, comparison, slug, locale).page()


class _Page:
    def __init__(self, tally: Tally, comparison: Comparison, slug: str, locale: str) -> None:
        self._tally, self._slug, self._locale = tally, slug, locale
        self._before, self._after = comparison.before, comparison.after

    def page(self) -> ImpactPage:
        moves = tuple(self._moves())
        count = self._tally.count
        rules = self._rules()
        of = self._tally.rules
        changed = [key for key, each in self._tally.actions.items() if each.appears or each.goes]
        return ImpactPage(
            headline=self._headline(moves),
            moves=moves,
            nodes=tuple(self._nodes()),
            actions=tuple(self._actions(changed)),
            never=tuple(line for line in rules if count and not self._seen(line.key)),
            always=tuple(line for line in rules if line.key in of and of[line.key].held == count > 0),
            failed=tuple(line for line in rules if line.key in of and of[line.key].failed),
            untold=tuple(line for line in rules if line.key in of and of[line.key].undecided == count > 0),
            unchanged_actions=len(self._tally.actions) - len(changed),
            says_rules=count >= FEWEST_FOR_RULES,
        )

    def _seen(self, rule: str) -> bool:
        fires = self._tally.rules.get(rule)
        return fires is not None and bool(fires.held or fires.failed or fires.undecided == self._tally.count)

    def _headline(self, moves: tuple[Move, ...]) -> str:
        if self._before is None:
            return _("Nothing is released yet to compare with. This is what would come out.")
        up = sum(move.count for move in moves if move.is_up)
        down = sum(move.count for move in moves if not move.is_up)
        if not up + down:
            return _("Nobody would change level.")
        said = ngettext(
            "%(moved)s of %(count)s would reach another level:",
            "%(moved)s of %(count)s would reach another level:",
            up + down,
        ) % {"moved": up + down, "count": self._tally.count}
        return _("%(said)s %(up)s higher, %(down)s lower.") % {"said": said, "up": up, "down": down}

    def _moves(self) -> Iterator[Move]:
        """Whoever had no level stood below all that have one."""
        if self._before is None:
            return
        old, new = _levels(self._before.bank), _levels(self._after.bank)
        ranks = {key: rank for rank, key in enumerate(new, start=1)} | {"": 0}
        old_ranks = {key: ranks.get(key, rank) for rank, key in enumerate(old, start=1)} | {"": 0}
        for pair, count in sorted(self._tally.moves.items(), key=lambda item: (-item[1], item[0])):
            before, _arrow, after = pair.partition(">")
            if before != after:
                is_up = ranks.get(after, 0) > old_ranks.get(before, 0)
                yield Move(self._level(old, before), self._level(new, after), count, is_up)

    def _level(self, levels: Mapping[str, Text], key: str) -> str:
        return localise(levels[key], self._locale) if key in levels else _("no level")

    def _nodes(self) -> Iterator[Moved]:
        titles = {node.key: node.title for _place, node in walk.nodes(self._after.bank)}
        for key, shift in self._tally.nodes.items():
            if shift.rose or shift.fell:
                title = localise(titles[key], self._locale) or key
                yield Moved(title, shift.rose, shift.fell, _mean(shift), _widest(shift))

    def _actions(self, changed: list[str]) -> Iterator[Line]:
        titles = _titles(None if self._before is None else self._before.playbook)
        now = _titles(self._after.playbook)
        for key in sorted(
            changed, key=lambda key: (-self._tally.actions[key].goes - self._tally.actions[key].appears, key)
        ):
            each = self._tally.actions[key]
            page = page_of(self._slug, f"actions.{key}", in_playbook=True) if key in now else ""
            title = localise((titles | now).get(key, {}), self._locale) or key
            yield Line(key, title, page, (each.before, each.after, each.appears, each.goes))

    def _rules(self) -> list[Line]:
        playbook = self._after.playbook
        actions = _titles(playbook)
        return [
            Line(
                rule.key,
                localise(actions.get(rule.recommends, {}), self._locale) or rule.recommends,
                page_of(self._slug, f"rules.{rule.key}", in_playbook=True),
            )
            for rule in (playbook.rules if playbook is not None else ())
        ]


def _levels(document: BankDocument) -> dict[str, Text]:
    return {level.key: level.title for level in ladders_of(document)[document.tree.key]}


def _titles(playbook: PlaybookDocument | None) -> dict[str, Text]:
    return {} if playbook is None else {action.key: action.title for action in playbook.actions}


def _mean(shift: Shift) -> str:
    return _signed(Decimal(shift.total) / MILLION / shift.compared)


def _widest(shift: Shift) -> str:
    ends = [_signed(Decimal(end) / MILLION) for end in (shift.most_down, shift.most_up) if end]
    return " … ".join(ends)


def _signed(number: Decimal) -> str:
    rounded = number.quantize(TENTH, ROUND_HALF_UP)
    if not rounded and number:
        return "+0.0" if number > 0 else "−0.0"
    return f"{rounded:+}".replace("-", "−")
