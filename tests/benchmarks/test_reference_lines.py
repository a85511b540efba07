"""Published figures: what may be compared is compared, what may not is only shown."""

from typing import Any

import pytest

from assessment.benchmarks.reference_lines import Standing, figure_of, lines_in_use, read_against
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument


def make_line(key: str, value: str, kind: str) -> dict[str, Any]:
    return {
        "key": key,
        "title": {"en": f"Line {key}", "zh-hans": f"参考线 {key}"},
        "value": value,
        "unit": "%",
        "period": "2022-06",
        "kind": kind,
        "scope": {"en": "enterprises above designated size", "zh-hans": "规模以上企业"},
        "source": {"en": "A briefing", "zh-hans": "一场发布会"},
    }


def make_options(*credits: str | None) -> list[dict[str, Any]]:
    return [
        {"key": f"l{index}", "label": {"en": f"Option {index}"}, "credit": credit}
        for index, credit in enumerate(credits)
    ]


QUESTIONS = [
    {
        "key": "RATE",
        "kind": "percent",
        "text": {"en": "How much?"},
        "minimum": 0,
        "maximum": 100,
        "decimals": 1,
        "ratio": {"numerator": {"en": "part"}, "denominator": {"en": "whole"}},
        "reference_lines": ["mean", "target", "survey"],
    },
    {
        "key": "TOOL",
        "kind": "single",
        "text": {"en": "Which tool?"},
        "options": make_options("0", "0.25", "1"),
        "reference_lines": ["share", "target"],
    },
    {
        "key": "BARE",
        "kind": "single",
        "text": {"en": "Unscored"},
        "options": make_options(None, None),
        "reference_lines": ["share"],
    },
]


@pytest.fixture(scope="module")
def document() -> BankDocument:
    return BankDocument.model_validate(
        {
            "slug": "small",
            "locales": ["en", "zh-hans"],
            "title": {"en": "Small"},
            "sections": [{"key": "one", "title": {"en": "One"}, "questions": QUESTIONS}],
            "tree": {"key": "overall", "title": {"en": "All"}, "measures": [{"question": "TOOL", "weight": 1}]},
            "reference_lines": [
                make_line("mean", "55.3", "mean"),
                make_line("target", "68", "target"),
                make_line("survey", "2", "survey"),
                make_line("share", "75.1", "share"),
            ],
        }
    )


def read(document: BankDocument, key: str, value: Any, locale: str = "en") -> dict[str, tuple[Standing, str]]:
    questions = {question.key: question for section in document.sections for question in section.questions}
    answer = value if isinstance(value, Answer | None) else Answer(AnswerState.ANSWERED, value)
    readings = read_against(questions[key], answer, document, locale)
    return {reading.line: (reading.standing, reading.sentence) for reading in readings}


def test_rate_is_compared_with_the_mean_and_the_target_but_not_with_a_survey(document: BankDocument) -> None:
    assert read(document, "RATE", "60") == {
        "mean": (Standing.ABOVE, "You are above this average: 60 % against 55.3 %."),
        "target": (Standing.NOT_REACHED, "You have not reached this target: 60 % against 68 %."),
        "survey": (Standing.NOT_COMPARABLE, "Your figure is 60 %; this survey gives no average to compare it with."),
    }


@pytest.mark.parametrize(
    ("value", "mean", "target"),
    [
        ("55.3", Standing.EQUAL, Standing.NOT_REACHED),
        ("55.2", Standing.BELOW, Standing.NOT_REACHED),
        ("68", Standing.ABOVE, Standing.REACHED),
        ({"numerator": "166", "denominator": "300"}, Standing.EQUAL, Standing.NOT_REACHED),
    ],
)
def test_rate_is_compared_with_the_digits_that_are_shown(
    document: BankDocument, value: Any, mean: Standing, target: Standing
) -> None:
    found = read(document, "RATE", value)
    assert (found["mean"][0], found["target"][0]) == (mean, target)


def test_equal_rate_is_worded_as_equal(document: BankDocument) -> None:
    assert read(document, "RATE", "55.3")["mean"][1] == "You are at this average: 55.3 %."


def test_share_of_firms_says_only_whether_the_firm_belongs_to_them(document: BankDocument) -> None:
    assert read(document, "TOOL", "l0")["share"] == (Standing.NOT_IN_GROUP, "You are not in this group.")
    assert read(document, "TOOL", "l1")["share"] == (Standing.IN_GROUP, "You are in this group.")


def test_target_for_a_share_of_firms_is_no_target_for_one_firm(document: BankDocument) -> None:
    assert read(document, "TOOL", "l2")["target"] == (
        Standing.NOT_COMPARABLE,
        "Your answer gives nothing to compare with this figure.",
    )


@pytest.mark.parametrize("answer", [None, Answer(AnswerState.UNKNOWN), Answer(AnswerState.NOT_APPLICABLE)])
@pytest.mark.parametrize("key", ["RATE", "TOOL"])
def test_without_an_answer_nothing_is_compared(document: BankDocument, key: str, answer: Answer | None) -> None:
    assert {standing for standing, _sentence in read(document, key, answer).values()} == {Standing.NOT_COMPARABLE}


def test_options_without_credit_tell_nothing_about_the_group(document: BankDocument) -> None:
    assert read(document, "BARE", "l1")["share"][0] is Standing.NOT_COMPARABLE


def test_reading_carries_figure_scope_period_and_source_in_the_language(document: BankDocument) -> None:
    question = document.sections[0].questions[1]
    reading = read_against(question, Answer(AnswerState.ANSWERED, "l1"), document, "zh-hans")[0]
    assert (reading.title, reading.figure, reading.period, reading.scope, reading.source, reading.own) == (
        "参考线 share",
        "75.1%",
        "2022-06",
        "规模以上企业",
        "一场发布会",
        None,
    )
    assert reading.sentence == "贵企业属于这一群体。"


def test_every_line_is_listed_with_the_questions_read_against_it(document: BankDocument) -> None:
    listed = [
        (line.key, figure_of(line, "en"), [question.key for question in questions])
        for line, questions in lines_in_use(document)
    ]
    assert listed == [
        ("mean", "55.3 %", ["RATE"]),
        ("target", "68 %", ["RATE", "TOOL"]),
        ("survey", "2 %", ["RATE"]),
        ("share", "75.1 %", ["TOOL", "BARE"]),
    ]
