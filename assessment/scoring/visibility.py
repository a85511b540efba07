"""Which questions are asked: decided in order, each from what stands before it."""

from collections.abc import Mapping

from assessment.scoring.answers import Answer
from assessment.scoring.conditions import Condition
from assessment.scoring.evaluate import Compiled, compile_condition
from assessment.scoring.facts import Facts
from assessment.scoring.index import BankIndex
from assessment.scoring.scorecard import Scope


class Visibility:
    """The `visible_if` of one bank, compiled; equal conditions are asked once per set of answers."""

    def __init__(self, index: BankIndex) -> None:
        self._index = index
        self._conditions: list[Compiled] = []
        places: dict[str, int] = {}
        self._asked: list[tuple[str, int | None]] = []
        for key, question in index.questions.items():
            self._asked.append((key, self._place(question.visible_if, places)))

    def _place(self, condition: Condition | None, places: dict[str, int]) -> int | None:
        if condition is None:
            return None
        written = condition.model_dump_json(by_alias=True)
        if written not in places:
            places[written] = len(self._conditions)
            self._conditions.append(compile_condition(condition))
        return places[written]

    def visible(self, answers: Mapping[str, Answer], scope: Scope, size: str | None) -> dict[str, bool]:
        """This function will return the keys of the questions in scope that are asked, in bank order.

        A condition that cannot be told hides its question; a hidden question is not known to later conditions.
        `size` is the size class of the enterprise, None if not known.
        """
        shown: dict[str, bool] = {}
        lookup = Facts(self._index, answers, shown, size).get
        verdicts: dict[int, bool | None] = {}
        quick, core = scope is Scope.QUICK, self._index.core
        for key, place in self._asked:
            if quick and key not in core:
                continue
            if place is not None:
                if place not in verdicts:
                    verdicts[place] = self._conditions[place](lookup)
                if not verdicts[place]:
                    continue
            shown[key] = True
        return shown
