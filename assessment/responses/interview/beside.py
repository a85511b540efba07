"""What stands beside one question of an interview, filled in for one assessment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.responses.access import Casework
from assessment.responses.bank_words import marked_answer
from assessment.responses.interview.frame import Asked
from assessment.responses.interview.places import address
from assessment.responses.interview.queries import Kept
from assessment.responses.interview.sides import Sides
from assessment.responses.interview.words import reason_missing
from assessment.responses.models import EvidenceFile
from assessment.responses.question_html import DISABLED, HIDDEN, OPEN

EMPTY = mark_safe("")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a refused form said beside the questions: reasons and notes by question, and a sentence where one is wrong."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


NOTHING_TYPED = Typed()


@dataclass(frozen=True, eq=False, slots=True)
class Beside:
    """Everything that is filled in beside the questions of one assessment; a locked one can only be read."""

    work: Casework
    sides: Sides
    kept: Kept
    typed: Typed
    locale: str
    locked: bool

    def fill(self, asked: Asked) -> SafeString:
        """This function will return what stands beside one question."""
        key = asked.key
        files, note = self.kept.files.get(key, []), self.kept.notes.get(key, "")
        reason, lacks = self.typed.reasons.get(key, self.sides.reasons.get(key, "")), self.sides.lacks_reason(key)
        problem = self.typed.problems.get(key, "")
        slots: dict[str, str] = {
            **self._own(asked),
            "reason": reason,
            "note": self.typed.notes.get(key, note),
            "before": note,
            "files": files_html(self.work, files, self.locked) if files else EMPTY,
            "open": OPEN if lacks or problem else EMPTY,
            "missing": reason_missing() if lacks else "",
            "problem": problem,
            "marks": marks(reason, files, note),
            "disabled": DISABLED if self.locked else EMPTY,
            "work_hidden": HIDDEN if self.locked else EMPTY,
        }
        return asked.beside.fill(slots)

    def _own(self, asked: Asked) -> dict[str, str]:
        own = self.sides.own.answers.get(asked.key)
        if own is None:
            return {"own_hidden": HIDDEN}
        is_same = self.sides.verified.answers.get(asked.key) == own
        return {
            "own": marked_answer(asked.html.question, own, self.locale),
            "own_note": _("From the round before, not confirmed") if asked.key in self.sides.own.carried else "",
            "same_hidden": HIDDEN if self.locked or is_same else EMPTY,
        }


def marks(reason: str, files: Sequence[EvidenceFile], note: str) -> str:
    """This function will return what is there beside a question, in a few words: '' where there is nothing."""
    said = [_("reason") if reason else "", _("private note") if note else ""]
    if files:
        said.insert(1, ngettext("%(count)d file", "%(count)d files", len(files)) % {"count": len(files)})
    return " · ".join(part for part in said if part)


def files_html(work: Casework, files: Sequence[EvidenceFile], locked: bool) -> SafeString:
    """This function will return the files of one question as a list."""
    rows = [
        {
            "file": file,
            "url": address(work, "evidence-show", file.public_id),
            "remove_url": address(work, "evidence-remove", file.public_id),
        }
        for file in files
    ]
    return render_to_string("responses/interview/files.html", {"rows": rows, "locked": locked})
