"""What a playbook decides, without a word of its texts."""

from assessment.bank.structure import structure_hash as hash_of_structure
from recommendations.rules.document import PlaybookDocument


def structure_hash(document: PlaybookDocument) -> str:
    """This function will return a SHA-256 that changes with anything but texts, in hexadecimal. Steps are texts."""
    actions = [action.model_copy(update={"steps": []}) for action in document.actions]
    return hash_of_structure(document.model_copy(update={"actions": actions}))
