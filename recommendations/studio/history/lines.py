"""One difference as people read it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from assessment.bank.editing.differences import Difference
from recommendations.studio.history.effects import LABELS, MINOR, Effect
from recommendations.studio.history.marks import Mark, marked
from recommendations.studio.history.part_words import capitalised


@dataclass(frozen=True)
class Line:
    """`subject` was changed in `what`, from `old` to `new`; `back` are the differences that take it back.

    An event, such as that a part was moved, has no values; `what` says it after the subject.
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
    def copy(self) -> str:
        return "playbook" if self.in_playbook else "bank"

    @property
    def is_major(self) -> bool:
        return self.effect not in MINOR

    @property
    def effect_label(self) -> str:
        return str(LABELS[self.effect])

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
            return self.reason
        if self.is_condition and self.old and self.new:
            said = _("%(subject)s: %(what)s: now “%(new)s” instead of “%(old)s”") % slots
        else:
            said = _("%(subject)s: %(what)s: %(old)s → %(new)s") % slots
        return f"{said} {self.note}" if self.note else said

    @property
    def change(self) -> str:
        """Both values, and what follows from them."""
        return f"{self.old or _('nothing')} → {self.new or _('nothing')} {self.note}".rstrip()

    @property
    def title(self) -> str:
        """What was changed, without the values."""
        if self.is_event:
            return _("%(subject)s %(what)s") % {"subject": self.subject, "what": self.what}
        return _("%(subject)s: %(what)s") % {"subject": self.subject, "what": capitalised(self.what)}

    @property
    def reason(self) -> str:
        """What was changed, and what that means where it does not say so itself."""
        return f"{self.title} {self.note}" if self.is_event and self.note else self.title
