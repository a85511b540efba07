"""What is recommended, with its reasons, its money and who can help, in the frozen content of a report."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.exact_schema import CardValues
from recommendations.report.content.growing import Growing
from recommendations.report.content.kinds import Fit
from recommendations.report.content.money_schema import Money
from recommendations.report.content.standing_schema import SETTLED, InPlan


class Answered(Document):
    """One question with what was answered to it, in few words; the full answer stands among all answers."""

    key: str
    short: str
    answer: str


class Service(Growing):
    """`name` is "provider/offering", by which pages compare; the keys name its own page. '' in older reports."""

    later: ClassVar[frozenset[str]] = frozenset({"is_chosen"})

    title: str
    provider: str
    terms: str
    fit: Fit
    reason: str
    valid_until: str
    source: str
    is_sample: bool
    name: str = ""
    provider_key: str = ""
    key: str = ""
    can_be_asked: bool = False
    is_chosen: bool = False


class Category(Document):
    key: str
    title: str
    description: str
    services: tuple[Service, ...]
    real_count: int = 0
    sample_count: int = 0
    more: int = 0


class PublicMeasure(Document):
    key: str
    title: str
    description: str
    source: str
    url: str


class EffectRow(Document):
    title: str
    points: str


class ChangeRow(Document):
    key: str
    short: str
    before: str
    after: str


class Ground(Document):
    """Where a threshold, a cost band or a number of days comes from."""

    text: str
    is_estimate: bool


class ReasonView(Document):
    """`asks` is the condition of the rule in words, '' in advice that was frozen before it was kept.

    `more` counts, in words, the answers that are not listed under `evidence`; '' if all are.
    """

    text: str
    asks: str
    evidence: tuple[Answered, ...]
    more: str


class ActionCard(Growing):
    """`effect` counts points of the overall score, found by scoring the answers in `changes` again; `at` is its length.

    Both are None while there is no overall score from which anything could be gained, and of what a consultant added:
    `added_by` says who. `engine_rank` is the engine's number where `rank` is that of a workspace's list. `values` are
    those of the playbook; nothing of what a consultant added has any.
    """

    later: ClassVar[frozenset[str]] = frozenset({"engine_rank", "added_by", "worded_by", "values", "in_plan"})

    key: str
    rank: int
    title: str
    hue: int
    barrier: str
    band: str
    reasons: tuple[ReasonView, ...]
    why: str
    steps: tuple[str, ...]
    effort: str
    effort_rank: int
    cost: str
    cost_rank: int
    weeks: str
    first: tuple[str, ...]
    effect: str | None
    at: str | None
    effects: tuple[EffectRow, ...]
    changes: tuple[ChangeRow, ...]
    categories: tuple[Category, ...]
    measures: tuple[PublicMeasure, ...]
    service_count: int
    services_line: str
    money: Money | None
    source: str
    grounds: tuple[Ground, ...]
    engine_rank: int | None = None
    added_by: str = ""
    worded_by: str = ""
    values: CardValues | None = None
    in_plan: InPlan | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the plan says that it is done, or that it will not be."""
        return self.in_plan is not None and self.in_plan.status in SETTLED


class UndecidedRow(Document):
    """`asks`: what would have to be true, one sentence for each rule."""

    action: str
    questions: tuple[str, ...]
    asks: tuple[str, ...]
