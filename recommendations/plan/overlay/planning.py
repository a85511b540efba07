"""What consultants put into the plan from the advice desk: the engine's actions, and what they added themselves."""

from django.db import transaction

from recommendations.plan.models import PlanItem
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import Overlaid
from recommendations.plan.overlay.wording import words_of
from recommendations.plan.plan_forms import TEXT_LENGTH, TITLE_LENGTH
from recommendations.plan.planning import add_own_item, take_up_actions


@transaction.atomic
def take_up(*, desk: Desk, item: Overlaid, language: str) -> None:
    """This function will put an item of the overlay into the plan; once, however often it is asked. Raises PlanFull.

    Something added goes in with its title, and its reasons and steps as the note.
    """
    if not item.is_own:
        take_up_actions(assessment=desk.assessment, actions=[item.key], language=language)
        return
    words = words_of(item, None, language)
    title = words.title[:TITLE_LENGTH]
    own = PlanItem.objects.filter(plan__enterprise=desk.assessment.enterprise_id, action_key="")
    if own.filter(title={language: title}).exists():
        return
    note = "\n".join(part for part in (words.why, *words.steps) if part)[:TEXT_LENGTH]
    add_own_item(assessment=desk.assessment, title=title, language=language, note=note)
