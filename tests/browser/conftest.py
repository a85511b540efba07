"""A live server with the content that ships, the sample firm's answers, and what they must score."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.bank.answers_file import read_answers
from assessment.bank.loader import read_text
from assessment.bank.models import Release
from assessment.bank.releases import document_of, scorer_of
from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scorecard
from tests.browser.respondent import Respondent
from tests.world import load_content

SAMPLE = settings.BASE_DIR / "assessment/bank/content/machining-86.answers.yaml"


@dataclass(frozen=True)
class Sample:
    answers: Mapping[str, Answer]
    card: Scorecard


@pytest.fixture
def released(transactional_db: None) -> Release:
    return load_content()


@pytest.fixture
def sample(released: Release) -> Sample:
    answers = read_answers(read_text(SAMPLE), SAMPLE.name, document_of(released.pk)).answers
    return Sample(answers, scorer_of(released.pk).score(answers))


@pytest.fixture
def visit(live_server: LiveServer, released: Release, make_page: Callable[..., Page]) -> Callable[..., Respondent]:
    """This fixture will return a maker of respondents, each with a browser of their own; options as for `make_page`."""

    def make(**options: object) -> Respondent:
        is_scripted = options.get("java_script_enabled", True) is True
        return Respondent(make_page(base_url=live_server.url, **options), is_scripted)

    return make
