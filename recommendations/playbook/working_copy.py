"""From a playbook document to the rows of a working copy."""

from pydantic import BaseModel

from assessment.bank.plain_data import plain_data
from recommendations.playbook.models import Action, Playbook, Rule
from recommendations.rules import document as parts
from recommendations.rules.document import PlaybookDocument

ROWS_OF_THE_DOCUMENT = {"slug", "bank", "title", "actions", "rules"}


def replace_working_copy(playbook: Playbook, document: PlaybookDocument) -> None:
    """This function will make the rows of `playbook` say what `document` says. The caller holds a transaction."""
    playbook.bank_slug = document.bank
    playbook.title = document.title
    playbook.extras = plain_data(document, exclude=ROWS_OF_THE_DOCUMENT)
    playbook.save()
    playbook.rules.all().delete()
    playbook.actions.all().delete()
    actions = Action.objects.bulk_create(
        _action(playbook, position, action) for position, action in enumerate(document.actions)
    )
    by_key = {action.key: action for action in actions}
    Rule.objects.bulk_create(
        _rule(playbook, position, rule, by_key[rule.recommends]) for position, rule in enumerate(document.rules)
    )


def _action(playbook: Playbook, position: int, action: parts.Action) -> Action:
    return Action(
        playbook=playbook,
        position=position,
        key=action.key,
        node_key=action.node,
        title=action.title,
        why=action.why,
        steps=action.steps,
        effort_key=action.effort,
        cost_band_key=action.cost_band,
        weeks_from=action.weeks.minimum,
        weeks_to=action.weeks.maximum,
        requires=action.requires,
        follows=action.follows,
        excludes=action.excludes,
        raises=[plain_data(lift) for lift in action.raises],
        suits=_condition(action.suits),
        categories=action.categories,
        measures=action.measures,
        source=action.source,
    )


def _rule(playbook: Playbook, position: int, rule: parts.Rule, recommends: Action) -> Rule:
    return Rule(
        playbook=playbook,
        position=position,
        key=rule.key,
        when=_condition(rule.when),
        recommends=recommends,
        priority=rule.priority,
        because=rule.because,
        sources=rule.sources,
    )


def _condition(condition: BaseModel | None) -> dict[str, object] | None:
    return None if condition is None else plain_data(condition)
