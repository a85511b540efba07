"""Rules as lists show them: what they ask in a sentence, and how urgent they make their action."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.bank.editing.flat import Data
from assessment.scoring.fact_catalogue import facts_of
from recommendations.rules.document import Rule
from recommendations.studio.advice.links import QuestionLink, questions_of_rule
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.sentences import sentence_of


@dataclass(frozen=True, slots=True)
class RuleRow:
    """`straight` are the questions whose answers it looks at, `others` those that only go into a score."""

    key: str
    recommends: str
    sentence: str
    because: str
    priority: int
    band: str
    straight: Sequence[QuestionLink]
    others: Sequence[QuestionLink]

    @property
    def questions(self) -> frozenset[str]:
        return frozenset(link.question.key for link in (*self.straight, *self.others))


def rule_rows(rules: Iterable[Rule], papers: Papers) -> list[RuleRow]:
    """This function will return rules as rows, in their order."""
    facts, bands = facts_of(papers.bank), papers.items("priority_bands")
    rows = []
    for rule in rules:
        links = questions_of_rule(rule, papers.bank)
        rows.append(
            RuleRow(
                key=rule.key,
                recommends=rule.recommends,
                sentence=sentence_of(rule.when, papers, facts),
                because=say(rule.because),
                priority=rule.priority,
                band=band_title(bands, rule.priority),
                straight=[link for link in links if link.is_direct],
                others=[link for link in links if not link.is_direct],
            )
        )
    return rows


def band_title(bands: Sequence[Data], priority: int) -> str:
    """This function will return the title of the band that a priority falls into, "" where it is below all of them."""
    fitting = [band for band in bands if band["from_priority"] <= priority]
    best = max(fitting, key=lambda band: int(band["from_priority"]), default=None)
    return "" if best is None else say(best.get("title")) or str(best["key"])
