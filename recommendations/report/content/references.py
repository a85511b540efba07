"""Published figures beside the enterprise's own answers, only where both measure the same thing."""

from collections.abc import Sequence
from fractions import Fraction

from assessment.benchmarks.reference_lines import Standing, read_against
from assessment.scoring.answers import AnswerState, number_of
from assessment.scoring.document import Kind, Question, ReferenceLine
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import measured, plain, with_unit
from recommendations.report.content.score_schema import Reference, ReferenceGroup
from recommendations.report.content.wording import answered_now, short_title

COMPARABLE_KINDS = frozenset({Kind.PERCENT, Kind.NUMBER})
UNLIKE_KINDS = frozenset({"share", "survey"})


def reference_group(material: Material, question: Question) -> ReferenceGroup | None:
    """This function will return the reference lines of a question, in the bank's order, or None where it has none."""
    known = {line.key: line for line in material.bank.reference_lines}
    lines = [known[key] for key in question.reference_lines if key in known]
    if not lines:
        return None
    own, verdicts = _own_number(material, question, lines), _verdicts(material, question)
    return ReferenceGroup(
        question=short_title(material, question),
        answer=answered_now(material, question.key).answer,
        is_comparable=_is_comparable(question, lines),
        own=None if own is None else with_unit(measured(own), lines[0].unit),
        own_number=None if own is None else measured(own),
        lines=tuple(_reference(material, line, verdicts.get(line.key, "")) for line in lines),
    )


def _reference(material: Material, line: ReferenceLine, verdict: str) -> Reference:
    return Reference(
        key=line.key,
        title=material.say(line.title),
        value=with_unit(plain(line.value), line.unit),
        number=plain(line.value),
        period=line.period,
        is_target=line.kind == "target",
        scope=material.say(line.scope),
        source=material.say(line.source),
        url=line.url,
        verdict=verdict,
    )


def _verdicts(material: Material, question: Question) -> dict[str, str]:
    """What the answer says about each line, by its key; nothing where the two cannot be compared."""
    answer = material.answers.get(question.key) if question.key in material.asked else None
    readings = read_against(question, answer, material.bank, material.locale)
    return {each.line: each.sentence for each in readings if each.standing is not Standing.NOT_COMPARABLE}


def _is_comparable(question: Question, lines: Sequence[ReferenceLine]) -> bool:
    """A share of firms that use a tool is no yardstick for one firm's rate: only like is set beside like."""
    return question.kind in COMPARABLE_KINDS and not any(line.kind in UNLIKE_KINDS for line in lines)


def _own_number(material: Material, question: Question, lines: Sequence[ReferenceLine]) -> Fraction | None:
    answer = material.answers.get(question.key)
    is_given = answer is not None and answer.state is AnswerState.ANSWERED and question.key in material.asked
    return number_of(answer.value) if answer is not None and is_given and _is_comparable(question, lines) else None
