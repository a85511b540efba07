"""Changing how a workspace's reports look. Reports that were handed out stay as they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.audit.actions import record_event
from recommendations.report.brand.logos import Logo
from recommendations.report.models import Brand


class Event(StrEnum):
    BRAND_CHANGED = "brand.changed"


class Overtaken(Exception):
    """Somebody else changed the brand since it was opened. Nothing was stored."""


@dataclass(frozen=True, slots=True)
class Look:
    """`logo` is None for none; texts are by language."""

    logo: Logo | None
    colour: str
    cover_text: Mapping[str, str]
    footer: Mapping[str, str]


@transaction.atomic
def change_brand(*, seat: Seat, look: Look, seen_version: int) -> Brand:
    """This function will store the look and return the brand; raises Overtaken unless it is still at `seen_version`."""
    brand, _is_new = Brand.objects.get_or_create(workspace=seat.workspace)
    values = {
        "logo": look.logo.png if look.logo else b"",
        "logo_width": look.logo.width if look.logo else 0,
        "logo_height": look.logo.height if look.logo else 0,
        "colour": look.colour,
        "cover_text": dict(look.cover_text),
        "footer": dict(look.footer),
        "version": seen_version + 1,
        "changed_at": timezone.now(),
    }
    changed = [name for name in ("logo", "colour", "cover_text", "footer") if _stored(brand, name) != values[name]]
    if not Brand.objects.filter(pk=brand.pk, version=seen_version).update(**values):
        raise Overtaken
    record_event(
        event=Event.BRAND_CHANGED,
        object_type="workspace",
        object_id=seat.workspace.slug,
        actor=seat.person,
        details={"changed": changed, "version": seen_version + 1},
    )
    brand.refresh_from_db()
    return brand


def _stored(brand: Brand, name: str) -> object:
    value = getattr(brand, name)
    return bytes(value) if name == "logo" else value
