"""Everything a report is made from, and the look-ups that its parts share."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.facts import Facts
from assessment.scoring.scorecard import Scorecard
from assessment.scoring.texts import Text, localise
from recommendations.report.content.schema import Category, PublicMeasure, Versions
from recommendations.rules.advice import Advice
from recommendations.rules.document import PlaybookDocument


@dataclass(frozen=True)
class Material:
    """`facts` answers the gates of the levels; `categories` and `measures` are already in the report's language.

    A bank without a playbook gives a report without actions.
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
    categories: Mapping[str, Category] = field(default_factory=dict)
    measures: Mapping[str, PublicMeasure] = field(default_factory=dict)

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
        return {node.key: node for node in _walk(self.bank.tree)}

    @cached_property
    def barrier_of(self) -> dict[str, Node]:
        """Every node below the root, with the barrier it belongs to."""
        return {node.key: barrier for barrier in self.bank.tree.children for node in _walk(barrier)}

    def hue_of(self, node_key: str) -> int:
        """This function will return 1–4 for the barrier of a node, 0 where it has none."""
        barrier = self.barrier_of.get(node_key)
        return 0 if barrier is None else self.bank.tree.children.index(barrier) % 4 + 1

    def shown_score(self, node_key: str) -> Fraction | None:
        return self.scorecard.nodes[node_key].shown


def _walk(node: Node) -> list[Node]:
    return [node] + [below for child in node.children for below in _walk(child)]
