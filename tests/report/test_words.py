"""How labels, days and numbers are written and joined, in each language."""

import pytest
from django.utils.translation import override

from assessment.scoring.answers import Answer, AnswerState
from recommendations.report.content.numbers import full_stop, lead_in, period, with_percent_signs
from recommendations.report.content.wording import answer_text
from recommendations.report.print_words import cover_facts, days_words, line_title, other_facts
from tests.report.samples import make_content, make_material


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("2025-12-31", "31 December 2025", "2025年12月31日"),
        ("2022-06", "June 2022", "2022年6月"),
        ("2021", "2021", "2021"),
        ("2022-13", "2022-13", "2022-13"),
        ("2020 to 22", "2020 to 22", "2020 to 22"),
    ],
)
def test_periods_are_written_as_days_are(text: str, english: str, chinese: str) -> None:
    with override("en"):
        assert period(text) == english
    with override("zh-hans"):
        assert period(text) == chinese


def test_labels_and_sentences_end_as_the_language_ends_them() -> None:
    with override("en"):
        assert (lead_in("You"), full_stop("37 days left")) == ("You: ", "37 days left.")
        assert with_percent_signs("More than 20%, up to 40%") == "More than 20 %, up to 40 %"
    with override("zh-hans"):
        assert (lead_in("您"), full_stop("还剩 37 天")) == ("您：", "还剩 37 天。")
        assert with_percent_signs("大于20%，不超过40%") == "大于20%，不超过40%"


@pytest.mark.parametrize(("locale", "said"), [("en", "52,000,000 yuan"), ("zh-hans", "5,200万元")])
def test_unit_that_begins_with_a_number_is_multiplied_out(locale: str, said: str) -> None:
    material = make_material(locale)
    with override(locale):
        answer = Answer(AnswerState.ANSWERED, "5200")
        assert answer_text(material, material.questions["revenue"], answer) == said


def test_cover_has_no_bare_yes_and_every_other_fact_stands_elsewhere() -> None:
    content = make_content()
    shown = cover_facts(content)
    assert [fact.value for fact in shown if fact.value in ("Yes", "No")] == []
    assert {fact.label for fact in (*shown, *other_facts(content))} == {fact.label for fact in content.facts}


def test_days_and_targets_are_said_once() -> None:
    content = make_content().model_copy(update={"started_on": "1 May 2026", "submitted_on": "1 May 2026"})
    assert days_words(content) == "1 May 2026"
    lines = [line for part in content.barriers for group in part.references for line in group.lines if line.is_target]
    assert {line_title(line).lower().count("target") for line in lines} == {1}
