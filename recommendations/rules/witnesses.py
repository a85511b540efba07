"""Which tests of a condition made it come out as it did, or keep it open."""

from collections.abc import Iterator

from assessment.scoring.conditions import All, Condition, Not, Test
from assessment.scoring.evaluate import Verdict, evaluate
from assessment.scoring.facts import Lookup


def witnesses(condition: Condition, lookup: Lookup, verdict: Verdict) -> Iterator[Test]:
    """This function will yield, in order, the tests that gave `condition` its `verdict`, and no others.

    A true `any` rests on its true branches only, a true `all` on every branch, a `not` on the opposite of what it
    holds. With verdict None the tests come whose facts are not known and would decide.
    """
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Not):
        yield from witnesses(condition.not_, lookup, None if verdict is None else not verdict)
    else:
        for branch in condition.all if isinstance(condition, All) else condition.any:
            if evaluate(branch, lookup) is verdict:
                yield from witnesses(branch, lookup, verdict)
