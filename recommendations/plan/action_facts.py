"""What the playbook says about doing an action, beside the form of its item."""

from dataclasses import dataclass

from assessment.scoring.texts import localise
from recommendations.plan.models import PlanItem
from recommendations.plan.rounds import Round


@dataclass(frozen=True, slots=True)
class ActionFacts:
    """`cost` is the title of a cost band, an estimate."""

    why: str
    steps: tuple[str, ...]
    cost: str


def action_facts(item: PlanItem, current: Round, locale: str) -> ActionFacts | None:
    """This function will return the facts of an item's action, None for an own item or one that is not advised now."""
    action = current.actions.get(item.action_key)
    if action is None or current.playbook is None:
        return None
    band = next(band for band in current.playbook.cost_bands if band.key == action.cost_band)
    steps = tuple(localise(step, locale) for step in action.steps)
    return ActionFacts(localise(action.why, locale), steps, localise(band.title, locale))
