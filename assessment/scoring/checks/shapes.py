"""What belongs to a question of each kind, and what does not."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.findings import Finding, error
from assessment.scoring.points import adds_up

WITH_OPTIONS = frozenset({Kind.SINGLE, Kind.MULTI, Kind.YES_NO, Kind.LIKERT, Kind.TABLE})
WITH_NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENT})

# Field of a question → the kinds that read it; anywhere else it would be ignored in silence.
READ_BY = {
    "options": WITH_OPTIONS,
    "rows": frozenset({Kind.TABLE}),
    "multiple": frozenset({Kind.TABLE}),
    "steps": frozenset({Kind.MULTI, Kind.TABLE}),
    "bands": WITH_NUMBERS,
    "linear": WITH_NUMBERS,
    "unit": WITH_NUMBERS,
    "minimum": WITH_NUMBERS,
    "maximum": WITH_NUMBERS | WITH_OPTIONS,
    "decimals": WITH_NUMBERS,
    "ratio": frozenset({Kind.PERCENT}),
}


def check_shapes(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every part that a question lacks or cannot use."""
    for place, _, question in walk.questions(document):
        yield from _foreign_fields(place, question)
        yield from _option_count(place, question)
        yield from _foreign_option_fields(place, question)
        yield from _idle_divisors(place, question)
        yield from _row_weights(place, question)
        yield from _range(place, question)


def _foreign_fields(place: str, question: Question) -> Iterator[Finding]:
    for field, kinds in READ_BY.items():
        given = getattr(question, field) not in (None, [], {}, 0, False)
        if given and question.kind not in kinds:
            message = f"a {question.kind.value} question has no use for {field}"
            yield error(f"{place}.{field}", message, f"remove {field} or change the kind")


def _option_count(place: str, question: Question) -> Iterator[Finding]:
    count = len(question.options)
    if question.kind in WITH_OPTIONS and count < 2:
        yield error(f"{place}.options", f"{count} options leave nothing to choose", "give at least two options")
    if question.kind is Kind.TABLE and not question.rows:
        yield error(f"{place}.rows", "the table has no rows", "give at least one row")


def _foreign_option_fields(place: str, question: Question) -> Iterator[Finding]:
    for option in question.options:
        here = f"{place}.options.{option.key}"
        if option.credit is not None and adds_up(question):
            message = f"{_called(question)} counts points, not credit"
            yield error(here, message, "write points instead of credit")
        if option.exclusive and not adds_up(question):
            yield error(here, f"{_called(question)} has no exclusive options", "remove exclusive")
        elif option.exclusive and option.points:
            message = f"the exclusive option earns {option.points} points"
            yield error(here, message, "an option that stands alone says that nothing applies: give it 0 points")


def _idle_divisors(place: str, question: Question) -> Iterator[Finding]:
    """Steps count points that add up; a maximum is what points are read against."""
    if question.steps and question.kind is Kind.TABLE and not question.multiple:
        yield error(
            f"{place}.steps", f"{_called(question)} has no use for steps", "remove steps or write multiple: true"
        )
    has_points = any(option.points is not None for option in question.options)
    if question.maximum is not None and question.kind in WITH_OPTIONS and not has_points:
        yield error(f"{place}.maximum", "there are no points to read against a maximum", "remove it, or write points")


def _row_weights(place: str, question: Question) -> Iterator[Finding]:
    if question.rows and all(row.weight == 0 for row in question.rows):
        yield error(f"{place}.rows", "all weights are 0", "give at least one row a weight above 0")


def _called(question: Question) -> str:
    return (
        "a table with one choice per row"
        if question.kind is Kind.TABLE and not question.multiple
        else (f"a {question.kind.value} question")
    )


def _range(place: str, question: Question) -> Iterator[Finding]:
    if question.kind not in WITH_NUMBERS:
        return
    low, high = question.minimum, question.maximum
    if question.kind is Kind.PERCENT and (low is None or high is None):
        yield error(place, "a percentage needs minimum and maximum", "write minimum: 0 and maximum: 100")
    if low is not None and high is not None and low >= high:
        yield error(place, f"the minimum {low} is not below the maximum {high}", "exchange or correct them")
