"""From the rows of a working copy back to the document. What `replace_working_copy` took apart comes together again."""

from typing import Any

from recommendations.playbook.models import Action, Playbook, Rule
from recommendations.rules.document import PlaybookDocument

ACTION = [
    *("key", "title", "why", "steps", "requires", "follows", "excludes", "raises"),
    *("suits", "categories", "measures", "source"),
]
RULE = ["key", "when", "priority", "because", "sources"]


def compile_playbook(playbook: Playbook) -> PlaybookDocument:
    """This function will return the working copy of `playbook` as a document, in two queries whatever its size."""
    actions = playbook.actions.order_by("position", "key")
    rules = playbook.rules.select_related("recommends").order_by("position", "key")
    return PlaybookDocument.model_validate(
        {
            **playbook.extras,
            "slug": playbook.slug,
            "bank": playbook.bank_slug,
            "title": playbook.title,
            "actions": [_action(action) for action in actions],
            "rules": [_rule(rule) for rule in rules],
        }
    )


def _action(action: Action) -> dict[str, Any]:
    return {
        **{name: getattr(action, name) for name in ACTION},
        "node": action.node_key,
        "effort": action.effort_key,
        "cost_band": action.cost_band_key,
        "weeks": {"minimum": action.weeks_from, "maximum": action.weeks_to},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {**{name: getattr(rule, name) for name in RULE}, "recommends": rule.recommends.key}
