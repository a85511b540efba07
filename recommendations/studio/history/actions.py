"""Taking back what was not released: one change, or all of them."""

import copy
from collections.abc import Mapping, Sequence

from django.db import transaction

from assessment.accounts.models import User
from assessment.bank.models import Change, ChangeKind
from recommendations.studio.drafts import Draft
from recommendations.studio.history.lines import Line
from recommendations.studio.history.resting import data_without
from recommendations.studio.history.versions import Version


def take_back(*, draft: Draft, lines: Sequence[Line], by: User) -> Change | None:
    """This function will take changes back, all in one; the rest stays.

    Raises Overtaken and DocumentError as `Draft.save`; then all of them stay.
    """
    back = data_without(draft.data, lines)
    draft.data.clear()
    draft.data.update(back)
    return draft.save(by=by, kind=ChangeKind.RESTORED)


@transaction.atomic
def restore(*, drafts: Mapping[str, Draft], releases: Mapping[str, Version], by: User) -> list[Change]:
    """This function will make the working copies say what their releases say, and return the changes that it took.

    What others change meanwhile in other places stays. Raises Overtaken; then nothing was restored.
    """
    made = []
    for word, draft in drafts.items():
        release = releases.get(word)
        if release is None:
            continue
        data = copy.deepcopy(draft.craft.flat(release.document()))
        draft.data.clear()
        draft.data.update(data)
        change = draft.save(by=by, kind=ChangeKind.RESTORED)
        made += [] if change is None else [change]
    return made
