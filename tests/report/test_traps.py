"""Defects found in real public tools, each a test that it is not here: old results stay, and say whose they are."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Result
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument, Measure, Node
from assessment.scoring.samples import answer_sets
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.report import actions
from recommendations.report.models import Report
from recommendations.report.printed import html_of
from tests.report.samples import IMPRINT, bank, make_content, profile_only, sample_answers
from tests.responses.banks import make_release

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value|nonce)="[^"]+"')


def address(name: str, opened: Opened) -> str:
    return reverse(f"report:{name}", kwargs={"public_id": opened.assessment.public_id})


def page(client: Client, opened: Opened, **query: str) -> str:
    """The page as it is sent, but for the token that differs each time."""
    return TOKEN.sub("", client.get(address("result-show", opened), query).content.decode())


def words_of(html: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", html).split()


def seen(client: Client, opened: Opened) -> tuple[str, Any]:
    return page(client, opened), client.get(address("result-data", opened)).json()


def edited(document: BankDocument) -> BankDocument:
    """The bank with a question reworded, a question retired and a measure weighing ten times as much."""
    first = document.sections[1]
    reworded = first.questions[0].model_copy(update={"text": {"en": "Another question", "zh-hans": "另一题"}})
    section = first.model_copy(update={"questions": [reworded, *first.questions[1:-1]]})
    sections = [document.sections[0], section, *document.sections[2:]]
    tree = _measured(document.tree, retired=first.questions[-1].key, heavier=reworded.key)
    return document.model_copy(update={"sections": sections, "tree": tree, "consistency": [], "examples": []})


def _measured(node: Node, retired: str, heavier: str) -> Node:
    children = [_measured(child, retired, heavier) for child in node.children]
    measures = [
        _heavy(each) if each.question == heavier else each for each in node.measures if each.question != retired
    ]
    return node.model_copy(update={"children": children, "measures": measures})


def _heavy(measure: Measure) -> Measure:
    return measure.model_copy(update={"weight": measure.weight * 10})


def test_bank_edit_changes_past_is_not_so(
    respondent: Client, opened: Opened, result: Result, bank_release: Release
) -> None:
    before, stored = seen(respondent, opened), bytes(result.content_hash, "ascii")
    make_release(edited(bank()), major=2)
    assert seen(respondent, opened) == before
    again = Result.objects.get(pk=result.pk)
    assert (bytes(again.content_hash, "ascii"), again.scorecard, again.answers) == (
        stored,
        result.scorecard,
        result.answers,
    )


def test_history_rewritten_by_a_later_assessment_is_not_so(
    respondent: Client, opened: Opened, result: Result, bank_release: Release
) -> None:
    before = seen(respondent, opened)
    enterprise = opened.assessment.enterprise.name
    later = start_assessment(enterprise_name=enterprise, release=bank_release, scope=Scope.QUICK, language="en")
    changes = [Change(key, answer, 0) for key, answer in profile_only().items()]
    save_section(assessment=later.assessment, changes=changes)
    submit_and_advise(assessment=later.assessment)
    assert Result.objects.count() == 2
    assert seen(respondent, opened) == before


SCRIPT = "<script>alert(1)</script>"


def test_xss_in_report_content_comes_from_the_stored_result_only(
    respondent: Client, opened: Opened, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed = {"reco_html": SCRIPT, "score": "100", "enterprise": SCRIPT}
    html = page(respondent, opened, **claimed)
    assert (SCRIPT in html, words_of(html)) == (False, words_of(page(respondent, opened)))
    drawn: list[str] = []
    monkeypatch.setattr(actions.renderer, "render", lambda html: drawn.append(html) or b"%PDF-")
    respondent.post(address("report-create", opened), {"language": "en", **claimed})
    assert Report.objects.count() == 1
    assert [("alert(1)" in html, "Hengda" in html) for html in drawn] == [(False, True)]


def test_false_authorship_is_not_claimed(respondent: Client, opened: Opened, result: Result) -> None:
    text = page(respondent, opened)
    assert "Self-assessment" in text
    printed = html_of(make_content(), IMPRINT)
    assert printed.count("Self-assessment") >= 2
    claims = [words for words in ("by experts", "certified by", "audited") if words in (text + printed).lower()]
    assert claims == []


def extremes() -> dict[str, dict[str, Answer]]:
    best, worst, _, unknown, inapplicable = (each.answers for each in answer_sets(bank(), 5))
    cost = {question.key for section in bank().sections if section.node == "cost" for question in section.questions}
    refused = {key: Answer(AnswerState.NOT_APPLICABLE) for key in sample_answers() if key not in profile_only()}
    return {
        "all zero": worst,
        "all at the top": best,
        "one barrier at zero": {**sample_answers(), **{key: each for key, each in worst.items() if key in cost}},
        "all unknown": {**profile_only(), **unknown},
        "all not applicable": {**profile_only(), **inapplicable},
        "nothing applies at all": {**profile_only(), **refused},
    }


@pytest.mark.parametrize("case", extremes())
def test_chart_missing_for_weakest_is_drawn_for_every_extreme(case: str) -> None:
    content = make_content(answers=extremes()[case])
    html = html_of(content, IMPRINT)
    assert len(content.barriers) == 4
    for chart in ("quarters", "scale"):
        assert html.count(f'class="chart chart-{chart}"') == 1
    assert [barrier.figure.title for barrier in content.barriers if escape(barrier.figure.title) not in html] == []
