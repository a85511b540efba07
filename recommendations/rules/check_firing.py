"""Rules that never fire, and rules that always do: advice that nobody gets, and advice that says nothing."""

from collections.abc import Iterator

from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import Compiled, Verdict, compile_condition
from assessment.scoring.facts import Lookup
from assessment.scoring.findings import Finding, warning
from assessment.scoring.samples import SETS, answer_sets
from assessment.scoring.watch import watch
from recommendations.rules.document import PlaybookDocument, Rule


def check_firing(playbook: PlaybookDocument, bank: BankDocument, count: int = SETS) -> Iterator[Finding]:
    """This function will yield a warning for every rule that fired for none, or for all, of `count` generated sets of
    answers.

    Both documents must be free of errors. A rule fires where its condition holds and its action suits or may suit.
    """
    suits = {action.key: action.suits for action in playbook.actions}
    fires = {rule.key: firing(rule, suits[rule.recommends]) for rule in playbook.rules}
    asked = [*(rule.when for rule in playbook.rules), *(each for each in suits.values() if each is not None)]
    seen = watch(bank, fires, answer_sets(bank, count, asked))
    for rule in playbook.rules:
        place = f"rules.{rule.key}.when"
        if rule.key in seen.never_held:
            message = f"the rule is dead: it fired for none of {count:,} generated sets of answers"
            yield warning(place, message, "loosen its condition, or what its action suits, or remove the rule")
        elif rule.key in seen.never_failed:
            message = f"the rule is always on: of {count:,} generated sets of answers it spared none that it could tell"
            yield warning(place, message, "tighten its condition: advice for everybody is no advice")


def firing(rule: Rule, suits: Condition | None) -> Compiled:
    """This function will return when `rule` fires, as a function of the facts; `suits` is what its action asks."""
    holds = compile_condition(rule.when)
    if suits is None:
        return holds
    may_suit = compile_condition(suits)

    def fires(lookup: Lookup) -> Verdict:
        verdict = holds(lookup)
        return False if verdict and may_suit(lookup) is False else verdict

    return fires
