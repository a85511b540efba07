"""Banks and playbooks side by side: where the working copies, the releases and the structure of each come from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import Bank
from assessment.bank.releases import document_of
from assessment.bank.structure import structure_hash as bank_structure
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from recommendations.playbook.releases import playbook_of
from recommendations.playbook.structure import structure_hash as playbook_structure


@dataclass(frozen=True)
class Sort:
    """`released` returns the document of a release, `structure` the hash of what a document decides."""

    craft: Craft[Any, Any]
    model: type[Any]
    released: Callable[[UUID], Any]
    structure: Callable[[Any], str]


SORTS: Mapping[str, Sort] = {
    BANK.word: Sort(BANK, Bank, document_of, bank_structure),
    PLAYBOOK.word: Sort(PLAYBOOK, Playbook, playbook_of, playbook_structure),
}
