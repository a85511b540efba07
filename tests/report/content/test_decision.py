"""What a board decides on: told from what the report says further on, and only from that."""

from dataclasses import replace

import pytest

from recommendations.report.content.build import build_content
from recommendations.report.content.decision import decision_of
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.summary_schema import Decision
from recommendations.report.content.way import cost_text
from tests.report.content.test_way import found_for_the_sample
from tests.report.samples import make_content, make_material


def facts_of(decision: Decision | None) -> dict[str, str]:
    assert decision is not None
    return {fact.label: fact.value for fact in decision.facts}


@pytest.fixture(scope="module")
def content() -> ReportContent:
    return build_content(replace(make_material(), next_level=found_for_the_sample()))


def test_the_way_is_told_as_its_own_page_tells_it(content: ReportContent) -> None:
    best, path, line = found_for_the_sample().ways[0], content.path, content.timeline
    assert path is not None and line is not None
    facts = facts_of(content.summary.decision)
    assert facts == {
        "The next level": "3 Integrated",
        "Actions": str(len(best.works)),
        "Money, estimated": cost_text(best.cost, "en"),
        "Own working days, estimated": str(best.days),
        "The last action": facts["The last action"],
    }
    assert facts["Money, estimated"] in path.headline
    assert facts["The last action"] in {row.when for row in line.rows}
    ends = {row.when: float(row.at) + float(row.length) for row in line.rows}
    assert ends[facts["The last action"]] == max(ends.values())


def test_nothing_is_made_up_where_there_is_no_way() -> None:
    content = make_content()
    assert (content.path, content.summary.decision) == (None, None)
    assert "decision" not in content.model_dump(mode="json")["summary"]


def test_what_an_edition_leaves_out_is_not_decided_on(content: ReportContent) -> None:
    assert decision_of(content.model_copy(update={"path": None})) is None
    without_line = decision_of(content.model_copy(update={"timeline": None}))
    assert "The last action" not in facts_of(without_line)
