"""What editors do with a file on trial: take what they picked of it, all in one or nothing."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db import transaction

from assessment.accounts.models import User
from assessment.bank.models import ChangeKind
from recommendations.playbook.actions import load_playbook
from recommendations.studio.drafts import Draft
from recommendations.studio.files.categories import take_categories
from recommendations.studio.files.picking import NEW_PLAYBOOK, picked, result_of
from recommendations.studio.files.trial import Trial


class NothingPicked(Exception):
    """Nothing was ticked, or nothing that is still there to be taken."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How much was taken, and how much of the file is left."""

    count: int
    left: int


@transaction.atomic
def take_picks(*, trial: Trial, bank_slug: str, ticks: Collection[str], with_categories: bool, by: User) -> Taken:
    """This function will put the ticked differences of a file into the working copies.

    What others changed since the trial's revisions stays. Raises NothingPicked, PicksDoNotFit, DocumentError where
    categories or a new playbook cannot be stored, and Overtaken where others changed the same; then nothing changed.
    """
    count = 0
    for side in trial.sides:
        wanted = picked(side, ticks)
        if wanted:
            draft: Draft = replace(side.draft, data=result_of(side, ticks))
            draft.save(by=by, kind=ChangeKind.IMPORTED)
            count += len([bundle for bundle in side.bundles if bundle[-1] in wanted])
    if trial.new_playbook is not None and NEW_PLAYBOOK in ticks:
        load_playbook(document=trial.new_playbook, by=by)
        count += 1
    if with_categories:
        changes = [change for change in trial.categories if change.tick in ticks]
        count += take_categories(changes=changes, bank_slug=bank_slug, by=by)
    if not count:
        raise NothingPicked
    return Taken(count, trial.count - count)
