"""The content that Fourfold ships with, and which of it a database has taken in.

Editors change the working copies later on, so a shipped file is loaded once, and again only when it has changed itself.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from assessment.audit.actions import record_event
from assessment.audit.models import AuditEvent

BANK = "four-barriers"
OBJECT_TYPE = "config.shipped_file"


class Event(StrEnum):
    LOADED = "config.shipped_file_loaded"


@dataclass(frozen=True, slots=True)
class ShippedFile:
    """`command` loads the file by its step `load`; `releases` names what is released afterwards, where that is done."""

    command: str
    path: str
    releases: str = ""


CONTENT = (
    ShippedFile("bank", "assessment/bank/content/four_barriers.yaml", releases=BANK),
    ShippedFile("playbook", "recommendations/playbook/content/four_barriers.yaml", releases=BANK),
    ShippedFile("catalogue", "recommendations/catalogue/content/catalogue.yaml"),
    ShippedFile("catalogue", "recommendations/catalogue/content/schemes.yaml"),
)
# Questionnaires of others, each on its own: no playbook goes with them, and BANK stays the one that is offered first.
FRAMEWORKS = (
    ShippedFile("bank", "assessment/bank/content/frameworks/eurostat-dii.yaml", releases="eurostat-dii"),
    ShippedFile("bank", "assessment/bank/content/frameworks/impuls-index.yaml", releases="impuls-index"),
    ShippedFile("bank", "assessment/bank/content/frameworks/process-capability.yaml", releases="process-capability"),
)
SAMPLES = (ShippedFile("catalogue", "recommendations/catalogue/content/samples.yaml"),)


def is_loaded(file: ShippedFile, base_dir: Path) -> bool:
    latest = AuditEvent.objects.filter(object_type=OBJECT_TYPE, object_id=file.path).order_by("-pk").first()
    return latest is not None and latest.details == {"sha256": _digest(file, base_dir)}


def record_loaded(file: ShippedFile, base_dir: Path) -> None:
    details = {"sha256": _digest(file, base_dir)}
    record_event(event=Event.LOADED, object_type=OBJECT_TYPE, object_id=file.path, details=details)


def _digest(file: ShippedFile, base_dir: Path) -> str:
    return sha256((base_dir / file.path).read_bytes()).hexdigest()
