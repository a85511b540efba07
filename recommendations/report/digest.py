"""A result as lines of text for a terminal."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, override

from assessment.scoring.scorecard import Status
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.kinds import GateState
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Figure, GatePart, Step
from recommendations.report.content.summary_schema import Summary
from recommendations.report.content.way_schema import Path

ACTIONS_SHOWN = 6


def digest_of(content: ReportContent) -> str:
    """This function will return the readable summary of a result, in the language of its content."""
    with override(content.locale):
        return "\n".join(_lines(content))


def _lines(content: ReportContent) -> Iterator[str]:
    overall = content.overall
    yield content.enterprise
    score = "" if content.is_profile else f" · {overall.score or '–'} {overall.of_scale}"
    yield f"{content.ladder.headline}{score} ({content.notice})"
    yield f"{overall.sentence} {content.counts.line}"
    yield from _answer_first(content.summary)
    yield from _parts(content)
    yield from _next_level(content)
    yield from _path(content.path)
    for action in content.actions[:ACTIONS_SHOWN]:
        yield from _action(action)
    yield ""
    versions = content.versions
    yield f"{versions.bank} {versions.bank_version} · {versions.bank_hash[:12]}"
    if versions.playbook:
        yield f"{versions.playbook} {versions.playbook_version} · {versions.playbook_hash[:12]}"


def _answer_first(summary: Summary) -> Iterator[str]:
    if summary.answer_first:
        yield gettext("Answer these first:")
        for question in summary.answer_first:
            yield f"  – {question.short}"


def _parts(content: ReportContent) -> Iterator[str]:
    if not content.barriers:
        return
    yield ""
    for barrier in content.barriers:
        yield _part(barrier.figure, content)
        yield from _step(barrier.figure.step)
        if barrier.figure.status == Status.UNSCORED:
            yield from (f"  {_part(figure, content)}" for figure in barrier.indicators)


def _part(figure: Figure, content: ReportContent) -> str:
    """Scales are said where they are not all the same."""
    span = f"  {figure.low}–{figure.high}" if figure.is_interval else ""
    scale = f" {figure.of_scale}" if figure.score and content.has_scales else ""
    level = f"  {figure.level}" if content.shows_levels and figure.level else ""
    score = "" if figure.status == Status.UNSCORED else figure.score or "–"
    return f"  {score:>5}{scale}  {figure.title}{span}{level}"


def _next_level(content: ReportContent) -> Iterator[str]:
    said = [line for line in (content.summary.weakest, content.ladder.distance) if line]
    if said:
        yield ""
        yield from said
    yield from (f"  – {text}" for text in _unmet(content.ladder.gates))


def _path(path: Path | None) -> Iterator[str]:
    """The cheapest way to the next level in its order of doing, or what stands in the way."""
    if path is None:
        return
    yield ""
    yield path.headline
    for work in path.works:
        yield f"  – {work.title}  [{work.gain} · {work.cost} · {work.days}]"
    for move in path.moves:
        yield f"  {move.before} → {move.after}  {move.title}"
    yield from (f"  – {hindrance.demand}" for hindrance in path.hindrances)
    yield from (f"  {note}" for note in path.notes)


def _unmet(gates: Iterable[GatePart]) -> Iterator[str]:
    yield from (gate.text for gate in gates if gate.state is not GateState.HOLDS)


def _step(step: Step | None) -> Iterator[str]:
    """What a part lacks to its next level, where that asks for conditions; bare bounds stand in the report."""
    if step is not None and step.parts:
        yield f"         {step.line}"
        yield from (f"         – {text}" for text in _unmet(step.parts))


def _action(action: ActionCard) -> Iterator[str]:
    facts = [fact for fact in (action.effect, action.cost, action.weeks) if fact]
    yield ""
    yield f"{action.rank}. {action.title}  [{' · '.join(facts)}]"
    for reason in action.reasons:
        yield f"   {gettext('Because')}: {reason.text}"
