"""The first table of the trail: what was done with the whole assessment and by whom, in the order of time."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext, ngettext, pgettext

from assessment.responses.trail import Deed, Trail, TrailEntry
from assessment.responses.trail_asks import Asked
from assessment.responses.trail_page import author_words, deed_words
from recommendations.report.content.layout import profile_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import day, moment
from recommendations.report.content.trail_schema import TrailStep
from recommendations.report.content.wording import short_title


class Timed(NamedTuple):
    at: datetime
    step: TrailStep


def trail_steps(material: Material, trail: Trail, entries: Iterable[TrailEntry]) -> tuple[TrailStep, ...]:
    """This function will return the rows by time; those of one moment as they are listed here."""
    timed = [
        *_imports(trail),
        *_answers(material, entries),
        *_submitted(trail),
        *_asks(material, trail),
        *_signed(trail),
    ]
    return _begun(material, trail), *(each.step for each in sorted(timed, key=lambda each: each.at))


def _enterprise() -> str:
    return gettext("The enterprise")


def _begun(material: Material, trail: Trail) -> TrailStep:
    at = day(material.started_on) if trail.begun_at is None else moment(trail.begun_at)
    return TrailStep(at=at, who=trail.begun_by or _enterprise(), what=gettext("Assessment begun"))


def _imports(trail: Trail) -> Iterator[Timed]:
    for each in trail.imports:
        what = ngettext("%(count)d answer read from %(file)s", "%(count)d answers read from %(file)s", each.taken)
        values = {"count": each.taken, "file": each.name}
        yield Timed(each.at, TrailStep(at=moment(each.at), who=each.by or _enterprise(), what=what % values))


def _answers(material: Material, entries: Iterable[TrailEntry]) -> Iterator[Timed]:
    """By person and deed. Each question counts once for each person, for what that person did with it last."""
    last: dict[tuple[str, str], TrailEntry] = {}
    for entry in entries:
        last[author_words(entry), entry.key] = entry
    found: dict[tuple[str, Deed], list[TrailEntry]] = {}
    for (who, _key), entry in last.items():
        found.setdefault((who, entry.deed), []).append(entry)
    profile = profile_of(material)
    for (who, deed), entries_of in found.items():
        times = [entry.at for entry in entries_of]
        about = sum(entry.key in profile for entry in entries_of)
        what = _counted(len(times), about, deed)
        yield Timed(min(times), TrailStep(at=_span(min(times), max(times)), who=who, what=what))


def _counted(count: int, about: int, deed: Deed) -> str:
    """`about` of the answers are no part of the questions that count: they say what the enterprise is."""
    if deed is Deed.GIVEN and 0 < about < count:
        parts = {"count": count, "scored": count - about, "about": about}
        return gettext("%(count)d answers given: %(scored)d to the questions, %(about)d about the enterprise") % parts
    answers = ngettext("%(count)d answer", "%(count)d answers", count) % {"count": count}
    if deed is Deed.GIVEN:
        return gettext("%(answers)s given") % {"answers": answers}
    return pgettext("trail", "%(answers)s %(deed)s") % {"answers": answers, "deed": deed_words(deed)}


def _span(first: datetime, last: datetime) -> str:
    begin, end = moment(first), moment(last)
    return begin if begin == end else gettext("%(first)s to %(last)s") % {"first": begin, "last": end}


def _submitted(trail: Trail) -> Iterator[Timed]:
    at = trail.own_submitted_at
    if at is not None:
        what = gettext("Own answers submitted; since then they cannot change")
        yield Timed(at, TrailStep(at=moment(at), who=_enterprise(), what=what))


def _asks(material: Material, trail: Trail) -> Iterator[Timed]:
    """That a question was put and replied to; the words stay between the two."""
    for ask in trail.asks:
        if ask.key in material.questions:
            yield from _ask(ask, short_title(material, material.questions[ask.key]))


def _ask(ask: Asked, title: str) -> Iterator[Timed]:
    asked = gettext("Question to the enterprise about “%(title)s”") % {"title": title}
    yield Timed(ask.at, TrailStep(at=moment(ask.at), who=_of(ask.by, ask.workspace), what=asked))
    if ask.replied_at is not None:
        replied = gettext("Reply to the question about “%(title)s”") % {"title": title}
        yield Timed(ask.replied_at, TrailStep(at=moment(ask.replied_at), who=_enterprise(), what=replied))


def _signed(trail: Trail) -> Iterator[Timed]:
    if trail.verification is not None:
        at, who = trail.verification.verified_at, trail.verification.verifier_name
        what = gettext("Verification finished and signed")
        yield Timed(at, TrailStep(at=moment(at), who=_of(who, trail.verification.workspace.name), what=what))


def _of(name: str, workspace: str) -> str:
    return pgettext("person at a workspace", "%(name)s, %(workspace)s") % {"name": name, "workspace": workspace}
