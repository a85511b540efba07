"""Measures that say themselves what the options of their question are worth."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches

from assessment.scoring import walk
from assessment.scoring.checks.runs import reaches_full
from assessment.scoring.checks.shapes import WITH_OPTIONS
from assessment.scoring.document import BankDocument, Measure, Question
from assessment.scoring.findings import Finding, error
from assessment.scoring.points import adds_up


def check_worths(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every worth of an option that is missing, doubled or of no option."""
    questions = walk.questions_by_key(document)
    for place, node in walk.nodes(document):
        for measure in node.measures:
            question = questions.get(measure.question)
            if question is not None and (measure.credits or measure.points):
                yield from _worth(f"{place}.measures.{measure.question}", measure, question)


def _worth(place: str, measure: Measure, question: Question) -> Iterator[Finding]:
    if question.kind not in WITH_OPTIONS:
        message = f"a {question.kind.value} question has no options that could be worth anything"
        yield error(place, message, "remove the credits and points of the measure")
        return
    if measure.credits and measure.points:
        yield error(place, "both credits and points say what the options are worth here", "keep one of the two")
    for name, worth in (("credits", measure.credits), ("points", measure.points)):
        if worth:
            yield from _options(f"{place}.{name}", worth, question)
    if measure.points and not any(measure.points.values()):
        yield error(f"{place}.points", "no option earns a point, so nothing can be scored", "give at least one points")
    if measure.credits and not adds_up(question):
        yield from reaches_full(f"{place}.credits", list(measure.credits.values()))


def _options(place: str, worth: Mapping[str, Decimal], question: Question) -> Iterator[Finding]:
    keys = [option.key for option in question.options]
    for key in worth:
        if key not in keys:
            close = get_close_matches(key, keys, n=1)
            mend = f"did you mean {close[0]}?" if close else f"use one of: {', '.join(keys)}"
            yield error(f"{place}.{key}", f"{question.key} has no option {key}", mend)
    for key in keys:
        if key not in worth and not adds_up(question):
            message = f"the option {key} of {question.key} has no worth here"
            yield error(f"{place}.{key}", message, "say what every option is worth, 0 included")
