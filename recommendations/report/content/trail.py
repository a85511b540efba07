"""The last page of a report: who answered, changed and overrode what, when and why; and who stands behind it."""

from collections.abc import Sequence

from django.utils.timezone import get_current_timezone_name, localdate
from django.utils.translation import gettext, ngettext

from assessment.responses.models import Mode, Verification
from assessment.responses.trail import OWN_CHANGES, VERIFIED_CHANGES, Trail, TrailEntry
from assessment.responses.trail_folding import folded_entries
from assessment.responses.trail_page import author_words, deed_words
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import day, moment
from recommendations.report.content.trail_schema import TrailChange, TrailView, VerificationView
from recommendations.report.content.trail_steps import trail_steps
from recommendations.report.content.wording import brief_answer, short_title


def trail_view(material: Material) -> TrailView | None:
    """This function will return the trail of the assessment in words; None for answers that come from a file alone."""
    if material.trail is None:
        return None
    entries = _entries(material, material.trail)
    changed = [entry for entry in entries if entry.deed in OWN_CHANGES | VERIFIED_CHANGES]
    return TrailView(
        steps=trail_steps(material, material.trail, entries),
        changes=tuple(_change(material, entry) for entry in changed),
        evidence=_evidence(material.trail),
        note=_note(entries),
        zone=gettext("Times of day: %(zone)s.") % {"zone": get_current_timezone_name()},
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


def _entries(material: Material, trail: Trail) -> list[TrailEntry]:
    """Of the questions that are asked, in the order in which they came about."""
    folded = [entry for entries in folded_entries(trail).values() for entry in entries if entry.key in material.asked]
    return sorted(folded, key=lambda entry: (entry.at, entry.key))


def _note(entries: Sequence[TrailEntry]) -> str:
    """How many answers came about in several steps: those are not listed one by one."""
    count = len({entry.key for entry in entries if entry.has_steps})
    if not count:
        return ""
    sentence = ngettext(
        "%(count)d answer was given in several steps or changed before it was submitted or signed; the last one counts.",
        "%(count)d answers were given in several steps or changed before they were submitted or signed; the last one of "
        "each counts.",
        count,
    )
    return sentence % {"count": count}


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
