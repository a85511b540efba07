"""What to do next with a bank, in the order in which it is best done."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.scoring.findings import Severity
from recommendations.studio.access import Workshop
from recommendations.studio.banks.overview import Overview
from recommendations.studio.trial.copies import Unreadable, copies_of
from recommendations.studio.trial.soundness import Verdict, verdict_on


@dataclass(frozen=True, slots=True)
class NextStep:
    """`is_pressing` where nothing can be released before."""

    text: str
    address: str
    is_pressing: bool = False


def next_steps(workshop: Workshop, overview: Overview) -> list[NextStep]:
    """This function will return what stands between the working copy and its release."""
    if not overview.is_readable:
        return [_step(workshop, _("The working copy is incomplete: finish it first"), "check", is_pressing=True)]
    return list(_steps(workshop, overview))


def _steps(workshop: Workshop, overview: Overview) -> Iterator[NextStep]:
    try:
        verdict = verdict_on(copies_of(workshop), deep=False)
    except Unreadable as fault:
        yield _step(workshop, str(fault), "check", is_pressing=True)
        return
    yield from _mending(workshop, verdict)
    missing = sum(covered.total - covered.present for covered in overview.coverage)
    if missing:
        text = ngettext("Translate %(count)d text", "Translate %(count)d texts", missing) % {"count": missing}
        yield _step(workshop, text, "languages")
    if overview.has_news:
        yield from _releasing(workshop, overview)


def _mending(workshop: Workshop, verdict: Verdict) -> Iterator[NextStep]:
    errors = len(verdict.bank.errors) + sum(each.severity is Severity.ERROR for each in verdict.advice)
    if errors:
        text = ngettext("Mend %(count)d error", "Mend %(count)d errors", errors) % {"count": errors}
        yield _step(workshop, text, "check", is_pressing=True)
    if verdict.bank.failed:
        yield _step(workshop, _("Put a worked example right that comes out otherwise"), "check", is_pressing=True)


def _releasing(workshop: Workshop, overview: Overview) -> Iterator[NextStep]:
    yield _step(workshop, _("Try it out with answers"), "bench")
    if overview.release is not None:
        yield _step(workshop, _("See what it would change for stored assessments"), "impact")
    if overview.proposal is not None:
        yield _step(workshop, _("Decide on the proposal to release"), "release")
    else:
        asks = overview.bank.needs_second_person
        yield _step(workshop, _("Propose to release it") if asks else _("Release it"), "release")


def _step(workshop: Workshop, text: str, page: str, *, is_pressing: bool = False) -> NextStep:
    address = reverse(f"studio:{page}", kwargs={"bank_slug": workshop.bank.slug})
    return NextStep(text, address, is_pressing)
