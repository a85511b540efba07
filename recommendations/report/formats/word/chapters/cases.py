"""Enterprises like this one."""

from django.utils.translation import gettext

from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import Block, ItemList, Words, lines, soft, strong
from recommendations.report.formats.word.chapters.words import chapter, sample


def cases(content: ReportContent) -> list[Block]:
    if not content.cases:
        return []
    told = tuple(_case(case) for case in content.cases)
    return [*chapter("", gettext("Enterprises like yours"), "cases", starts_page=False), ItemList(told)]


def _case(case: LikeCase) -> Words:
    alike = gettext("; ").join(case.alike)
    title = (*sample(case.is_sample), strong(case.title), " ", soft(f"({case.provider} · {alike})"))
    return lines(title, sentences(case.summary, case.outcome))
