"""Published figures beside the enterprise's own answers, only where both measure the same thing."""

from fractions import Fraction

from assessment.scoring.answers import AnswerState, number_of
from assessment.scoring.document import Kind, Question, ReferenceLine
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import plain, with_unit
from recommendations.report.content.schema import Reference
from recommendations.report.content.wording import short_title

COMPARABLE_KINDS = frozenset({Kind.PERCENT, Kind.NUMBER})


def references_of(material: Material, question: Question) -> list[Reference]:
    """This function will return the reference lines of a question, in the bank's order."""
    lines = {line.key: line for line in material.bank.reference_lines}
    return [_reference(material, question, lines[key]) for key in question.reference_lines if key in lines]


def _reference(material: Material, question: Question, line: ReferenceLine) -> Reference:
    own = _own_number(material, question, line)
    return Reference(
        key=line.key,
        question=short_title(material, question),
        title=material.say(line.title),
        value=with_unit(plain(line.value), line.unit),
        number=plain(line.value),
        period=line.period,
        is_target=line.kind == "target",
        scope=material.say(line.scope),
        source=material.say(line.source),
        url=line.url,
        own=None if own is None else with_unit(plain(own), line.unit),
        own_number=None if own is None else plain(own),
    )


def _own_number(material: Material, question: Question, line: ReferenceLine) -> Fraction | None:
    """A share of firms that use a tool is no yardstick for one firm's rate: only like is set beside like."""
    answer = material.answers.get(question.key)
    unlike = line.kind in ("share", "survey") or question.kind not in COMPARABLE_KINDS
    if unlike or question.key not in material.asked or answer is None or answer.state is not AnswerState.ANSWERED:
        return None
    return number_of(answer.value)
