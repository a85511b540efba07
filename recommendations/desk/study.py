"""From stored answers to item analysis: who is in it, who is left out, and the figures once there are enough."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from assessment.responses.submitted import Submitted, answering_seconds, latest_results, submitted_answers
from assessment.scoring.document import BankDocument
from assessment.scoring.flags import FlagRules
from assessment.scoring.item_analysis import SHOWN_FROM, ItemAnalysis, analyse
from assessment.scoring.item_analysis_items import ItemReader


@dataclass(frozen=True, slots=True)
class Study:
    """`n` enterprises are in it, `left_out` were flagged; `analysis` is None while there are too few."""

    n: int
    left_out: int
    analysis: ItemAnalysis | None


def study_bank(slug: str, major: int, document: BankDocument, *, without_flagged: bool = False) -> Study:
    """This function will study the latest submission of every enterprise with one major version of a bank.

    `document` is any release of that version: they ask and score the same. Two queries, or four without the flagged.
    """
    reader, people = ItemReader(document), _People(slug, major, document, without_flagged)
    n, columns = reader.columns((each.answers, each.asked) for each in people)
    analysis = analyse(n, reader.items, columns, reader.groups) if n >= SHOWN_FROM else None
    return Study(n, people.left_out, analysis)


class _People:
    """Who is studied, one after the other; how many were left out is known at the end."""

    def __init__(self, slug: str, major: int, document: BankDocument, without_flagged: bool) -> None:
        self._results = latest_results(slug, major)
        self._rules = FlagRules(document)
        self._without_flagged = without_flagged
        self.left_out = 0

    def __iter__(self) -> Iterator[Submitted]:
        if not self._without_flagged:
            yield from submitted_answers(self._results)
            return
        for each, seconds in self._with_seconds():
            if self._rules.flags(each.answers, each.asked, each.contradictions, seconds, each.language):
                self.left_out += 1
            else:
                yield each

    def _with_seconds(self) -> Iterator[tuple[Submitted, list[float]]]:
        """Both reads go by the id of the assessment; one without saved answers is in the first only."""
        timed = chain(answering_seconds(self._results.values("assessment")), [(None, [])])
        at, seconds = next(timed)
        for each in submitted_answers(self._results):
            while at is not None and at < each.assessment_id:
                at, seconds = next(timed)
            yield each, seconds if at == each.assessment_id else []
