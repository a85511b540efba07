"""Submitted results, made from the worked examples of the bank that ships with Fourfold."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from assessment.accounts.models import Enterprise
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_bank
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.freezing import make_result
from assessment.responses.models import Assessment, Result
from assessment.scoring.answers import read_answer
from assessment.scoring.scorecard import Scope

FIRST_DAY = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
Submit = Callable[[str], Result]


@pytest.fixture
def released(db: None) -> Release:
    path = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
    return release_bank(bank=load_bank(document=read_bank(path.read_text(encoding="utf-8"), path.name)))


@pytest.fixture
def submit(released: Release) -> Submit:
    """This fixture will return a function that submits the answers of a worked example, one day after the last."""
    scorer = scorer_of(released.pk)
    examples = {example.key: example for example in scorer.document.examples}

    def submit_example(key: str) -> Result:
        example = examples[key]
        answers = {name: read_answer(scorer.index.questions[name], raw) for name, raw in example.answers.items()}
        enterprise = Enterprise.objects.create(name="Secret Gears Ltd")
        at = FIRST_DAY + timedelta(days=Result.objects.count())
        assessment = Assessment.objects.create(
            enterprise=enterprise, release=released, scope=example.scope, language="zh-hans", submitted_at=at
        )
        result = make_result(assessment, scorer.score(answers, Scope(example.scope)), answers, at)
        result.save()
        return result

    return submit_example
