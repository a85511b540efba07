"""What was done in a change, in a word."""

from typing import Any

from django.utils.translation import pgettext_lazy

from assessment.bank.models import Change, ChangeKind

KINDS: dict[str, Any] = {
    ChangeKind.STARTED: pgettext_lazy("change", "begun"),
    ChangeKind.EDITED: pgettext_lazy("change", "edited"),
    ChangeKind.IMPORTED: pgettext_lazy("change", "taken from a file"),
    ChangeKind.RESTORED: pgettext_lazy("change", "taken from a release"),
    ChangeKind.CONFIRMED: pgettext_lazy("change", "translation confirmed"),
    ChangeKind.UNDONE: pgettext_lazy("change", "undone"),
    ChangeKind.REDONE: pgettext_lazy("change", "done again"),
}


def kind_words(change: Change) -> str:
    """This function will return the kind of a change in words."""
    return str(KINDS[change.kind])
