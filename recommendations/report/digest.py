"""A result as lines of text for a terminal."""

from collections.abc import Iterator

from django.utils.translation import gettext, override

from recommendations.report.content.kinds import GateState
from recommendations.report.content.schema import ActionCard, ReportContent

ACTIONS_SHOWN = 6


def digest_of(content: ReportContent) -> str:
    """This function will return the readable summary of a result, in the language of its content."""
    with override(content.locale):
        return "\n".join(_lines(content))


def _lines(content: ReportContent) -> Iterator[str]:
    overall = content.overall
    yield content.enterprise
    yield f"{content.ladder.headline} · {overall.score or '–'} {gettext('of 100')} ({content.notice})"
    yield f"{overall.sentence} {content.counts.line}"
    yield ""
    for barrier in content.barriers:
        figure = barrier.figure
        span = f"  {figure.low}–{figure.high}" if figure.is_interval else ""
        yield f"  {figure.score or '–':>5}  {figure.title}{span}"
    yield ""
    yield content.summary.weakest
    yield content.ladder.distance
    for gate in content.ladder.gates:
        if gate.state is not GateState.HOLDS:
            yield f"  – {gate.text}"
    for action in content.actions[:ACTIONS_SHOWN]:
        yield from _action(action)
    yield ""
    yield f"{content.versions.bank} {content.versions.bank_version} · {content.versions.bank_hash[:12]}"
    yield f"{content.versions.playbook} {content.versions.playbook_version} · {content.versions.playbook_hash[:12]}"


def _action(action: ActionCard) -> Iterator[str]:
    yield ""
    yield f"{action.rank}. {action.title}  [{action.effect} · {action.cost} · {action.weeks}]"
    for reason in action.reasons:
        yield f"   {gettext('Because')}: {reason.text}"
