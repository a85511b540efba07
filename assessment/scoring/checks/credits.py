"""What an answer is worth: complete, reachable and growing, for every question that some node measures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assessment.scoring import walk
from assessment.scoring.checks.shapes import WITH_NUMBERS
from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.findings import Finding, error, warning

FULL = Decimal(1)
CLAIMS_CREDIT = ("steps", "bands", "linear")


def check_credits(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every gap in what the answers of a question are worth."""
    measured = walk.measured(document)
    for place, section, question in walk.questions(document):
        if question.key in measured:
            yield from _check_credit(place, question)
        elif not section.profile and _claims_credit(question):
            yield warning(
                place, "its answers carry credit, but no node measures it", "measure it in a node, or remove the credit"
            )


def _claims_credit(question: Question) -> bool:
    on_options = any(option.credit is not None or option.points for option in question.options)
    return on_options or any(getattr(question, field) for field in CLAIMS_CREDIT)


def _check_credit(place: str, question: Question) -> Iterator[Finding]:
    if question.kind is Kind.MULTI:
        yield from _multi(place, question)
    elif question.kind in WITH_NUMBERS:
        yield from _number(place, question)
    elif question.kind is not Kind.TEXT:  # that text is measured at all is a finding of the tree
        yield from _choice(place, question)


def _choice(place: str, question: Question) -> Iterator[Finding]:
    for option in question.options:
        if option.credit is None:
            here = f"{place}.options.{option.key}"
            yield error(
                here, "the option has no credit, although the question is measured", "give it a credit from 0 to 1"
            )
    credits = [option.credit for option in question.options if option.credit is not None]
    yield from _reaches_full(f"{place}.options", credits)
    if question.kind is Kind.LIKERT:
        yield from _one_direction(f"{place}.options", credits)


def _multi(place: str, question: Question) -> Iterator[Finding]:
    for option in question.options:
        if option.points is None:
            here = f"{place}.options.{option.key}"
            yield error(
                here, "the option has no points, although the question is measured", "give it points, 0 or more"
            )
    attainable = sum((option.points or Decimal(0) for option in question.options if not option.exclusive), Decimal(0))
    if question.steps and question.maximum is not None:
        yield error(place, "both steps and a maximum say what the points are worth", "keep one of the two")
    if question.steps:
        yield from _steps(f"{place}.steps", question, attainable)
    elif question.maximum is not None and question.maximum <= 0:
        yield error(
            f"{place}.maximum", f"the maximum is {question.maximum}", "write a maximum above 0, or leave it out"
        )
    elif attainable <= 0:
        yield error(
            f"{place}.options", "no option earns a point, so nothing can be scored", "give at least one option points"
        )
    elif question.maximum is not None and attainable < question.maximum:
        message = f"full credit cannot be reached: the options add up to {attainable} of {question.maximum} points"
        yield warning(f"{place}.maximum", message, f"lower the maximum to {attainable}")


def _steps(place: str, question: Question, attainable: Decimal) -> Iterator[Finding]:
    points = [step.points for step in question.steps]
    if points[0] != 0:
        yield error(
            place, f"the first step begins at {points[0]} points, so fewer points have no credit", "begin at 0 points"
        )
    yield from _ascending(place, "points", points)
    yield from _never_falls(place, [step.credit for step in question.steps])
    yield from _reaches_full(place, [step.credit for step in question.steps if step.points <= attainable])


def _number(place: str, question: Question) -> Iterator[Finding]:
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
    yield from _ascending(place, "upto", edges)
    if question.maximum is None:
        message = f"the last band ends at {edges[-1]}, but the question has no maximum"
        yield error(place, message, f"write maximum: {edges[-1]}")
    elif edges[-1] < question.maximum:
        message = f"numbers above {edges[-1]} up to {question.maximum} lie in no band"
        yield error(place, message, f"let the last band reach {question.maximum}")
    for low, high in zip(edges, edges[1:], strict=False):
        if question.maximum is not None and low >= question.maximum:
            yield warning(place, f"no number up to {question.maximum} lies in the band up to {high}", "remove the band")
    if question.minimum is not None and edges[0] < question.minimum:
        yield warning(place, f"no number from {question.minimum} lies in the band up to {edges[0]}", "remove the band")
    credits = [band.credit for band in question.bands]
    yield from _one_direction(place, credits)
    yield from _reaches_full(place, credits)


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


def _ascending(place: str, field: str, numbers: Sequence[Decimal]) -> Iterator[Finding]:
    for low, high in zip(numbers, numbers[1:], strict=False):
        if high <= low:
            yield error(
                place, f"{field} {high} follows {low}", f"write every {field} once, from the smallest to the largest"
            )


def _never_falls(place: str, credits: Sequence[Decimal]) -> Iterator[Finding]:
    for low, high in zip(credits, credits[1:], strict=False):
        if high < low:
            yield warning(
                place, f"the credit falls from {low} to {high}, so more points earn less", "let the credit grow"
            )


def _one_direction(place: str, credits: Sequence[Decimal]) -> Iterator[Finding]:
    if list(credits) not in (sorted(credits), sorted(credits, reverse=True)):
        yield warning(place, "the credit goes up and down again along the scale", "let it run in one direction")


def _reaches_full(place: str, credits: Sequence[Decimal]) -> Iterator[Finding]:
    best = max(credits, default=None)
    if best is not None and best < FULL:
        yield warning(
            place, f"full credit cannot be reached: the best answer earns {best}", "let the best answer earn 1"
        )
