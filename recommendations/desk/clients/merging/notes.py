"""The note of a merged client: both notes, and what of the other differs from what is kept."""

from collections.abc import Iterator

from django.db.models import Model
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from assessment.accounts.models import Client, User
from recommendations.plan.models import Plan

GAPS = ("reference", "contact_name", "contact_email", "contact_phone", "consultant", "next_round_on")
OF_PLANS = ("budget", "days_per_quarter", "begins_on", "reminder_email")
LONGEST = 2000


def merged_note(keep: Client, other: Client) -> str:
    """This function will return what the note of `keep` is once `other` is part of it. It may be longer than LONGEST."""
    notes = dict.fromkeys(note for note in (keep.note, other.note) if note)
    return "\n\n".join([*notes, *_differing(keep, other)])


def _differing(keep: Client, other: Client) -> list[str]:
    """Nothing, or one block with a line for each value that the kept client has no place for."""
    name = other.enterprise.name
    lines = [*_lines(keep, other, GAPS), *_lines(_plan_of(keep), _plan_of(other), OF_PLANS)]
    if not lines and name == keep.enterprise.name:
        return []
    head = _("%(day)s, merged with %(name)s") % {"day": timezone.localdate().isoformat(), "name": name}
    return ["\n".join([head + (":" if lines else "."), *lines])]


def _plan_of(client: Client) -> Plan | None:
    return Plan.objects.filter(enterprise=client.enterprise_id).first()


def _lines(kept: Model | None, lost: Model | None, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        ours, theirs = getattr(kept, name, None), getattr(lost, name, None)
        if kept is not None and ours not in (None, "") and theirs not in (None, "") and ours != theirs:
            yield f"{capfirst(kept._meta.get_field(name).verbose_name)}: {_written(theirs)}"  # type: ignore[union-attr]


def _written(value: object) -> str:
    return f"{value.get_full_name()} ({value.email})" if isinstance(value, User) else str(value)
