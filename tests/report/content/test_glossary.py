"""The words of a report: only those that occur in it, in both languages, and frozen with it."""

from dataclasses import replace

from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import Edition, Section, View
from recommendations.report.content.schema import ReportContent
from recommendations.report.printed import html_of
from tests.report.banks import content_on
from tests.report.samples import IMPRINT, make_content, make_material, profile_only

ALWAYS = ["Question bank", "Fingerprint"]
BARRIERS = ["Equipment and networks", "R&D and production", "Cost and funding", "Talent and organisation"]
PARTS = [*BARRIERS, "Indicator", "Points open", "Published figures"]
ACTIONS = ["Points gained", "Effort", "Sample"]
END = ["Question bank", "Playbook", "Fingerprint"]


def words(content: ReportContent) -> list[str]:
    return [term.word for term in content.glossary]


def edition(*sections: Section) -> ReportContent:
    look = Edition(
        workspace="gear", name="Gear", colour="#7a1f3d", sections=sections, view=View.OWN, with_overlay=False
    )
    return build_content(replace(make_material(), edition=look))


def test_words_of_the_sample_in_the_order_of_the_report() -> None:
    assert words(make_content()) == ["Score", "Range", "Level", "Condition", *PARTS, *ACTIONS, "Does not apply", *END]


def test_words_in_chinese() -> None:
    assert words(make_content("zh-hans")) == [
        "分数",
        "区间",
        "级别",
        "条件",
        "设备与联网",
        "研发与生产",
        "成本与资金",
        "人才与组织",
        "指标",
        "未得分",
        "公开数据",
        "提升分数",
        "投入",
        "示例",
        "不适用",
        "题库",
        "行动手册",
        "指纹",
    ]


def test_what_does_not_occur_is_not_explained() -> None:
    quick, nothing = make_content(scope=Scope.QUICK), make_content(answers=profile_only())
    assert words(quick) == ["Score", "Range", "Level", "Condition", *PARTS, *ACTIONS, *END]
    assert words(nothing) == ["Range", "Level", *PARTS, "Effort", "Sample", *END]


def test_words_of_another_bank_are_its_own() -> None:
    assert words(content_on("eurostat-dii")) == [
        "Score",
        "Coverage",
        "Level",
        "Target",
        "People and connection",
        "Cloud services",
        "Software and data",
        "Social media",
        "Selling online",
        "Basic level",
        "Indicator",
        "Points open",
        "Published figures",
        *ALWAYS,
    ]


def test_edition_explains_only_what_it_shows() -> None:
    assert words(edition(Section.GLOSSARY)) == ["Score", "Range", *PARTS[:-1], "Does not apply", *END]
    assert words(edition(Section.GLOSSARY, Section.LADDER))[2:4] == ["Level", "Condition"]
    assert edition(*(each for each in Section if each is not Section.GLOSSARY)).glossary == ()


def test_every_word_is_printed_once_with_its_meaning() -> None:
    content = make_content()
    html = html_of(content, IMPRINT)
    table = html.split('id="glossary"', 1)[1].split("</table>", 1)[0]
    assert table.count("<tr>") == len(content.glossary) + 1
    assert table.count("A row of characters that changes as soon as anything in the report changes.") == 1


def test_report_from_before_there_were_words_still_loads_and_prints() -> None:
    stored = make_content().model_dump(mode="json")
    del stored["glossary"]
    content = ReportContent.model_validate(stored)
    assert (content.glossary, 'id="glossary"' in html_of(content, IMPRINT)) == ((), False)
