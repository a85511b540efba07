"""The parts of a bank and its playbook under which findings are listed."""

from django.utils.translation import pgettext_lazy

BANK_PARTS = {
    "head": pgettext_lazy("part", "The bank as a whole"),
    "sections": pgettext_lazy("part", "Questions"),
    "nodes": pgettext_lazy("part", "Score tree"),
    "levels": pgettext_lazy("part", "Levels"),
    "consistency": pgettext_lazy("part", "Consistency checks"),
    "reference_lines": pgettext_lazy("part", "Reference figures"),
    "frameworks": pgettext_lazy("part", "Frameworks"),
    "readings": pgettext_lazy("part", "Readings"),
    "examples": pgettext_lazy("part", "Worked examples"),
}
PLAYBOOK_PARTS = {
    "playbook": pgettext_lazy("part", "The playbook as a whole"),
    "actions": pgettext_lazy("part", "Actions"),
    "rules": pgettext_lazy("part", "Rules"),
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
