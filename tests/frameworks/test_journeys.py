"""Every framework from its release through its pages to a kept result, with no line of code of its own."""

from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.submitting import submit_assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.freeze import freeze_scorecard, thaw_scorecard
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Scope, Scorecard
from tests.frameworks.answering import Raw, random_cases, read_all, score
from tests.frameworks.catalogue import FRAMEWORKS
from tests.responses.banks import make_release

NAMES = pytest.mark.parametrize("name", FRAMEWORKS)


def opened(document: BankDocument, raw: Raw) -> Opened:
    """An assessment of the framework in which `raw` is answered."""
    begun = start_assessment(
        enterprise_name="Four Gears Ltd", release=make_release(document), scope=Scope.FULL, language="en"
    )
    changes = [Change(key, answer, 0) for key, answer in read_all(document, raw).items()]
    save_section(assessment=begun.assessment, changes=changes)
    return begun


def complete_answers(document: BankDocument) -> Raw:
    return next(iter(random_cases(document, states=False)))


def respondent(begun: Opened) -> Client:
    client = Client()
    client.cookies[COOKIE_NAME] = begun.token
    return client


@NAMES
def test_every_question_is_on_its_page(name: str, db: None) -> None:
    document = FRAMEWORKS[name]
    begun = opened(document, complete_answers(document))
    client = respondent(begun)
    for section in document.sections:
        response = client.get(f"/a/{begun.assessment.public_id}/s/{section.key}/")
        page = unescape(response.content.decode())
        assert (response.status_code, [q.key for q in section.questions if q.text["en"] not in page]) == (200, [])


@NAMES
def test_check_page_shows_nothing_missing(name: str, db: None) -> None:
    document = FRAMEWORKS[name]
    begun = opened(document, complete_answers(document))
    assert respondent(begun).get(f"/a/{begun.assessment.public_id}/check/").status_code == 200


@NAMES
def test_submitted_result_is_the_scorecard(name: str, db: None) -> None:
    document = FRAMEWORKS[name]
    raw = complete_answers(document)
    result = submit_assessment(assessment=opened(document, raw).assessment)
    assert thaw_scorecard(result.scorecard) == score(document, raw)


@NAMES
def test_result_page_shows_every_area_with_its_points_and_level(name: str, db: None) -> None:
    document = FRAMEWORKS[name]
    raw = complete_answers(document)
    begun, card = opened(document, raw), score(document, raw)
    client, address = respondent(begun), f"/a/{begun.assessment.public_id}"
    assert client.post(f"{address}/submit/").url == f"{address}/result/"
    page = unescape(client.get(f"{address}/result/").content.decode())
    assert [words for words in _expected_on_page(document, card) if words not in page] == []
    data = {node["key"]: node for node in client.get(f"{address}/result.json").json()["nodes"]}
    assert {key: each["exact"] for key, each in data.items()} == {
        node["key"]: node["exact"] for node in freeze_scorecard(card)["nodes"]
    }


def _expected_on_page(document: BankDocument, card: Scorecard) -> Iterator[str]:
    ladders = ladders_of(document)
    for child in document.tree.children:
        found = card.nodes[child.key]
        yield child.title["en"]
        if found.points is not None:
            yield shown_points(found.points, document.display)
        if found.level is not None:
            yield ladders[child.key][found.level].title["en"]
    if card.level.index is not None:
        yield ladders[card.root][card.level.index].title["en"]
