"""Why an option is not on the roadmap, with figures."""

from fractions import Fraction

from recommendations.rules.roadmap.choose import PATIENCE, Choice, Room, Task
from recommendations.rules.roadmap.options import Worth
from recommendations.rules.roadmap.packing import Packer
from recommendations.rules.roadmap.puzzle import Puzzle, bits, puzzle_of
from recommendations.rules.roadmap.result import Cause, LeftOut


def left_out(task: Task, choice: Choice, worth: Worth) -> tuple[LeftOut, ...]:
    """This function will return, in order of rank, why each option that is not chosen is left out."""
    reasons = _Reasons(task, choice, worth)
    return tuple(reasons.of(index) for index, option in enumerate(task.options) if option.key not in choice.quarters)


class _Reasons:
    def __init__(self, task: Task, choice: Choice, worth: Worth) -> None:
        self._task = task
        self._puzzle: Puzzle = puzzle_of(task.options, task.limits)
        self._packer = Packer(self._puzzle, PATIENCE)
        self._unlimited = Packer(self._puzzle.without_capacity(), PATIENCE)
        self._room = Room(self._puzzle, self._packer, task)
        self._chosen = self._puzzle.mask(choice.keys)
        self._points = choice.points
        self._worth = worth

    def of(self, index: int) -> LeftOut:
        """This function will return why the option of this rank is left out."""
        new = self._puzzle.closure(1 << index) & ~self._chosen
        options = [self._task.options[each] for each in bits(new)]
        together = self._puzzle.names(self._chosen | new)
        cause, short, others = self._cause(index, new, self._worth(together) > self._points)
        return LeftOut(
            action=self._puzzle.keys[index],
            cause=cause,
            cost=sum((option.cost for option in options), Fraction(0)),
            days=sum((option.days for option in options), Fraction(0)),
            quarters=self._task.options[index].quarters,
            points=self._worth(together) - self._points,
            short=short,
            others=tuple(self._puzzle.keys[other] for other in bits(others)),
        )

    def _cause(self, index: int, new: int, gains: bool) -> tuple[Cause, Fraction | None, int]:
        puzzle, own = self._puzzle, 1 << index
        closure = puzzle.closure(own)
        if own & puzzle.mask(self._task.barred):
            return Cause.BARRED, None, 0
        if closure & self._room.barred:
            return Cause.PREREQUISITE, None, closure & self._room.barred
        if not self._unlimited.fits(closure):
            return Cause.TOO_LONG, None, 0
        if not self._packer.fits(closure):
            return Cause.NO_CAPACITY, None, 0
        if puzzle.spent(closure) > puzzle.budget:
            return Cause.OVER_BUDGET, self._short(closure), 0
        if rivals := self._rivals(new):
            return Cause.EXCLUDED, None, rivals
        if not gains:
            return Cause.ADDS_NOTHING, None, 0
        return self._beside_the_chosen(new & ~own, new)

    def _beside_the_chosen(self, missing: int, new: int) -> tuple[Cause, Fraction | None, int]:
        """It would gain something, so that a limit stands against it."""
        puzzle = self._puzzle
        is_over = puzzle.spent(self._chosen | new) > puzzle.budget
        if missing:
            return Cause.PREREQUISITE, self._short(self._chosen | new) if is_over else None, missing
        if is_over:
            return Cause.NO_MONEY_LEFT, self._short(self._chosen | new), 0
        return Cause.NO_DAYS_LEFT, None, 0

    def _rivals(self, new: int) -> int:
        barred = 0
        for each in bits(new):
            barred |= self._puzzle.bars[each]
        return barred & (self._chosen | new)

    def _short(self, mask: int) -> Fraction:
        cost = sum((self._task.options[index].cost for index in bits(mask)), Fraction(0))
        return cost - self._task.limits.budget
