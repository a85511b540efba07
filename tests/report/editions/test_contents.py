"""What the sections are said to hold before a report is made."""

import pytest

from recommendations.report.content.edition_schema import Section
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.contents import Line, lines_of
from tests.report.banks import content_on
from tests.report.samples import make_content, profile_only


def line_of(content: ReportContent, section: Section) -> Line:
    return next(line for line in lines_of(content, [each.value for each in Section]) if line.key == section.value)


def test_table_of_all_scores_is_elsewhere_where_the_parts_show_every_score() -> None:
    line = line_of(make_content(), Section.FIGURES)
    assert (line.has_something, line.is_elsewhere) == (False, True)


def test_table_of_all_scores_stands_where_the_parts_do_not_show_them() -> None:
    line = line_of(content_on("eurostat-dii", "published_7_points"), Section.FIGURES)
    assert (line.has_something, line.is_elsewhere) == (True, False)


def test_bank_without_parts_has_no_scores_elsewhere() -> None:
    bare = make_content().model_copy(update={"barriers": ()})
    line = line_of(bare, Section.FIGURES)
    assert (line.has_something, line.is_elsewhere) == (False, False)


@pytest.mark.parametrize("section", [each for each in Section if each is not Section.FIGURES])
def test_no_other_section_is_elsewhere(section: Section) -> None:
    assert line_of(make_content(answers=profile_only()), section).is_elsewhere is False
