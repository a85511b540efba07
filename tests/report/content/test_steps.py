"""What parts with a ladder of their own lack to their next level, in the content, the data and the table."""

from dataclasses import replace
from typing import Any

from django.utils.translation import override

from assessment.bank.score_json import score_json
from assessment.bank.score_table import score_table
from assessment.scoring.answers import read_answer
from recommendations.report.content.build import build_content
from recommendations.report.content.kinds import GateState
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import GatePart, Step
from recommendations.report.digest import digest_of
from tests.report.banks import Asked, asked, bank_of, content_on, material_on


def on_processes(**orders: Any) -> Asked:
    """Order handling answered as given, the rest as in the example in which everything is achieved."""
    case = asked(bank_of("process-capability"), "everything_achieved")
    questions = case.scorer.index.questions
    given = {f"order_{key}_asked": read_answer(questions[f"order_{key}_asked"], raw) for key, raw in orders.items()}
    return Asked(case.scorer, case.answers | given)


def content_of(case: Asked, locale: str = "en") -> ReportContent:
    return build_content(material_on(case, locale))


def step_of(content: ReportContent, key: str) -> Step | None:
    figures = [figure for part in content.barriers for figure in (part.figure, *part.indicators)]
    return next(figure.step for figure in figures if figure.key == key)


def test_part_with_gates_names_every_condition_of_its_next_level() -> None:
    content = content_of(on_processes(performance=80, management=["target", "resources"]))
    assert content.barriers[0].figure.level == "Level 1: performed"
    assert step_of(content, "order_process") == Step(
        line="To the next level, Level 2: managed: 2 conditions.",
        rule="2.1 and 2.2 are largely or fully achieved, everything below fully.",
        parts=(
            GatePart(
                text="The level of 1.1 Process performance is at least “Fully achieved (F)” (you: “Largely achieved (L)”)",
                state=GateState.FAILS,
            ),
            GatePart(
                text=(
                    "The level of 2.1 Performance management is at least “Largely achieved (L)”"
                    " (you: “Partially achieved (P)”)"
                ),
                state=GateState.FAILS,
            ),
            GatePart(
                text=(
                    "The level of 2.2 Work product management is at least “Largely achieved (L)”"
                    " (you: “Fully achieved (F)”)"
                ),
                state=GateState.HOLDS,
            ),
        ),
    )


def test_part_without_gates_says_where_its_next_level_begins() -> None:
    content = content_of(on_processes(performance=80))
    assert step_of(content, "order_performance") == Step(line="To Fully achieved (F): more than 85, up to 100.")
    assert step_of(content, "order_management") is None  # nothing comes after the highest


def test_highest_gated_level_and_too_few_answers_are_said() -> None:
    assert step_of(content_of(on_processes()), "order_process") == Step(line="This is the highest level.")
    content = content_on("process-capability", "published_edge_fifteen")
    assert step_of(content, "change_process") == Step(line="Too little is answered to name a level.")


def test_chinese_says_it_in_chinese() -> None:
    content = content_of(on_processes(performance=80), "zh-hans")
    assert step_of(content, "order_performance") == Step(line="到“完全达到（F）”：大于 85，至 100（含）。")


def test_digest_names_what_holds_a_part_back() -> None:
    lines = digest_of(content_of(on_processes(performance=80))).splitlines()
    start = lines.index("         Order handling  Level 1: performed")
    assert lines[start + 1 : start + 3] == [
        "         To the next level, Level 2: managed: 1 condition.",
        "         – The level of 1.1 Process performance is at least “Fully achieved (F)” (you: “Largely achieved (L)”)",
    ]


def test_data_of_a_node_holds_checks_failed_gates_and_the_next_level() -> None:
    case = on_processes(performance=80)
    card = case.scorer.score(case.answers)
    with override("en"):
        facts = case.scorer.facts(case.answers, scorecard=card).get
        nodes = {node["key"]: node for node in score_json(case.scorer.document, card, "en", facts=facts)["nodes"]}
    process, attribute = nodes["order_process"], nodes["order_performance"]
    holding = [(check["level"], check["bound_holds"], check["gate_holds"]) for check in process["level_checks"]]
    assert holding[:3] == [("incomplete", True, True), ("performed", True, True), ("managed", True, False)]
    assert process["failed_gates"][0] == {
        "level": "managed",
        "holds": False,
        "gate": "2.1 and 2.2 are largely or fully achieved, everything below fully.",
    }
    assert [each["holds"] for each in process["next_level"]["conditions"]] == [False, True, True]
    # 80 of 100, and the level begins above 85
    assert attribute["next_level"] == {
        "level": "F",
        "title": "Fully achieved (F)",
        "span": "more than 85, up to 100",
        "points_missing": 5.0,
        "gate": "",
        "conditions": [],
    }
    assert [check["bound_holds"] for check in attribute["level_checks"]] == [True, True, True, False]


def test_table_names_the_next_level_and_what_holds_it_back() -> None:
    case = on_processes(performance=80)
    card = case.scorer.score(case.answers)
    with override("en"):
        facts = case.scorer.facts(case.answers, scorecard=card).get
        lines = score_table(case.scorer.document, card, "en", None, facts).splitlines()
    assert lines[2].endswith("Level 1: performed → Level 2: managed")
    assert lines[3].endswith("Largely achieved (L) → Fully achieved (F): more than 85, up to 100")
    assert lines[-4:] == [
        "Order handling, to Level 2: managed: 2.1 and 2.2 are largely or fully achieved, everything below fully.",
        "  missing: The level of 1.1 Process performance is at least “Fully achieved (F)” (you: “Largely achieved (L)”)",
        "  met: The level of 2.1 Performance management is at least “Largely achieved (L)” (you: “Fully achieved (F)”)",
        "  met: The level of 2.2 Work product management is at least “Largely achieved (L)” (you: “Fully achieved (F)”)",
    ]


def test_results_frozen_before_nodes_said_their_levels_have_no_steps() -> None:
    case = on_processes(performance=80)
    material = material_on(case)
    before = replace(material, scorecard=replace(material.scorecard, levels={}))
    assert step_of(build_content(before), "order_process") is None
