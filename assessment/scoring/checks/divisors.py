"""Divisors typed by hand: credits and weights that are the rounded thirds, sevenths or twelfths of something."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.figures import rounded, truncated
from assessment.scoring.findings import Finding, warning

# Numbers of parts whose share no decimal can say, and from how many digits on a number is likely to mean one of them:
# nearly every second number of two digits is a rounded seventh, ninth or twelfth.
LEAST_DIGITS = {3: 2, 6: 2, 7: 3, 9: 3, 12: 3}

POINTS = "write points such as 0, 1, 2, 3: the divisor follows from them"
WEIGHTS = "write whole weights such as 1, 1, 1: they are divided by their sum"


def check_divisors(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every group of numbers that looks like rounded parts of a whole.

    The numbers of a group are looked at together: a published weight of 0.143 beside 0.254 is no seventh.
    """
    for place, _, question in walk.questions(document):
        yield from _question(place, question)
    for place, node in walk.nodes(document):
        yield from _node(place, node)


def _question(place: str, question: Question) -> Iterator[Finding]:
    options = f"{place}.options"
    yield from _group(options, "credit", (option.credit for option in question.options), POINTS)
    yield from _group(options, "points", (option.points for option in question.options), POINTS)
    yield from _group(f"{place}.rows", "weight", (row.weight for row in question.rows), WEIGHTS)
    yield from _group(f"{place}.steps", "credit", (step.credit for step in question.steps), POINTS)
    bands = "write linear credit, or more decimals"
    yield from _group(f"{place}.bands", "credit", (band.credit for band in question.bands), bands)


def _node(place: str, node: Node) -> Iterator[Finding]:
    yield from _group(f"{place}.children", "weight", (child.weight for child in node.children), WEIGHTS)
    yield from _group(f"{place}.measures", "weight", (measure.weight for measure in node.measures), WEIGHTS)
    for measure in node.measures:
        here = f"{place}.measures.{measure.question}"
        yield from _group(f"{here}.credits", "credit", measure.credits.values(), POINTS)
        yield from _group(f"{here}.points", "points", measure.points.values(), POINTS)


def _group(place: str, what: str, numbers: Iterable[Decimal | None], mend: str) -> Iterator[Finding]:
    given = [number for number in numbers if number is not None]
    for parts in LEAST_DIGITS:
        found = [number for number in given if _is_rounded(number, parts)]
        if found and all(number in found or _is_exact(number, parts) for number in given):
            first = found[0]
            yield warning(place, f"the {what} {first} looks like {_share(first, parts)}, rounded", mend)
            return


def _is_exact(number: Decimal, parts: int) -> bool:
    return (Fraction(number) * parts).denominator == 1


def _is_rounded(number: Decimal, parts: int) -> bool:
    """Rounded half up or cut off, so that 0.67 and 0.66 are both two thirds."""
    digits, share = _digits(number), Fraction(_share(number, parts))
    is_near = Fraction(number) in {Fraction(rounded(share, digits)), Fraction(truncated(share, digits))}
    return digits >= LEAST_DIGITS[parts] and is_near and not _is_exact(number, parts)


def _digits(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _share(number: Decimal, parts: int) -> str:
    return str(Fraction(round(Fraction(number) * parts), parts))
