"""Brings together what a report is made from: a scored set of answers, its advice, and the catalogue of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import override

from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.trail import Trail
from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scorecard
from assessment.scoring.texts import localise
from recommendations.catalogue.fit_cases import cases_like
from recommendations.catalogue.queries import measures_by_key, offerings_by_category
from recommendations.plan.overlay.queries import Overlay
from recommendations.plan.progress_rounds import TakenRound
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.report.content.material import Material
from recommendations.report.content.schema import Versions
from recommendations.report.content.sides import Side, own_side
from recommendations.report.money import money_of
from recommendations.report.offers import cases_in, categories_in, chosen_in, measures_in
from recommendations.report.planned import Planned, plan_view
from recommendations.report.standings import first_days_of, standings_of
from recommendations.rules.advice import Advice
from recommendations.rules.document import Action, PlaybookDocument
from recommendations.rules.next_level.result import NextLevel

CASES_SHOWN = 3


@dataclass(frozen=True)
class Case:
    """One scored set of answers with its advice, and the releases that both come from.

    `planned` is what the enterprise has decided on, `own` its own view beside a verified one, `overlay` what a workspace changed about the advice, `rounds` all up to this one, oldest first. `bank_release` and `playbook_release` may come without their documents; those are remembered by the process.
    """

    enterprise: str
    bank_release: Release
    playbook_release: PlaybookRelease | None
    answers: Mapping[str, Answer]
    scorecard: Scorecard
    advice: Advice
    result_hash: str
    started_on: date
    submitted_on: date
    next_level: NextLevel | None = None
    planned: Planned | None = None
    own: Side | None = None
    trail: Trail | None = None
    overlay: Overlay | None = None
    rounds: tuple[TakenRound, ...] = ()


def gather_material(case: Case, locale: str) -> Material:
    """This function will return the material of a report in `locale`: the catalogue as it is today.

    Seven queries, two more where the plan has something open.
    """
    scorer = scorer_of(case.bank_release.pk)
    playbook = None if case.playbook_release is None else playbook_of(case.playbook_release.pk)
    facts = scorer.facts(case.answers, case.scorecard.scope, case.scorecard)
    actions = _recommended(playbook, case.advice)
    overlay = case.overlay if case.overlay is not None and case.overlay.is_begun else None
    shown = () if overlay is None else overlay.shown
    added = [key for item in shown if item.is_own for key in item.words.get("categories", ())]
    today = timezone.localdate()
    with override(locale):
        found = offerings_by_category(
            [*(key for action in actions for key in action.categories), *added],
            facts.get,
            on=today,
            bank=scorer.document,
            locale=locale,
        )
        categories, chosen = categories_in(found, locale), chosen_in(found, shown, locale)
        measures = measures_in(measures_by_key([key for action in actions for key in action.measures]), locale)
        bands = playbook.cost_bands if playbook else []
        begins = {} if case.planned is None else first_days_of(case.planned)
        money = money_of(actions, bands, facts.get, scorer.document, today, locale, begins) if actions else {}
        likes = cases_like(facts.get, bank=scorer.document, on=today, locale=locale, most=CASES_SHOWN)
        cases = cases_in(likes, locale)
        plan, schedule = (None, None) if case.planned is None else plan_view(case.planned, today, locale)
        standings = {} if case.planned is None else standings_of(case.planned)
    return Material(
        locale=locale,
        enterprise=case.enterprise,
        bank=scorer.document,
        playbook=playbook,
        answers=case.answers,
        facts=facts,
        scorecard=case.scorecard,
        advice=case.advice,
        next_level=case.next_level,
        versions=_versions(case, scorer.document.title, playbook, locale),
        started_on=case.started_on,
        submitted_on=case.submitted_on,
        categories=categories,
        measures=measures,
        money=money,
        plan=plan,
        standings=standings,
        schedule=schedule,
        rounds=case.rounds,
        cases=cases,
        own=None if case.own is None else own_side(scorer, case.own, Side(case.answers, case.scorecard)),
        trail=case.trail,
        overlay=overlay,
        chosen=chosen,
    )


def _recommended(playbook: PlaybookDocument | None, advice: Advice) -> list[Action]:
    wanted = {item.action for item in advice.recommendations}
    return [action for action in playbook.actions if action.key in wanted] if playbook else []


def _versions(case: Case, bank_title: Mapping[str, str], playbook: PlaybookDocument | None, locale: str) -> Versions:
    bank, released = case.bank_release, case.playbook_release
    return Versions(
        bank=localise(dict(bank_title), locale),
        bank_version=bank.version,
        bank_hash=bank.content_hash,
        playbook="" if playbook is None else localise(playbook.title, locale),
        playbook_version="" if released is None else released.version,
        playbook_hash="" if released is None else released.content_hash,
        result_hash=case.result_hash,
    )
