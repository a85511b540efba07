"""The last page of a report: who answered, changed and overrode what, when and why; and who stands behind it."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from assessment.responses.models import Mode, Verification
from assessment.responses.trail import OWN_CHANGES, VERIFIED_CHANGES, Deed, Trail, TrailEntry
from assessment.responses.trail_page import author_words, deed_words
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import day, moment
from recommendations.report.content.trail_schema import (
    TrailAuthor,
    TrailChange,
    TrailStep,
    TrailView,
    VerificationView,
)
from recommendations.report.content.wording import brief_answer, short_title


def trail_view(material: Material) -> TrailView | None:
    """This function will return the trail of the assessment in words; None for answers that come from a file alone."""
    if material.trail is None:
        return None
    trail = material.trail
    return TrailView(
        steps=tuple(_steps(material, trail)),
        authors=tuple(_authors(trail)),
        changes=tuple(
            _change(material, entry)
            for entry in trail.all_entries()
            if entry.deed in OWN_CHANGES | VERIFIED_CHANGES and entry.key in material.asked
        ),
        evidence=_evidence(trail),
    )


def verification_of(material: Material) -> VerificationView | None:
    """This function will return who stands behind a verified result and how much of it is verified."""
    verification = None if material.trail is None else material.trail.verification
    if verification is None or material.trail is None:
        return None
    verified, answers = verified_counts(material, material.trail)
    return VerificationView(
        line=_verified_line(verification, verified, answers),
        conflict=_conflict(verification),
        statement=verification.statement,
        verified_count=str(verified),
        answer_count=str(answers),
    )


def mode_words(material: Material) -> str:
    """This function will return how the answers came about."""
    trail = material.trail
    is_interview = trail is not None and trail.mode is Mode.INTERVIEW and trail.own_submitted_at is None
    if trail is None or trail.verification is None:
        return gettext("Interview") if is_interview else gettext("Self-assessment")
    return gettext("Verified interview") if is_interview else gettext("Verified self-assessment")


def verified_counts(material: Material, trail: Trail) -> tuple[int, int]:
    """This function will return how many of the answers that count are verified, and how many answers count."""
    answered = [key for key in material.scorecard.visible if key in material.answers]
    return len(trail.verified.intersection(answered)), len(answered)


def _verified_line(verification: Verification, verified: int, answers: int) -> str:
    return gettext("Verified by %(name)s, %(workspace)s, on %(day)s: %(verified)d of %(answers)d answers.") % {
        "name": verification.verifier_name,
        "workspace": verification.workspace.name,
        "day": day(localdate(verification.verified_at)),
        "verified": verified,
        "answers": answers,
    }


def _conflict(verification: Verification) -> str:
    if verification.has_conflict:
        return gettext("Conflict of interest declared by %(name)s:") % {"name": verification.verifier_name}
    return gettext("%(name)s declares that nothing binds them to the enterprise or to a provider.") % {
        "name": verification.verifier_name
    }


def _steps(material: Material, trail: Trail) -> Iterator[TrailStep]:
    enterprise = gettext("The enterprise")
    yield TrailStep(at=day(material.started_on), who="", what=gettext("Assessment begun"))
    for each in trail.imports:
        what = ngettext("%(count)d answer read from %(file)s", "%(count)d answers read from %(file)s", each.taken)
        values = {"count": each.taken, "file": each.name}
        yield TrailStep(at=moment(each.at), who=each.by or enterprise, what=what % values)
    if trail.own_submitted_at is not None:
        at = moment(trail.own_submitted_at)
        yield TrailStep(at=at, who=enterprise, what=gettext("Own answers submitted; since then they cannot change"))
    if trail.verification is not None:
        signed = trail.verification
        who = f"{signed.verifier_name}, {signed.workspace.name}"
        yield TrailStep(at=moment(signed.verified_at), who=who, what=gettext("Verification finished and signed"))


def _authors(trail: Trail) -> Iterator[TrailAuthor]:
    """By person and deed, in the order of their first answer."""
    found: dict[tuple[str, Deed], list[datetime]] = {}
    for entry in sorted(trail.all_entries(), key=lambda each: (each.at, each.key)):
        found.setdefault((author_words(entry), entry.deed), []).append(entry.at)
    for (who, deed), times in found.items():
        yield TrailAuthor(who=who, what=f"{_counted(len(times))} {deed_words(deed)}", span=_span(times))


def _counted(count: int) -> str:
    return ngettext("%(count)d answer", "%(count)d answers", count) % {"count": count}


def _span(times: list[datetime]) -> str:
    first, last = moment(times[0]), moment(times[-1])
    return first if first == last else gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def _change(material: Material, entry: TrailEntry) -> TrailChange:
    question = material.questions[entry.key]
    return TrailChange(
        key=entry.key,
        short=short_title(material, question),
        what=deed_words(entry.deed),
        before=brief_answer(material, question, entry.before),
        after=brief_answer(material, question, entry.after),
        who=author_words(entry),
        at=moment(entry.at),
        reason=entry.reason,
    )


def _evidence(trail: Trail) -> str:
    files = sum(trail.evidence.values())
    if not files:
        return ""
    sentence = ngettext("%(files)d file is kept as evidence.", "%(files)d files are kept as evidence.", files)
    return sentence % {"files": files}
