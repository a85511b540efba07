"""One difference as people read it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from assessment.bank.editing.differences import Difference
from recommendations.studio.history.effects import Effect
from recommendations.studio.history.marks import Mark, marked
from recommendations.studio.history.part_words import capitalised


@dataclass(frozen=True)
class Line:
    """`subject` was changed in `what`, from `old` to `new`; `back` are the differences that take it back.

    `in_playbook` tells the two documents apart, `top` is the list of the document in which the part stands.
    """

    subject: str
    what: str
    place: str
    effect: Effect
    back: tuple[Difference, ...]
    old: str = ""
    new: str = ""
    note: str = ""
    in_playbook: bool = False
    is_text: bool = False
    is_condition: bool = False
    is_event: bool = False
    language: str = ""

    @property
    def top(self) -> str:
        return self.place.split(".")[0]

    @property
    def is_major(self) -> bool:
        return self.effect is not Effect.WORDS

    @cached_property
    def id(self) -> str:
        """Tells the line from all others: the same difference always has the same."""
        data = json.dumps([self.in_playbook, [each.as_json() for each in self.back]], sort_keys=True)
        return hashlib.sha256(data.encode()).hexdigest()[:20]

    @cached_property
    def marks(self) -> list[Mark]:
        """Texts word by word; nothing for other values."""
        return marked(self.old, self.new) if self.is_text and self.old and self.new else []

    @cached_property
    def sentence(self) -> str:
        """This function will return the whole line as one sentence without full stop."""
        old, new = self.old or _("nothing"), self.new or _("nothing")
        slots = {"subject": self.subject, "what": self.what, "old": old, "new": new, "note": self.note}
        if self.is_event:
            return _("%(subject)s %(what)s") % slots
        if self.is_condition and self.old and self.new:
            said = _("%(subject)s: %(what)s: now “%(new)s” instead of “%(old)s”") % slots
        else:
            said = _("%(subject)s: %(what)s: %(old)s → %(new)s") % slots
        return f"{said} {self.note}" if self.note else said

    @property
    def title(self) -> str:
        """What was changed, without the values."""
        if self.is_event:
            return _("%(subject)s %(what)s") % {"subject": self.subject, "what": self.what}
        return _("%(subject)s: %(what)s") % {"subject": self.subject, "what": capitalised(self.what)}
