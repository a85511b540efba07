"""The parts of a bank and its playbook under which findings are listed."""

from django.utils.translation import pgettext_lazy as _

BANK_PARTS = {
    "head": _("part", "The bank as a whole"),
    "sections": _("part", "Questions"),
    "nodes": _("part", "Score tree"),
    "levels": _("part", "Levels"),
    "consistency": _("part", "Consistency checks"),
    "reference_lines": _("part", "Reference figures"),
    "frameworks": _("part", "Frameworks"),
    "readings": _("part", "Readings"),
    "examples": _("part", "Worked examples"),
}
PLAYBOOK_PARTS = {
    "playbook": _("part", "The playbook as a whole"),
    "actions": _("part", "Actions"),
    "rules": _("part", "Rules"),
}
ALIKE = {"tree": "nodes", "ladders": "levels"}


def part_of(place: str, *, in_playbook: bool) -> str:
    """This function will return the key of the part in which `place` stands."""
    first = place.partition(".")[0]
    if in_playbook:
        return first if first in ("actions", "rules") else "playbook"
    part = ALIKE.get(first, first)
    return part if part in BANK_PARTS else "head"


def parts_in_order() -> list[tuple[str, str]]:
    """This function will return the key and the title of every part, in reading order."""
    return [(key, str(title)) for key, title in (BANK_PARTS | PLAYBOOK_PARTS).items()]
