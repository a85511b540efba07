"""What is frozen with an action when it is taken up: what it promised then."""

from typing import Any

from recommendations.plan.rounds import Round
from recommendations.rules.document import Action
from recommendations.rules.effects import ZERO


def promise_of(current: Round, action: Action) -> dict[str, Any]:
    """This function will return what `action` promises in a round, as `PlanItem.promised` keeps it."""
    changes = current.changes([action])
    effects = current.gains(changes)
    return {
        "effect": str(effects.get(current.scorecard.root, ZERO)),
        "effects": {key: str(gain) for key, gain in effects.items()},
        "changes": [change.question for change in changes],
    }
