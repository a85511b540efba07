"""What was done with a whole assessment, as the page of the trail lists it: by time, questions back among it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.bank.releases import scorer_of
from assessment.responses.bank_words import marked
from assessment.responses.models import Assessment
from assessment.responses.trail import Trail
from assessment.responses.trail_asks import Asked


@dataclass(frozen=True, slots=True)
class StepLine:
    """`question` is what a question back is about, `more` what the step says besides; '' for neither."""

    at: datetime
    who: str
    what: str
    question: SafeString | str = ""
    more: str = ""


def step_lines(assessment: Assessment, trail: Trail, asks: Iterable[Asked], locale: str) -> list[StepLine]:
    """This function will return the lines by time; those of one moment as they are gathered here."""
    lines = [*_begun(trail), *_imports(trail), *_submitted(trail), *_asks(assessment, asks, locale), *_signed(trail)]
    return sorted(lines, key=lambda line: line.at)


def _begun(trail: Trail) -> Iterator[StepLine]:
    if trail.begun_at is not None:
        yield StepLine(trail.begun_at, trail.begun_by or _("The enterprise"), _("Assessment begun"))


def _imports(trail: Trail) -> Iterator[StepLine]:
    for each in trail.imports:
        what = ngettext("%(count)d answer read from %(file)s", "%(count)d answers read from %(file)s", each.taken)
        yield StepLine(each.at, each.by or _("The enterprise"), what % {"count": each.taken, "file": each.name})


def _submitted(trail: Trail) -> Iterator[StepLine]:
    if trail.own_submitted_at is not None:
        what = _("Own answers submitted; since then they cannot change")
        yield StepLine(trail.own_submitted_at, _("The enterprise"), what)


def _asks(assessment: Assessment, asks: Iterable[Asked], locale: str) -> Iterator[StepLine]:
    questions = scorer_of(assessment.release_id).index.questions
    for ask in asks:
        found = questions.get(ask.key)
        title = "" if found is None else marked(found.text, locale)
        yield StepLine(ask.at, f"{ask.by} · {ask.workspace}", _("Question to the enterprise"), title)
        if ask.replied_at is not None:
            yield StepLine(ask.replied_at, _("The enterprise"), _("Reply to a question"), title)


def _signed(trail: Trail) -> Iterator[StepLine]:
    signed = trail.verification
    if signed is not None:
        conflict = (
            _("A conflict of interest is declared:")
            if signed.has_conflict
            else _("No conflict of interest is declared.")
        )
        more = f"{conflict} {signed.statement}".strip()
        who = f"{signed.verifier_name} · {signed.workspace.name}"
        yield StepLine(signed.verified_at, who, _("Verification finished and signed"), more=more)
