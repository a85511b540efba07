"""The one page of the summary, and what it asks to be decided."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.action_schema import Answered
from recommendations.report.content.growing import Growing
from recommendations.report.content.score_schema import Balance, ContributionRow


class Fact(Growing):
    """`is_yes_or_no` = the value says nothing without its label, so it does not stand on the cover."""

    later: ClassVar[frozenset[str]] = frozenset({"is_yes_or_no"})

    label: str
    value: str
    is_yes_or_no: bool = False


class Decision(Document):
    title: str
    facts: tuple[Fact, ...]


class Summary(Growing):
    """The minute: what holds the enterprise back and what carries it, in sentences and by question.

    `answer_first` are the questions without which there is no number yet, the weightiest first. Points of `top_open`
    and `top_gained` are those of the whole. `balance` has what stands below the sentences, in points of the part that
    each of them names, else of the whole; what it has `unknown` is always in points of the whole. Before there was a
    balance, `top_open` and `top_gained` stood there.
    """

    later: ClassVar[frozenset[str]] = frozenset({"top_gained", "balance", "decision"})

    weakest: str
    strongest: str
    top_open: tuple[ContributionRow, ...]
    answer_first: tuple[Answered, ...] = ()
    top_gained: tuple[ContributionRow, ...] = ()
    balance: Balance | None = None
    decision: Decision | None = None

    @property
    def held(self) -> tuple[ContributionRow, ...]:
        """What stands below `weakest`; nothing while there are too few answers for a number."""
        rows = self.top_open[:3] if self.balance is None else self.balance.holds_back
        return () if self.answer_first else rows

    @property
    def carrying(self) -> tuple[ContributionRow, ...]:
        """What stands below `strongest`."""
        return self.top_gained if self.balance is None else self.balance.carries

    @property
    def unknown(self) -> tuple[ContributionRow, ...]:
        return () if self.balance is None or self.answer_first else self.balance.unknown
