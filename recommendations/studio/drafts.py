"""A bank or a playbook as the person who edits it saw it, and how what they made of it is kept."""

import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import Http404

from assessment.accounts.models import User
from assessment.bank.editing.actions import change_copy
from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.editing.flat import Data
from assessment.bank.editing.history import changes_since, rewound
from assessment.bank.models import Change, ChangeKind, WorkingCopy
from recommendations.playbook.craft import PLAYBOOK
from recommendations.studio.access import Workshop


class OutOfDate(Exception):
    """A form came from no revision that there is: it carried none, or one that is still to come. Nothing was changed."""


@dataclass(frozen=True)
class Draft:
    """`data` are flat data as they stood at revision `base`; they are the caller's own and may be changed."""

    craft: Craft[Any, Any]
    copy: WorkingCopy
    base: int
    data: Data = field(repr=False)

    @cached_property
    def document(self) -> Any:
        """The document that `data` made when it was first asked for."""
        return self.craft.document(copy.deepcopy(self.data), self.copy.slug)

    @property
    def locales(self) -> list[str]:
        return list(self.data["locales"])

    def save(self, by: User, kind: ChangeKind = ChangeKind.EDITED) -> Change | None:
        """This function will keep `data` as they stand now; see `change_copy` for what it returns and raises."""
        return change_copy(craft=self.craft, copy=self.copy, base=self.base, data=self.data, by=by, kind=kind)


def bank_draft(workshop: Workshop, base: int | None = None) -> Draft:
    """This function will return the working copy of the bank, as it stood at revision `base` or as it is now.

    Raises OutOfDate for a revision that there is not yet, as after a database was restored.
    """
    return _draft(BANK, workshop.bank, base)


def playbook_draft(workshop: Workshop, base: int | None = None) -> Draft:
    """This function will return the working copy of the playbook likewise. Raises Http404 where the bank has none too."""
    if workshop.playbook is None:
        raise Http404
    return _draft(PLAYBOOK, workshop.playbook, base)


def _draft(craft: Craft[Any, Any], row: WorkingCopy, base: int | None) -> Draft:
    data = craft.data(row)
    if base is not None and base > row.revision:
        raise OutOfDate
    if base is None or base == row.revision:
        return Draft(craft, row, row.revision, data)
    return Draft(craft, row, base, rewound(data, changes_since(craft, row, base)))
