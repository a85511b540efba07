"""Material for reports, built from the shipped files without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from django.conf import settings

from assessment.bank.answers_file import read_answers
from assessment.bank.documents import read_bank, read_document
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.report.content.action_schema import Category, PublicMeasure, Service
from recommendations.report.content.build import build_content
from recommendations.report.content.kinds import Fit
from recommendations.report.content.material import Material
from recommendations.report.content.schema import ReportContent, Versions
from recommendations.report.printed import Imprint
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument

BANK = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
PLAYBOOK = settings.BASE_DIR / "recommendations/playbook/content/four_barriers.yaml"
ANSWERS = settings.BASE_DIR / "assessment/bank/content/machining-86.answers.yaml"
VERSIONS = Versions(
    bank="Four barriers",
    bank_version="1.0",
    bank_hash="a" * 64,
    playbook="Actions",
    playbook_version="1.0",
    playbook_hash="b" * 64,
    result_hash="c" * 64,
)
IMPRINT = Imprint("FF-20261122-3A9C71B0", "d" * 64, "2026-11-22")
UNKNOWN = Answer(AnswerState.UNKNOWN)


@cache
def bank() -> BankDocument:
    return read_bank(BANK.read_text(encoding="utf-8"), BANK.name)


@cache
def scorer() -> Scorer:
    return Scorer(bank())


@cache
def playbook() -> PlaybookDocument:
    return read_document(PlaybookDocument, PLAYBOOK.read_text(encoding="utf-8"), PLAYBOOK.name)


@cache
def adviser() -> Adviser:
    return Adviser(scorer(), playbook())


@cache
def sample_answers() -> Mapping[str, Answer]:
    return read_answers(ANSWERS.read_text(encoding="utf-8"), ANSWERS.name, bank()).answers


def make_material(
    locale: str = "en",
    answers: Mapping[str, Answer] | None = None,
    scope: Scope = Scope.FULL,
    name: str = "Four Gears Ltd",
) -> Material:
    given = sample_answers() if answers is None else answers
    card = scorer().score(given, scope)
    return Material(
        locale=locale,
        enterprise=name,
        bank=bank(),
        playbook=playbook(),
        answers=given,
        facts=scorer().facts(given, scope, card),
        scorecard=card,
        advice=adviser().advise(given, scope, card),
        versions=VERSIONS,
        started_on=date(2026, 11, 20),
        submitted_on=date(2026, 11, 22),
        categories=_categories(),
        measures=_measures(),
    )


def make_content(locale: str = "en", **changes: object) -> ReportContent:
    return build_content(make_material(locale, **changes))  # type: ignore[arg-type]


def without_playbook(material: Material) -> Material:
    advice = replace(material.advice, recommendations=(), undecided=())
    return replace(material, playbook=None, advice=advice)


def profile_only() -> dict[str, Answer]:
    profile = {question.key for section in bank().sections if section.profile for question in section.questions}
    return {key: answer for key, answer in sample_answers().items() if key in profile}


def _categories() -> dict[str, Category]:
    keys = sorted({key for action in playbook().actions for key in action.categories})
    return {
        key: Category(
            key=key, title=f"Help: {key}", description="What helps.", services=(_service(key),), sample_count=1
        )
        for key in keys
    }


def _service(key: str) -> Service:
    return Service(
        title=f"Kit for {key}",
        provider="Sample provider A",
        terms="CNY 18,000–38,000",
        fit=Fit.YES,
        reason="For every size",
        valid_until="31 December 2027",
        source="Made up for demonstration",
        is_sample=True,
    )


def _measures() -> dict[str, PublicMeasure]:
    keys = sorted({key for action in playbook().actions for key in action.measures})
    return {
        key: PublicMeasure(
            key=key, title=f"Measure {key}", description="Ask locally.", source=f"Briefing on {key}", url=""
        )
        for key in keys
    }
