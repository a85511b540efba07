"""What every page of the playbook reads: its working copy, the bank's beside it, and both in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.utils.translation import get_language

from assessment.bank.editing.flat import Data
from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Node, Question
from assessment.scoring.texts import Text, localise
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft


@dataclass(frozen=True)
class Papers:
    """`draft` is the playbook's working copy, None where the bank has no playbook yet; `blank` is what one begins with."""

    workshop: Workshop
    draft: Draft | None
    bank: BankDocument
    blank: Data = field(default_factory=dict, repr=False)

    @property
    def locales(self) -> list[str]:
        """The languages of the playbook are those of its bank."""
        return list(self.bank.locales)

    @property
    def slug(self) -> str:
        return self.workshop.bank.slug

    @cached_property
    def playbook(self) -> PlaybookDocument | None:
        return None if self.draft is None else self.draft.document

    @cached_property
    def nodes(self) -> dict[str, Node]:
        return {node.key: node for _, node in walk.nodes(self.bank)}

    @cached_property
    def questions(self) -> dict[str, Question]:
        return walk.questions_by_key(self.bank)

    @property
    def data(self) -> Data:
        return self.blank if self.draft is None else self.draft.data

    @property
    def base(self) -> int:
        return 0 if self.draft is None else self.draft.base

    def items(self, part: str) -> Sequence[Data]:
        """This function will return one list of the playbook as flat data, [] where there are none."""
        found: Sequence[Data] = self.data.get(part, [])
        return found

    def keys(self, part: str) -> list[str]:
        return [item["key"] for item in self.items(part)]

    def item(self, part: str, key: str) -> Data | None:
        return next((item for item in self.items(part) if item["key"] == key), None)


def papers_of(workshop: Workshop, base: int | None = None) -> Papers:
    """This function will return the working copies of playbook and bank, the playbook as it stood at `base` if given."""
    draft = None if workshop.playbook is None else playbook_draft(workshop, base)
    return Papers(workshop, draft, bank_draft(workshop).document)


def say(text: Text | Any) -> str:
    """This function will return a text in the reader's language, else in English, else in its first language."""
    return localise(text or {}, get_language() or "")
