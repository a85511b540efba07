"""What the numbers of a plan rest on, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from assessment.scoring.texts import localise
from recommendations.plan.item_rows import ItemRow, day, is_of, money
from recommendations.plan.models import Plan
from recommendations.plan.plan_totals import promise_of_all, wanted_items
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.rules.document import Action


@dataclass(frozen=True, slots=True)
class Line:
    about: str
    points: str
    text: str


def basis_of(plan: Plan, rows: Sequence[ItemRow], current: Round, locale: str) -> list[Line]:
    """This function will return the assumptions and sources behind a plan, in `locale`, which is the active language."""
    return [
        *_general(plan, locale),
        *_promise(rows, current),
        *(line for row in rows for line in _about(row, current, locale)),
    ]


def _general(plan: Plan, locale: str) -> Iterator[Line]:
    yield Line(
        pgettext("plan", "Effects"),
        "",
        gettext(
            "Found by scoring the answers again with those that an action would change; estimates, not promises. Single effects overlap and must not be added up."
        ),
    )
    yield Line(
        pgettext("plan", "Costs"),
        "",
        gettext(
            "Budgets that came with a roadmap are the middle of the cost band of the action, an estimate. All other amounts were entered by you. Amounts are in yuan."
        ),
    )
    if plan.begins_on is not None:
        yield Line(pgettext("plan", "Begins"), "", day(plan.begins_on))
    if plan.budget is not None:
        yield Line(gettext("Budget of the roadmap"), "", money(plan.budget, locale))
    if plan.days_per_quarter is not None:
        yield Line(gettext("Own working days per quarter"), "", str(plan.days_per_quarter))


def _promise(rows: Sequence[ItemRow], current: Round) -> Iterator[Line]:
    promise = promise_of_all(wanted_items([row.item for row in rows]), current)
    if promise is not None:
        said = gettext("Overall score if everything in the plan is done: from %(now)s to %(then)s.")
        yield Line(gettext("The whole plan"), promise.gain, said % {"now": promise.now, "then": promise.then})


def _about(row: ItemRow, current: Round, locale: str) -> Iterator[Line]:
    if row.item.promised:
        changed = ", ".join(_questions(row, current, locale))
        said = gettext("Promised when it was taken up. Answers that it would change: %(questions)s")
        yield Line(row.title, row.promised, said % {"questions": changed or "–"})
    action = current.actions.get(row.item.action_key)
    if action is not None and is_of(row.item, current):
        for source in _sources(action, current, locale):
            yield Line(row.title, "", gettext("Source: %(source)s") % {"source": source})


def _questions(row: ItemRow, current: Round, locale: str) -> Iterator[str]:
    known, speaker = current.scorer.index.questions, Speaker(current.scorer.document, locale)
    for key in row.item.promised.get("changes", ()):
        question = known.get(key)
        yield key if question is None else speaker.say(question.short) or speaker.say(question.text)


def _sources(action: Action, current: Round, locale: str) -> Iterator[str]:
    if action.source:
        yield localise(action.source, locale)
    playbook = current.playbook
    if playbook is None:
        return
    texts = {source.key: localise(source.text, locale) for source in playbook.sources}
    for band in playbook.cost_bands:
        if band.key == action.cost_band:
            cited = gettext("; ").join(texts[key] for key in band.sources if key in texts)
            said = gettext("cost band %(band)s, an estimate: %(sources)s")
            yield said % {"band": localise(band.title, locale), "sources": cited or "–"}
