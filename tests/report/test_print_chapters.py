"""What leads through a printed report: its contents, its bookmarks, and the words that say what a number counts."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from recommendations.report.content.exact_schema import Amount, Amounts
from recommendations.report.content.money_schema import MoneyLine, PlanMoney
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.document import word_of
from recommendations.report.printed import html_of, pdf_of
from recommendations.report.shared_caps import is_shared
from tests.report.formats.reading import text_of_docx
from tests.report.samples import IMPRINT, make_content
from tests.report.test_print_quality import plan

SCALES = "In the tables of a part, and below its name in the summary, they are points of that part; elsewhere points of"
SHARED = "what a scheme pays at most counts once"


def contents_of(content: ReportContent) -> list[str]:
    listed = html_of(content, IMPRINT).split('<h2 id="contents">')[1].split("</section>")[0]
    return re.findall(r'href="#([^"]+)"', listed)


def test_contents_name_the_plan_and_the_annex_before_what_is_in_it() -> None:
    listed = contents_of(make_content().model_copy(update={"plan": plan()}))
    assert listed.count("plan") == 1
    assert listed.index("plan") < listed.index("annex") < listed.index("method") < listed.index("colophon")


def test_contents_name_no_plan_where_there_is_none() -> None:
    assert "plan" not in contents_of(make_content())


@pytest.mark.parametrize("is_planned", [False, True])
def test_your_plan_is_a_chapter_among_the_bookmarks(is_planned: bool) -> None:
    content = make_content().model_copy(update={"plan": plan() if is_planned else None})
    outline = PdfReader(BytesIO(pdf_of(content, IMPRINT))).outline
    chapters = [str(item.title) for item in outline if not isinstance(item, list)]
    named = [title for title in ("How to read this report", "Your plan") if title in chapters]
    assert named == ["How to read this report", "Your plan"][: 1 + is_planned]


def test_points_of_a_part_are_told_from_points_of_the_whole() -> None:
    html, text = html_of(make_content(), IMPRINT), text_of_docx(word_of(make_content(), IMPRINT))
    assert (html.count(SCALES), text.count(SCALES)) == (1, 1)
    assert html.count(", in points of this part") == text.count(", in points of this part") > 4


def amounts(support: str) -> Amounts:
    nothing = Amount(low="0", high="0")
    return Amounts(price=nothing, enterprise=nothing, provider=nothing, support=Amount(low="0", high=support))


def money(whole: str, *lines: str) -> PlanMoney:
    said = {"price": "a", "enterprise": "b", "provider": "c", "support": "d"}
    return PlanMoney(
        **said,
        headline="Who pays.",
        support_title="Public support",
        schemes=(),
        assumptions=("Cap.",),
        amounts=amounts(whole),
        lines=tuple(MoneyLine(title="Item", **said, amounts=amounts(line)) for line in lines),
    )


def test_support_that_items_share_is_told_from_its_highest_amounts() -> None:
    assert (is_shared(money("50", "30", "30")), is_shared(money("60", "30", "30"))) == (True, False)
    stored_before = money("50", "30", "30").model_copy(update={"amounts": None})
    assert (is_shared(stored_before), is_shared(money("", "30", ""))) == (False, False)


@pytest.mark.parametrize(("whole", "count"), [("50", 1), ("60", 0)])
def test_a_line_under_the_table_says_that_shared_support_counts_once(whole: str, count: int) -> None:
    view = plan().model_copy(update={"money": money(whole, "30", "30")})
    content = make_content().model_copy(update={"plan": view})
    html, text = html_of(content, IMPRINT), text_of_docx(word_of(content, IMPRINT))
    assert (html.count(SHARED), text.count(SHARED)) == (count, count)
    assert count == 0 or html.index("All together") < html.index(SHARED) < html.index("<li>Cap.</li>")
