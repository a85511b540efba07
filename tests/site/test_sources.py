"""The sources page: every figure with scope, date and source; every framework item with the questions that touch it."""

import re

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils.timezone import localdate

from assessment.bank.models import Release
from assessment.config.sources import figures_of, frameworks_of, measures_of
from assessment.scoring.document import BankDocument


def test_every_reference_line_is_listed_with_scope_date_and_source(four_barriers: BankDocument) -> None:
    figures = figures_of(four_barriers, "en")
    assert len(figures) == len(four_barriers.reference_lines)
    assert [figure.title for figure in figures if not (figure.scope and figure.period and figure.source)] == []


def test_known_figure_is_shown_as_published(four_barriers: BankDocument) -> None:
    figures = {(figure.value, figure.period): figure for figure in figures_of(four_barriers, "en")}
    figure = figures["55.7 %", "2022-06"]
    assert (figure.kind, figure.title) == ("Average of enterprises’ own rates", "Key processes under numerical control")
    assert "above designated size" in figure.scope


def test_framework_items_name_the_questions_that_touch_them(four_barriers: BankDocument) -> None:
    framework = frameworks_of(four_barriers, "en")[0]
    touched = sum(1 for item in framework.items if item.questions)
    assert (framework.touched, len(framework.items)) == (touched, 31)
    assert all(
        question.endswith(("(the same)", "(close)", "(in part)"))
        for item in framework.items
        for question in item.questions
    )


@pytest.mark.django_db
def test_measures_of_the_catalogue_name_who_announced_them(four_barriers: BankDocument, released: Release) -> None:
    call_command("catalogue", "load", str(settings.BASE_DIR / "recommendations/catalogue/content/catalogue.yaml"))
    measures = measures_of("en", localdate())
    assert len(measures) == 17
    assert [measure.title for measure in measures if not measure.sources] == []


def test_page_shows_one_row_for_each_figure(client: Client, released: Release, four_barriers: BankDocument) -> None:
    page = client.get("/sources/", headers={"accept-language": "zh-hans"}).content.decode()
    figures = page[page.index('id="figures"') : page.index('id="frameworks"')]
    assert len(re.findall(r'<th scope="row">', figures)) == len(four_barriers.reference_lines)
    assert "关键工序数控化率" in figures


@pytest.mark.django_db
def test_page_answers_before_anything_is_released(client: Client) -> None:
    page = client.get("/sources/", headers={"accept-language": "en"}).content.decode()
    assert "<h1>Sources</h1>" in page
