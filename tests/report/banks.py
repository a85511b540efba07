"""Material for reports on banks of every shape, from the worked examples of bank documents."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings

from assessment.bank.documents import read_bank
from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.material import Material
from recommendations.report.content.schema import ReportContent
from recommendations.report.queries import NO_ADVICE
from tests.report.samples import VERSIONS

FOLDERS = ("assessment/bank/content/frameworks", "tests/frameworks")


@dataclass(frozen=True)
class Asked:
    """A bank, prepared, and the answers of one of its examples."""

    scorer: Scorer
    answers: dict[str, Answer]


@cache
def bank_of(name: str) -> BankDocument:
    """This function will return the bank of a file in one of the folders, such as "eurostat-dii"."""
    paths = [settings.BASE_DIR / folder / f"{name}.yaml" for folder in FOLDERS]
    path = next(path for path in paths if path.exists())
    return read_bank(path.read_text(encoding="utf-8"), path.name)


def asked(document: BankDocument, example: str | None = None) -> Asked:
    """This function will return the answers of an example by its key, of the first one if none is named."""
    scorer = Scorer(document)
    chosen = next(each for each in document.examples if example in (None, each.key))
    questions = scorer.index.questions
    return Asked(scorer, {key: read_answer(questions[key], raw) for key, raw in chosen.answers.items()})


def material_on(case: Asked, locale: str = "en") -> Material:
    card = case.scorer.score(case.answers, Scope.FULL)
    return Material(
        locale=locale,
        enterprise="Four Gears Ltd",
        bank=case.scorer.document,
        playbook=None,
        answers=case.answers,
        facts=case.scorer.facts(case.answers, Scope.FULL, card),
        scorecard=card,
        advice=NO_ADVICE,
        versions=VERSIONS.model_copy(
            update={"bank": "The bank", "playbook": "", "playbook_version": "", "playbook_hash": ""}
        ),
        started_on=date(2026, 11, 20),
        submitted_on=date(2026, 11, 22),
    )


def content_on(name: str, example: str | None = None, locale: str = "en", **changes: Any) -> ReportContent:
    """This function will return the report on an example of a bank; `changes` replace parts of its document."""
    document = BankDocument.model_validate(bank_of(name).model_dump() | changes) if changes else bank_of(name)
    return build_content(material_on(asked(document, example), locale))
