"""Playbooks as working copies: edited, undone and remembered as banks are."""

from assessment.bank.editing.crafts import Craft
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.loadable import refuse_unloadable
from recommendations.playbook.models import Playbook, PlaybookChange
from recommendations.playbook.working_copy import replace_working_copy
from recommendations.rules.document import PlaybookDocument

PLAYBOOK: Craft[Playbook, PlaybookDocument] = Craft(
    "playbook", PlaybookDocument, compile_playbook, replace_working_copy, refuse_unloadable, PlaybookChange
)
