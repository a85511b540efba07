"""Tables in which several options may be ticked in each row, or none at all."""

import re
from html import unescape
from typing import Any

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client

from assessment.bank.models import Release
from assessment.responses.entries import EMPTY, NOTHING, Entry, entry_of, raw_answer, read_entry
from assessment.responses.models import Answer, Assessment
from assessment.scoring.answers import InvalidAnswer, read_answer
from assessment.scoring.document import Question
from tests.responses.banks import make_release
from tests.responses.conftest import Put, address
from tests.responses.other_bank import TICKED, other_document

QUESTION = Question.model_validate(TICKED)
ROW = "q.W1.row."


@pytest.fixture
def release(db: None) -> Release:
    return make_release(other_document())


def stored(assessment: Assessment) -> list[tuple[Any, ...]]:
    rows = Answer.objects.filter(assessment=assessment).order_by("version")
    return list(rows.values_list("version", "state", "value"))


@pytest.mark.parametrize(
    ("query", "raw"),
    [
        (
            f"{ROW}laser=used&{ROW}laser=planned&{ROW}printer=never",
            {"laser": ["used", "planned"], "printer": ["never"]},
        ),
        ("q.W1.alt=nothing", {}),
        ("q.W1.alt=unknown", "unknown"),
        ("q.W1.alt=nonsense", None),
        ("", None),
    ],
)
def test_ticks_are_read_from_a_form(query: str, raw: object) -> None:
    assert raw_answer(QUESTION, read_entry(QUESTION, QueryDict(query)), EMPTY) == raw


@pytest.mark.parametrize("value", [{"laser": ["used", "planned"]}, {}])
def test_ticks_come_back_as_they_were_given(value: dict[str, list[str]]) -> None:
    entry = entry_of(QUESTION, read_answer(QUESTION, value))
    assert raw_answer(QUESTION, entry, entry) == value


TICKS = {"laser": ("used",)}


@pytest.mark.parametrize(
    ("before", "meant"), [(Entry(rows=TICKS), {}), (Entry(alternative=NOTHING), {"laser": ["used"]})]
)
def test_of_ticks_and_none_of_these_the_changed_one_counts(before: Entry, meant: object) -> None:
    assert raw_answer(QUESTION, Entry(rows=TICKS, alternative=NOTHING), before) == meant


def test_ticks_and_none_of_these_at_once_are_asked_about() -> None:
    with pytest.raises(InvalidAnswer) as caught:
        raw_answer(QUESTION, Entry(rows=TICKS, alternative=NOTHING), EMPTY)
    assert caught.value.code == "ticks_and_nothing"


@pytest.mark.parametrize(
    ("sent", "value"),
    [
        ({"printer": ["used"], "laser": ["planned", "used"]}, {"laser": ["used", "planned"], "printer": ["used"]}),
        ({"laser": []}, {}),
        ({}, {}),
    ],
)
def test_autosave_stores_ticks_in_their_one_form(
    put: Put, assessment: Assessment, sent: dict[str, list[str]], value: object
) -> None:
    assert put("W1", sent).status_code == 200
    assert stored(assessment) == [(1, "answered", value)]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"laser": ["used", "never"]}, "“Nie” cannot be combined with other choices. Untick it or the others."),
        ({"laser": "used"}, "Choose one of the answers that are offered."),
        ({"laser": ["best"]}, "Choose one of the answers that are offered."),
        ({"roof": ["used"]}, "Choose one of the answers that are offered."),
    ],
)
def test_autosave_refuses_wrong_ticks_with_a_sentence(
    put: Put, assessment: Assessment, sent: dict[str, Any], message: str
) -> None:
    response = put("W1", sent)
    assert (response.status_code, response.json(), stored(assessment)) == (422, {"message": message}, [])


def test_a_conflict_says_the_ticks_in_words(put: Put) -> None:
    put("W1", {})
    assert put("W1", {"laser": ["used"]}, device="device-0002").json()["text"] == "None of these"


def send(client: Client, assessment: Assessment, version: int = 0, **fields: Any) -> HttpResponse:
    data = {f"q.W1.{name.replace('__', '.')}": value for name, value in fields.items()}
    return client.post(address("section", assessment, "tools"), data | {"q.W1.version": str(version), "go": "next"})


def test_a_form_without_javascript_saves_ticks_and_none_of_these(respondent: Client, assessment: Assessment) -> None:
    assert send(respondent, assessment, row__laser=["planned", "used"]).status_code == 302
    assert send(respondent, assessment, version=1, row__laser=["used", "planned"]).status_code == 302
    assert send(respondent, assessment, version=1, alt="nothing").status_code == 302
    assert send(respondent, assessment, version=2).status_code == 302
    assert stored(assessment) == [
        (1, "answered", {"laser": ["used", "planned"]}),
        (2, "answered", {}),
        (3, "withdrawn", None),
    ]


def test_contradicting_ticks_come_back_as_they_were_sent(respondent: Client, assessment: Assessment) -> None:
    response = send(respondent, assessment, row__laser=["used"], alt="nothing")
    html = response.content.decode()
    assert response.status_code == 422
    assert "Tick what applies, or tick “None of these”, not both." in unescape(html)
    assert ticked(html) == ["q.W1.row.laser=used", "q.W1.alt=nothing"]


def ticked(html: str) -> list[str]:
    found = re.findall(r'<input type="checkbox" name="(q\.W1[^"]*)" value="(\w+)"[^>]*? checked', html)
    return [f"{name}={value}" for name, value in found]


def test_stored_ticks_stand_in_the_table(put: Put, respondent: Client, assessment: Assessment) -> None:
    url = address("section", assessment, "tools")
    put("W1", {"laser": ["used"], "printer": ["used", "planned"]}, seq=1)
    assert ticked(respondent.get(url).content.decode()) == [
        "q.W1.row.laser=used",
        "q.W1.row.printer=used",
        "q.W1.row.printer=planned",
    ]
    put("W1", {}, base_version=1, seq=2)
    assert ticked(respondent.get(url).content.decode()) == ["q.W1.alt=nothing"]


def test_every_tick_is_named_by_row_and_column(respondent: Client, assessment: Assessment) -> None:
    html = respondent.get(address("section", assessment, "tools")).content.decode()
    names = re.findall(r'name="q\.W1\.row\.robot" value="planned"[^>]*aria-labelledby="([^"]*)"', html)
    assert names == ["l-W1-robot c-W1-planned"]
    assert [html.count(f'id="{name}"') for name in names[0].split()] == [1, 1]
    assert html.count('id="f-W1"') == 1


def test_none_of_these_is_an_answer_and_no_tick_is_none(put: Put, respondent: Client, assessment: Assessment) -> None:
    url = address("check", assessment)
    line = re.compile(r"#q-W1[^<]*</a>|#q-W1\"><span[^<]*</span></a>(.*?)</li>", re.DOTALL)
    assert line.findall(respondent.get(url).content.decode()) == [""]
    put("W1", {})
    assert line.findall(respondent.get(url).content.decode()) == ['<span class="given" dir="auto">None of these</span>']
