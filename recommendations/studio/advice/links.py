"""From questions to the rules that look at them, from rules to questions, and from actions to rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.texts import Text
from recommendations.rules.document import PlaybookDocument, Rule
from recommendations.rules.sources import Sources
from recommendations.studio.advice.papers import say


@dataclass(frozen=True, slots=True)
class RuleLink:
    """A rule that looks at a question: straight at its answer, or only at scores that the answer goes into.

    `through` are the titles of the nodes whose scores those are, in the order of the rule; () where it looks straight.
    """

    key: str
    action: str
    action_title: Text
    priority: int
    through: tuple[Text, ...] = ()

    @property
    def is_direct(self) -> bool:
        return not self.through

    @property
    def title(self) -> str:
        """The action that the rule recommends, in the reader's language."""
        return say(self.action_title) or self.action

    @property
    def via(self) -> list[str]:
        return [say(title) for title in self.through]


@dataclass(frozen=True, slots=True)
class QuestionLink:
    """A question behind a rule; `through` as in RuleLink."""

    question: Question
    through: tuple[Text, ...] = ()

    @property
    def is_direct(self) -> bool:
        return not self.through

    @property
    def title(self) -> str:
        return say(self.question.short or self.question.text)

    @property
    def via(self) -> list[str]:
        return [say(title) for title in self.through]


def rules_of_question(playbook: PlaybookDocument | None, bank: BankDocument, question_key: str) -> list[RuleLink]:
    """This function will return the rules that look at a question, those that look straight at it first.

    Both documents may have errors: a fact that the bank does not have leads nowhere. [] without a playbook.
    """
    if playbook is None:
        return []
    sources = Sources(bank)
    actions = {action.key: action.title for action in playbook.actions}
    found = []
    for rule in playbook.rules:
        ways = dict(_ways(rule.when, sources))
        if question_key in ways:
            through = tuple(title_of_node(bank, node) for node in ways[question_key])
            title = actions.get(rule.recommends, {})
            found.append(RuleLink(rule.key, rule.recommends, title, rule.priority, through))
    return sorted(found, key=lambda link: bool(link.through))


def questions_of_rule(rule: Rule, bank: BankDocument) -> list[QuestionLink]:
    """This function will return the questions that a rule looks at, straight ones first, else in the order of asking."""
    return questions_of_condition(rule.when, bank)


def questions_of_condition(condition: Condition, bank: BankDocument) -> list[QuestionLink]:
    """This function will return the questions that a condition looks at, straight ones first, else in asking order."""
    sources = Sources(bank)
    ways = dict(_ways(condition, sources))
    links = [
        QuestionLink(question, tuple(title_of_node(bank, node) for node in ways[key]))
        for key, question in sources.questions.items()
        if key in ways
    ]
    return sorted(links, key=lambda link: bool(link.through))


def rules_of_action(playbook: PlaybookDocument | None, action_key: str) -> list[Rule]:
    """This function will return the rules that recommend an action, in the order of the playbook."""
    return [] if playbook is None else [rule for rule in playbook.rules if rule.recommends == action_key]


def title_of_node(bank: BankDocument, node_key: str) -> Text:
    """This function will return the title of a node of the bank that is there."""
    waiting = [bank.tree]
    while waiting:
        node = waiting.pop()
        if node.key == node_key:
            return node.title
        waiting += node.children
    return {}


def _ways(condition: Condition, sources: Sources) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each question with the nodes through which the condition looks at it, () where it looks straight at it."""
    through: dict[str, dict[str, None]] = {}
    straight: set[str] = set()
    for test in comparisons_of(condition):
        node = sources.node_of(test.fact)
        for key in sources.behind(test.fact):
            through.setdefault(key, {})
            if node is None:
                straight.add(key)
            else:
                through[key][node] = None
    for key, nodes in through.items():
        yield key, () if key in straight else tuple(nodes)
