"""The actions of a playbook in groups, one for each barrier, with their rules; filtered as somebody asks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assessment.bank.editing.flat import Data
from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from recommendations.rules.document import Action
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.rule_rows import RuleRow, rule_rows


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`barrier` is the key of the group, "" for the whole and for what the bank does not have."""

    key: str
    title: str
    barrier: str
    node: str
    effort: str
    cost: str
    weeks: tuple[int, int]
    rules: list[RuleRow]
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    key: str
    title: str
    actions: list[ActionRow]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; "" and False leave it open."""

    words: str = ""
    barrier: str = ""
    question: str = ""
    unruled: bool = False

    @property
    def is_open(self) -> bool:
        return not (self.words or self.barrier or self.question or self.unruled)


def barrier_of(bank: BankDocument) -> dict[str, str]:
    """This function will return the barrier to which each node belongs: the child of the whole above it, or itself."""
    found = {bank.tree.key: ""}
    for child in bank.tree.children:
        found |= {node.key: child.key for _place, node in walk.nodes_below(child)}
    return found


def action_groups(papers: Papers, wanted: Wanted) -> list[Group]:
    """This function will return the actions that are wanted, by barrier in the order of the bank, without empty groups."""
    rows = [_narrowed(row, wanted) for row in _rows(papers) if _is_wanted(row, wanted)]
    titles = {child.key: say(child.title) for child in papers.bank.tree.children} | {"": say(papers.bank.tree.title)}
    groups = [Group(key, title, [row for row in rows if row.barrier == key]) for key, title in titles.items()]
    return [group for group in groups if group.actions]


def _rows(papers: Papers) -> Iterator[ActionRow]:
    if papers.playbook is None:
        return
    by_action: dict[str, list[RuleRow]] = {}
    for rule in rule_rows(papers.playbook.rules, papers):
        by_action.setdefault(rule.recommends, []).append(rule)
    barriers = barrier_of(papers.bank)
    efforts, costs = _titles(papers, "efforts"), _titles(papers, "cost_bands")
    for action in papers.playbook.actions:
        rules = by_action.get(action.key, [])
        node = papers.nodes.get(action.node)
        yield ActionRow(
            key=action.key,
            title=say(action.title) or action.key,
            barrier=barriers.get(action.node, ""),
            node=action.node if node is None else say(node.title),
            effort=efforts.get(action.effort, action.effort),
            cost=costs.get(action.cost_band, action.cost_band),
            weeks=(action.weeks.minimum, action.weeks.maximum),
            rules=rules,
            words=_words(action, rules),
        )


def _titles(papers: Papers, part: str) -> Mapping[str, str]:
    return {item["key"]: say(item.get("title")) or item["key"] for item in papers.items(part)}


def _words(action: Action, rules: list[RuleRow]) -> str:
    """Everything that a search looks through: all languages of the action, and its rules as they are shown."""
    steps = [text for step in action.steps for text in step.values()]
    texts = [action.key, *action.title.values(), *action.why.values(), *steps]
    texts += [text for rule in rules for text in (rule.key, rule.sentence, rule.because)]
    return "\n".join(texts).casefold()


def _is_wanted(row: ActionRow, wanted: Wanted) -> bool:
    return (
        all(word in row.words for word in wanted.words.casefold().split())
        and wanted.barrier in ("", row.barrier)
        and (not wanted.question or any(wanted.question in rule.questions for rule in row.rules))
        and not (wanted.unruled and row.rules)
    )


def _narrowed(row: ActionRow, wanted: Wanted) -> ActionRow:
    """Whoever asks for the rules of a question wants to see those only."""
    if not wanted.question:
        return row
    return replace(row, rules=[rule for rule in row.rules if wanted.question in rule.questions])


def group_of(bank: BankDocument, action: Data) -> str:
    """This function will return the key of the group in which an action stands."""
    return barrier_of(bank).get(action["node"], "")
