"""What cannot be kept is refused at its line, in words; what is gone stays visible; nothing that is sent breaks it."""

from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.utils import translation

from recommendations.studio.conditions.faults import fault_of
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from recommendations.studio.conditions.sketch import Line
from tests.scoring.everything import EVERYTHING
from tests.studio.conditions import posted_condition

RULE = ConditionSubject.rule(EVERYTHING)
FAULTS = [
    (Line("answer.GONE", "is", None, "x"), "answer.GONE no longer exists. Choose something else, or remove the line."),
    (Line("answer.C", "has", None, "x"), "This comparison does not fit what is asked. Choose another one."),
    (Line("answer.C", "lt", None, 400), "The number runs from 0 to 100."),
    (Line("coverage.left", "lt", None, 1.5), "The number runs from 0 to 100."),
    (Line("answer.O", "lt", ("x",)), "Write a number such as 40 or 0.5."),
    (Line("answer.O", "lt", ("",)), "Write a number."),
    (Line("answer.O", "lt", None, "1e999999999"), "Write a number such as 40 or 0.5."),
    (Line("answer.O", "lt", None, "x"), "Write a number such as 40 or 0.5."),
    (Line("profile.people", "gt", None, -1), "The number runs from 0 to 100,000."),
    (Line("profile.turnover", "gt", None, -1), "The number is at least 0."),
    (Line("answer.C", "between", None, [60, 40]), "The first number is above the second, so this is never true."),
    (Line("answer.C", "between", ("60", "")), "Write a number such as 40 or 0.5."),
    (Line("answer.C", "between", ("", "")), "Both ends are needed."),
    (Line("level", "gte", None, 7), "There is no such level. Choose another one."),
    (Line("level", "gte", None, 1.5), "There is no such level. Choose another one."),
    (Line("answer.A", "is", None, "best"), "No longer there to choose: best."),
    (Line("answer.B", "has_any", None, ["x", "old", "older"]), "No longer there to choose: old, older."),
    (Line("answer.A", "is", None, ["full"]), "What is written there does not fit this comparison. Choose again."),
    (Line("answer.A", "is"), "Choose one."),
    (Line("answer.A", "in"), "Tick at least one."),
    (Line("answer.A", "is", None, "full"), ""),
    (Line("answer.T", "not_known"), ""),
]


@pytest.mark.parametrize(("line", "fault"), FAULTS)
def test_fault_of_a_line_is_said_in_words(line: Line, fault: str) -> None:
    assert fault_of(line, RULE) == fault


@pytest.mark.parametrize(
    ("subject", "fact", "fault"),
    [
        (ConditionSubject.gate(EVERYTHING), "level", "A gate decides the overall level, so it cannot ask for it."),
        (ConditionSubject.gate(EVERYTHING), "level.left", ""),
        (ConditionSubject.visibility(EVERYTHING, "C"), "answer.C", "A question cannot depend on its own answer."),
        (
            ConditionSubject.visibility(EVERYTHING, "C"),
            "answer.D",
            "This is asked later. Choose an earlier question, or move this one behind it.",
        ),
        (ConditionSubject.visibility(EVERYTHING, "C"), "answer.B", ""),
        (
            ConditionSubject.visibility(EVERYTHING, "C"),
            "node.left",
            "This cannot be asked here. Choose something from the list.",
        ),
        (ConditionSubject.visibility(EVERYTHING, section_key="main"), "answer.F", ""),
        (
            ConditionSubject.visibility(EVERYTHING, section_key="profile"),
            "answer.A",
            "This is asked later. Choose an earlier question, or move this one behind it.",
        ),
        (ConditionSubject.visibility(EVERYTHING), "answer.F", ""),
        (
            ConditionSubject.eligibility(EVERYTHING),
            "answer.A",
            "This cannot be asked here. Choose something from the list.",
        ),
        (ConditionSubject.eligibility(EVERYTHING), "profile.people", ""),
        (ConditionSubject.suits(EVERYTHING), "level", ""),
        (ConditionSubject.consistency(EVERYTHING), "node.left", ""),
    ],
)
def test_only_what_may_be_asked_there_is_taken(subject: ConditionSubject, fact: str, fault: str) -> None:
    assert fault_of(Line(fact, "known"), subject) == fault


def clean(fields: dict[str, Any], *, required: bool = False) -> Any:
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    field = ConditionField(subject=RULE, required=required)
    return field.clean(field.widget.value_from_datadict(data, {}, "when"))


def refused(fields: dict[str, Any], *, required: bool = False) -> list[str]:
    with pytest.raises(forms.ValidationError) as caught:
        clean(fields, required=required)
    return list(caught.value.messages)


GONE = {"any": [{"fact": "answer.A", "op": "is", "value": "full"}, {"fact": "answer.OLD", "op": "in", "value": ["x"]}]}


def test_what_is_gone_is_refused_at_its_line_in_both_languages() -> None:
    fields = posted_condition("when", GONE, RULE)
    assert refused(fields) == ["Line 2: answer.OLD no longer exists. Choose something else, or remove the line."]
    with translation.override("zh-hans"):
        assert refused(fields) == ["第 2 行：answer.OLD 已不存在。请另选一项，或移除这一行。"]


def test_what_is_gone_is_shown_as_it_is() -> None:
    page = ConditionField(subject=RULE).widget.render("when", GONE)
    assert "no longer exists: answer.OLD" in page
    assert '<span class="condition-misfit">x</span>' in page


def test_condition_that_did_not_arrive_is_never_taken_for_always() -> None:
    assert refused({}) == ["The condition did not arrive. Load the page again."]
    assert refused({"when": ['{"all": []}']}) == ["The condition did not arrive. Load the page again."]


def test_always_is_refused_where_something_must_be_asked() -> None:
    always = {"when:0:joint": ["all"]}
    assert (clean(always), refused(always, required=True)) == (None, ["Add a line: something must be asked here."])


def line(**fields: str) -> dict[str, list[str]]:
    return {"when:0:joint": ["all"]} | {f"when:0-0:{name}": [value] for name, value in fields.items()}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (line(fact="answer.A", how="nonsense"), "Line 1: Choose one."),
        (line(fact="answer.A", how="is", was="{"), "Line 1: Choose one."),
        (line(fact="answer.A", how="is", was='["a"]'), "Line 1: Choose one."),
        (line(fact="answer.A", how="is", was='{"fact": "answer.A", "value": {"x": 1}}'), "Line 1: Choose one."),
        (
            line(fact="answer.A", how="no", was='{"fact": "answer.A", "how": "no", "value": true}'),
            "Line 1: Choose one.",
        ),
        (
            line(fact="answer.A", how="no", was='{"fact": "answer.A", "how": "no", "value": "x"}'),
            "Line 1: This comparison does not fit what is asked. Choose another one.",
        ),
        (
            line(fact="answer.C", how="lt", value="1e9", was='{"fact": "answer.C", "how": "lt"}'),
            "Line 1: Write a number such as 40 or 0.5.",
        ),
        (
            line(fact="answer.C", how="lt", value="٤", was='{"fact": "answer.C", "how": "lt"}'),
            "Line 1: Write a number such as 40 or 0.5.",
        ),
        (
            line(fact="answer.C", how="lt", value="9" * 5000, was='{"fact": "answer.C", "how": "lt"}'),
            "Line 1: Write a number such as 40 or 0.5.",
        ),
        (
            line(fact="answer.O", how="lt", value="1e99", was='{"fact": "answer.O", "how": "lt", "value": "1e99"}'),
            "Line 1: Write a number such as 40 or 0.5.",
        ),
    ],
)
def test_odd_input_gets_a_message(fields: dict[str, list[str]], message: str) -> None:
    assert refused(fields) == [message]


def test_whatever_is_named_like_a_control_is_read_without_fault() -> None:
    deep = "-".join(["0"] * 25)
    odd = {
        f"when:{deep}:fact": ["answer.A"],
        "when:0-1:joint": ["sideways"],
        "when:1:joint": ["all"],
        "when::fact": ["x"],
    }
    assert clean({"when:0:joint": ["all"]} | odd) is None


def test_condition_without_end_is_refused() -> None:
    deep = "-".join(["0"] * 26)
    assert refused({"when:0:joint": ["all"], f"when:{deep}:fact": [""]}) == ["The condition has too many lines."]
    many = {f"when:0-{index}:fact": ["answer.A"] for index in range(400)}
    assert refused({"when:0:joint": ["all"]} | many) == ["The condition has too many lines."]
