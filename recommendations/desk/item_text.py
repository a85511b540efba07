"""Item analysis as tables for the terminal and as JSON for scripts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.terminal_table import aligned
from assessment.scoring.document import BankDocument
from assessment.scoring.item_analysis import SHOWN_FROM, GroupStatistics, ItemStatistics
from assessment.scoring.item_analysis_alpha import Missing
from recommendations.desk.item_page import Block, NodeLine, item_page
from recommendations.desk.item_words import limits
from recommendations.desk.study import Study


def study_text(study: Study, document: BankDocument, missing: Missing, locale: str) -> str:
    """This function will return who is in the study, its tables and what they cannot tell."""
    return "\n".join(_lines(study, document, missing, locale))


def _lines(study: Study, document: BankDocument, missing: Missing, locale: str) -> Iterator[str]:
    yield _("Enterprises: %(count)s") % {"count": study.n}
    if study.left_out:
        yield _("Flagged submissions left out: %(count)s") % {"count": study.left_out}
    if study.analysis is None:
        yield _("Item analysis is shown from %(count)s enterprises on.") % {"count": SHOWN_FROM}
        return
    page = item_page(document, study.analysis, missing, locale)
    yield ""
    yield from aligned([_node_head(), *(_node_cells(line) for line in page.nodes)])
    for block in page.blocks:
        yield ""
        yield block.title
        yield from aligned([_item_head(), *_item_cells(block)])
    yield ""
    yield from limits()


def _node_head() -> list[str]:
    listwise = [_("n, listwise"), _("Alpha"), _("Interval")]
    return [_("Node"), _("Questions"), *listwise, _("n, pairwise"), _("Alpha"), _("Interval")]


def _node_cells(line: NodeLine) -> list[str]:
    by = [[str(each.n), each.alpha, each.interval] for each in (line.listwise, line.pairwise)]
    return [line.title, line.item_count, *by[0], *by[1]]


def _item_head() -> list[str]:
    shares = [_("No credit"), _("Full credit"), _("Don’t know")]
    together = [_("Item-total"), _("Alpha without")]
    return [_("Question"), "n", _("Answered"), _("Mean"), _("SD"), *shares, *together, _("Worth a look")]


def _item_cells(block: Block) -> Iterator[list[str]]:
    for item in block.items:
        yield [
            *(item.key, str(item.n), item.coverage, item.mean, item.deviation, item.floor, item.ceiling, item.unknown),
            *(item.item_total, item.alpha_if_deleted, "; ".join(item.notes)),
        ]


def study_json(study: Study) -> dict[str, Any]:
    """This function will return all figures as they were calculated, those of few respondents as well; see `n`."""
    found = {"n": study.n, "left_out": study.left_out, "shown_from": SHOWN_FROM}
    if study.analysis is None:
        return {**found, "items": [], "nodes": []}
    return {
        **found,
        "items": [_item_json(item) for item in study.analysis.items],
        "nodes": [_node_json(group) for group in study.analysis.groups],
    }


def _item_json(item: ItemStatistics) -> dict[str, Any]:
    return {
        "key": item.item.key,
        "question": item.item.question,
        "asked": item.asked,
        "n": item.n,
        "coverage": item.coverage,
        "mean": item.mean,
        "sd": item.deviation,
        "floor": item.floor,
        "ceiling": item.ceiling,
        "unknown": item.unknown_share,
        "skipped": item.skipped_share,
    }


def _node_json(group: GroupStatistics) -> dict[str, Any]:
    return {
        "key": group.group.node,
        "items": list(group.items),
        **{missing.value: asdict(found) for missing, found in group.by.items()},
    }
