"""Actions of the way that no rule recommends say what they are for and what they bring."""

from dataclasses import replace

from recommendations.report.content.asides import aside_of
from recommendations.report.content.build import build_content
from recommendations.report.content.conditions import missing_facts, questions_of
from recommendations.report.printed import html_of
from tests.report.content.test_way import found_for_the_sample
from tests.report.samples import IMPRINT, make_material, playbook

ACTIONS = {action.key: action for action in playbook().actions}


def test_only_what_is_not_recommended_says_why_it_is_on_the_way() -> None:
    content = build_content(replace(make_material(), next_level=found_for_the_sample()))
    assert content.path is not None
    said = {work.key: work.because for work in content.path.works}
    assert [key for key, because in said.items() if bool(because) == _is_recommended(key)] == []
    assert [key for key, because in said.items() if because and not because.startswith(ACTIONS[key].why["en"])] == []
    html = html_of(content, IMPRINT).replace("&#x27;", "'")
    assert [because for because in said.values() if because and because not in html] == []


def _is_recommended(key: str) -> bool:
    return key in {one.action for one in make_material().advice.recommendations}


def test_what_helps_a_missing_condition_names_it_and_what_does_not_brings_points() -> None:
    material = make_material()
    nodes = {fact.partition(".")[2] for fact in missing_facts(material, material.scorecard.root)}
    assert nodes == {"rd_production", "cost", "eq_security"}
    assert questions_of(material, "node.eq_security") == {"EQ10", "EQ11"}
    assert aside_of(material, ACTIONS["A11"]).endswith("It counts towards a condition: Network and data security.")
    assert aside_of(material, ACTIONS["A35"]).endswith("It brings points that the level still needs.")
    assert aside_of(make_material("zh-hans"), ACTIONS["A11"]).startswith(ACTIONS["A11"].why["zh-hans"])


def test_a_fact_that_belongs_to_nothing_asks_nothing() -> None:
    assert questions_of(make_material(), "profile.nowhere") == frozenset()
