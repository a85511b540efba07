"""What is used where, before it is taken out of a playbook."""

from dataclasses import dataclass, field

from assessment.bank.editing.flat import Data
from recommendations.studio.advice.arranging import item_at, remove_action, remove_rule
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.rule_rows import rule_rows
from recommendations.studio.places import page_of
from recommendations.studio.uses import uses_of


@dataclass(frozen=True, slots=True)
class UsedBy:
    """`address` is the page where the reference is edited, "" where that is the one on which it is listed."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """`uses` must be changed as well; `is_impossible`: a playbook keeps one action and one rule at least."""

    part: str
    key: str
    title: str
    uses: list[UsedBy] = field(default_factory=list)
    is_impossible: bool = False


def removal_of_action(papers: Papers, key: str) -> Removal:
    """This function will return what taking out an action means, or raise Http404."""
    action = item_at(papers.data, "actions", key)
    rules = papers.items("rules")
    is_last = len(papers.items("actions")) == 1 or all(rule["recommends"] == key for rule in rules)
    return Removal("actions", key, say(action.get("title")) or key, used_by(papers, "action", key), is_last)


def removal_of_rule(papers: Papers, key: str) -> Removal:
    """This function will return what taking out a rule means, or raise Http404."""
    item_at(papers.data, "rules", key)
    assert papers.playbook is not None
    [row] = rule_rows([rule for rule in papers.playbook.rules if rule.key == key], papers)
    return Removal("rules", key, f"{key}: {row.sentence}", [], len(papers.items("rules")) == 1)


def used_by(papers: Papers, family: str, key: str) -> list[UsedBy]:
    """This function will return what refers to a part of the playbook."""
    uses = uses_of(papers.bank, papers.playbook, family, key)
    return [UsedBy(use.words, page_of(papers.slug, use.place, in_playbook=use.in_playbook)) for use in uses]


def carry_out(data: Data, removal: Removal) -> None:
    """This function will take out what a removal names."""
    (remove_action if removal.part == "actions" else remove_rule)(data, removal.key)
