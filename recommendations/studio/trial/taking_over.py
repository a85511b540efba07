"""What comes out now becomes what worked examples expect: only figures that are expected already, never the tolerance."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from assessment.bank.check_report import check_document
from assessment.bank.editing.flat import Data
from assessment.scoring.answers import plain, read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import rounded
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from assessment.scoring.worked_examples import COVERAGE_TOLERANCE, Comparison, Figure
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft
from recommendations.studio.trial.taken_over import with_sentence

READINGS = "readings"
MOST_DECIMALS = 12


class Outdated(Exception):
    """The working copy has changed since the figures were shown."""


class Uncalculated(Exception):
    """Errors keep the examples from being calculated."""


class UnknownExample(Exception):
    """There is no worked example with this key."""


def take_over_figures(*, workshop: Workshop, base: int, example: str, on: date) -> int:
    """This function will let one worked example, or with "" all of them, expect what comes out, as one change.

    Returned is how many figures were replaced; only those that differ are. Each example touched says so in its working.
    Raises Outdated, UnknownExample, Uncalculated, and what saving a working copy raises.
    """
    draft = bank_draft(workshop)
    if base != draft.base:
        raise Outdated
    parts = {part["key"]: part for part in draft.data.get("examples", [])}
    if example and example not in parts:
        raise UnknownExample
    document = draft.document
    report = check_document(document)
    if report.errors:
        raise Uncalculated
    failed = [each for each in report.failed if example in ("", each.example)]
    count = sum(replace_figure(parts[each.example], each, document) for each in failed)
    for key in dict.fromkeys(each.example for each in failed) if count else ():
        parts[key]["working"] = with_sentence(parts[key].get("working", {}), draft.locales, on)
    if count:
        draft.save(by=workshop.person)
    return count


def replace_figure(part: Data, each: Comparison, document: BankDocument) -> bool:
    """This function will put what came out into an example and return whether that changed it.

    With no tolerance, a number that never ends cannot be written. A number that is gone gives way to the status.
    """
    expected = part["expect"][each.node]
    holder, name = expected, each.what
    if name.startswith(f"{READINGS}."):
        holder, name = expected[READINGS], name.partition(".")[2]
    tolerance = COVERAGE_TOLERANCE if each.what == "coverage" else Decimal(part.get("tolerance", "0.05"))
    written = _written(each.actual, holder[name], tolerance)
    if written == holder[name]:
        return False
    if written is None:
        holder.pop(name)
        expected["status"] = _status(document, each)
    else:
        holder[name] = written
    return True


def _written(figure: Figure, before: str, tolerance: Decimal) -> str | None:
    if not isinstance(figure, Fraction):
        return figure
    return plain(rounded(figure, max(_decimals(tolerance), len(before.partition(".")[2]))))


def _decimals(tolerance: Decimal) -> int:
    """As many as it takes for the last one to stay within the tolerance."""
    fitting = (number for number in range(MOST_DECIMALS) if Decimal(5).scaleb(-number - 1) <= tolerance)
    return next(fitting, MOST_DECIMALS)


def _status(document: BankDocument, each: Comparison) -> str:
    """What is expected of a node instead of a number that it has no more."""
    scorer = Scorer(document)
    example = next(example for example in document.examples if example.key == each.example)
    answers = {key: read_answer(scorer.index.questions[key], raw) for key, raw in example.answers.items()}
    return scorer.score(answers, Scope(example.scope)).nodes[each.node].status.value
