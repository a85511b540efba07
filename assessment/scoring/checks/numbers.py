"""What a number is worth: bands without a gap, or a credit that grows along a line."""

from collections.abc import Iterator
from itertools import pairwise

from assessment.scoring.checks.runs import ascending, one_direction, reaches_full
from assessment.scoring.document import Question
from assessment.scoring.findings import Finding, error, warning


def check_number(place: str, question: Question) -> Iterator[Finding]:
    """This function will yield a finding for every number that has no credit, two, or one out of reach."""
    if question.bands and question.linear:
        yield error(place, "both bands and a linear credit say what the number is worth", "keep one of the two")
    if not question.bands and question.linear is None:
        yield error(place, "nothing says what the number is worth", "give it bands or a linear credit")
    if question.bands:
        yield from _bands(f"{place}.bands", question)
    if question.linear is not None:
        yield from _linear(f"{place}.linear", question)


def _bands(place: str, question: Question) -> Iterator[Finding]:
    edges = [band.upto for band in question.bands]
    yield from ascending(place, "upto", edges)
    if question.maximum is None:
        message = f"the last band ends at {edges[-1]}, but the question has no maximum"
        yield error(place, message, f"write maximum: {edges[-1]}")
    elif edges[-1] < question.maximum:
        message = f"numbers above {edges[-1]} up to {question.maximum} lie in no band"
        yield error(place, message, f"let the last band reach {question.maximum}")
    for low, high in pairwise(edges):
        if question.maximum is not None and low >= question.maximum:
            yield warning(place, f"no number up to {question.maximum} lies in the band up to {high}", "remove the band")
    if question.minimum is not None and edges[0] < question.minimum:
        yield warning(place, f"no number from {question.minimum} lies in the band up to {edges[0]}", "remove the band")
    credits = [band.credit for band in question.bands]
    yield from one_direction(place, credits)
    yield from reaches_full(place, credits)


def _linear(place: str, question: Question) -> Iterator[Finding]:
    assert question.linear is not None
    zero, full = question.linear.zero_at, question.linear.full_at
    if zero == full:
        yield error(place, f"zero_at and full_at are both {zero}", "let the credit grow between two different numbers")
        return
    above = question.maximum is not None and full > max(zero, question.maximum)
    below = question.minimum is not None and full < min(zero, question.minimum)
    if above or below:
        yield warning(
            place, f"full credit cannot be reached: {full} is outside what may be entered", "move full_at inside"
        )
