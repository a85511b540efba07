"""What an answer is worth: complete, reachable and growing, for every question that some node measures."""

from collections.abc import Iterator
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.checks.numbers import check_number
from assessment.scoring.checks.runs import ascending, never_falls, one_direction, reaches_full
from assessment.scoring.checks.shapes import WITH_NUMBERS
from assessment.scoring.document import BankDocument, Kind, Measure, Question
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error, warning
from assessment.scoring.points import adds_up, most_points, option_points, row_weights

CLAIMS_CREDIT = ("steps", "bands", "linear")


def check_credits(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every gap in what the answers of a question are worth.

    A measure that says itself what the options are worth is looked at by `checks.worths`.
    """
    measures = [measure for _, node in walk.nodes(document) for measure in node.measures]
    measured = {measure.question for measure in measures}
    by_itself = {measure.question for measure in measures if not _says_worth(measure)}
    for place, section, question in walk.questions(document):
        if question.key in by_itself:
            yield from _check_credit(place, question)
        elif not section.profile and question.key not in measured and _claims_credit(question):
            yield warning(
                place, "its answers carry credit, but no node measures it", "measure it in a node, or remove the credit"
            )


def _says_worth(measure: Measure) -> bool:
    return bool(measure.credits or measure.points)


def _claims_credit(question: Question) -> bool:
    on_options = any(option.credit is not None or option.points for option in question.options)
    return on_options or any(getattr(question, field) for field in CLAIMS_CREDIT)


def _check_credit(place: str, question: Question) -> Iterator[Finding]:
    if adds_up(question):
        yield from _added(place, question)
    elif question.kind in WITH_NUMBERS:
        yield from check_number(place, question)
    elif question.kind is not Kind.TEXT:  # that text is measured at all is a finding of the tree
        yield from _choice(place, question)


def _choice(place: str, question: Question) -> Iterator[Finding]:
    for option in question.options:
        here = f"{place}.options.{option.key}"
        if option.credit is None and option.points is None:
            mend = "give it a credit from 0 to 1, or give every option points"
            yield error(here, "the option has no credit, although the question is measured", mend)
    points = option_points(question)
    credits = [option.credit for option in question.options if option.credit is not None]
    if points and credits:
        yield error(f"{place}.options", "some options carry credit, others points", "write credit, or points, on all")
    elif points:
        yield from _points(place, question)
    else:
        yield from reaches_full(f"{place}.options", credits)
    if question.kind is Kind.LIKERT:
        yield from one_direction(f"{place}.options", credits or list(points.values()))


def _added(place: str, question: Question) -> Iterator[Finding]:
    for option in question.options:
        if option.points is None:
            here = f"{place}.options.{option.key}"
            yield error(
                here, "the option has no points, although the question is measured", "give it points, 0 or more"
            )
    if question.steps and question.maximum is not None:
        yield error(place, "both steps and a maximum say what the points are worth", "keep one of the two")
    if question.steps:
        yield from _steps(f"{place}.steps", question)
    else:
        yield from _points(place, question)


def _points(place: str, question: Question) -> Iterator[Finding]:
    """A divisor that is typed must be what the options make at best, or else say so knowingly."""
    attainable, maximum = attainable_points(question), question.maximum
    if maximum is not None and maximum <= 0:
        yield error(f"{place}.maximum", f"the maximum is {maximum}", "write a maximum above 0, or leave it out")
    elif attainable <= 0:
        yield error(
            f"{place}.options", "no option earns a point, so nothing can be scored", "give at least one option points"
        )
    elif maximum is not None and attainable != maximum:
        yield _other_maximum(f"{place}.maximum", shown_scale(attainable), Fraction(maximum), attainable)


def _other_maximum(place: str, most: str, maximum: Fraction, attainable: Fraction) -> Finding:
    if attainable < maximum:
        message = f"full credit cannot be reached: the options add up to {most} of {shown_scale(maximum)} points"
        return warning(place, message, f"lower the maximum to {most}")
    message = f"answers can exceed it: the options add up to {most} points, the maximum is {shown_scale(maximum)}"
    return warning(
        place, message, f"raise it to {most}, or leave it out; keep it if the rest is a bonus that is cut off"
    )


def attainable_points(question: Question) -> Fraction:
    """This function will return the most points that one answer to `question` can carry."""
    points = option_points(question)
    best = most_points(question, points) if adds_up(question) else max([*points.values(), Fraction(0)])
    return best * sum(row_weights(question).values()) if question.kind is Kind.TABLE else best


def _steps(place: str, question: Question) -> Iterator[Finding]:
    points = [step.points for step in question.steps]
    if points[0] != 0:
        yield error(
            place, f"the first step begins at {points[0]} points, so fewer points have no credit", "begin at 0 points"
        )
    attainable = attainable_points(question)
    yield from ascending(place, "points", points)
    yield from never_falls(place, [step.credit for step in question.steps])
    yield from reaches_full(place, [step.credit for step in question.steps if step.points <= attainable])
