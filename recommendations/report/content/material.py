"""Everything a report is made from, and the look-ups that its parts share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from assessment.bank.climb import Climb, climb_of
from assessment.responses.trail import Trail
from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument, Level, Node, Question
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.facts import Facts
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Scorecard
from assessment.scoring.texts import Text, localise
from recommendations.plan.overlay.queries import Overlay
from recommendations.plan.progress_rounds import TakenRound
from recommendations.report.content import numbers
from recommendations.report.content.action_schema import Category, PublicMeasure, Service
from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.edition_schema import Edition
from recommendations.report.content.money_schema import Money
from recommendations.report.content.plan_schema import PlanView
from recommendations.report.content.schedule import Schedule
from recommendations.report.content.schema import Versions
from recommendations.report.content.sides import OwnSide
from recommendations.report.content.standing_schema import InPlan
from recommendations.rules.advice import Advice
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.next_level.result import NextLevel

HUES = 8


@dataclass(frozen=True)
class Material:
    """`facts` answers the gates of the levels; `categories`, `measures`, `money` (by action), `plan` and `cases` are
    already in the report's language.

    A bank without a playbook gives a report without actions. `own` is the enterprise's own view beside a verified one;
    `trail` is None where no assessment stands behind the answers. `overlay` is what a workspace changed about the
    advice, None in the enterprise's own report; `chosen` are the services it chose, by action and category.
    `schedule` has the days of the plan, `standings` what it says of actions, by key, `rounds` the submitted rounds up to this one, oldest first.
    """

    locale: str
    enterprise: str
    bank: BankDocument
    playbook: PlaybookDocument | None
    answers: Mapping[str, Answer]
    facts: Facts
    scorecard: Scorecard
    advice: Advice
    versions: Versions
    started_on: date
    submitted_on: date
    next_level: NextLevel | None = None
    categories: Mapping[str, Category] = field(default_factory=dict)
    measures: Mapping[str, PublicMeasure] = field(default_factory=dict)
    money: Mapping[str, Money] = field(default_factory=dict)
    plan: PlanView | None = None
    standings: Mapping[str, InPlan] = field(default_factory=dict)
    schedule: Schedule | None = None
    cases: tuple[LikeCase, ...] = ()
    edition: Edition | None = None
    own: OwnSide | None = None
    trail: Trail | None = None
    overlay: Overlay | None = None
    rounds: tuple[TakenRound, ...] = ()
    chosen: Mapping[str, Mapping[str, tuple[Service, ...]]] = field(default_factory=dict)

    def say(self, text: Text) -> str:
        return localise(text, self.locale)

    @cached_property
    def questions(self) -> dict[str, Question]:
        return {question.key: question for section in self.bank.sections for question in section.questions}

    @cached_property
    def asked(self) -> frozenset[str]:
        return frozenset(self.scorecard.visible)

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {node.key: node for node in walk(self.bank.tree)}

    @cached_property
    def ladders(self) -> Mapping[str, tuple[Level, ...]]:
        return ladders_of(self.bank)

    @cached_property
    def catalogue(self) -> Mapping[str, Fact]:
        return facts_of(self.bank)

    def climb_of(self, node_key: str) -> Climb | None:
        """This function will return how a node stands on its ladder; None without one of its own, but for the root."""
        return climb_of(self.bank, self.scorecard, node_key)

    @cached_property
    def barrier_of(self) -> dict[str, Node]:
        """Every node below the root, with the part of the whole it belongs to."""
        return {node.key: barrier for barrier in self.bank.tree.children for node in walk(barrier)}

    @cached_property
    def read_apart(self) -> frozenset[str]:
        """The nodes whose questions belong to readings that count in no score: they stand in the readings only."""
        silent = {reading.key for reading in self.bank.readings if not reading.counts}
        return frozenset(
            key
            for key, node in self.nodes.items()
            if (below := {measure.question for each in walk(node) for measure in each.measures})
            and all(self.questions[question].reading in silent for question in below)
        )

    @property
    def parts(self) -> list[Node]:
        """What the whole is made of, in the order of the bank."""
        return [node for node in self.bank.tree.children if node.key not in self.read_apart]

    def hue_of(self, node_key: str) -> int:
        """This function will return 1–8 for the part that a node belongs to, 0 where it has none."""
        barrier = self.barrier_of.get(node_key)
        return 0 if barrier is None else self.bank.tree.children.index(barrier) % HUES + 1

    @property
    def overall(self) -> NodeScore:
        return self.scorecard.overall

    def shown_score(self, node_key: str) -> Fraction | None:
        return self.scorecard.nodes[node_key].shown

    def points(self, node_key: str, share: Fraction) -> str:
        """This function will return a part of a node's score, given on 0–100, as points of the node's own scale."""
        return numbers.points(self._on_scale(node_key, share), self.bank.display)

    def gain(self, node_key: str, share: Fraction) -> str:
        return numbers.gain(self._on_scale(node_key, share), self.bank.display)

    def _on_scale(self, node_key: str, share: Fraction) -> Fraction:
        return share * self.scorecard.nodes[node_key].scale / 100


def walk(node: Node) -> list[Node]:
    """This function will return a node and all that stand below it, in tree order."""
    return [node] + [below for child in node.children for below in walk(child)]
