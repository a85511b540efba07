"""A bank with its playbook, released, and what people do to them."""

from typing import Any

from assessment.accounts.models import User
from assessment.bank.models import Bank, Release
from assessment.responses.actions import start_assessment
from assessment.responses.models import Assessment
from assessment.scoring.scorecard import Scope
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft, playbook_draft
from recommendations.studio.release.hashes import hashes_of
from tests.playbook.samples import released_bank, written_playbook

SLUG = "sample"


def released() -> tuple[Bank, Playbook]:
    """This function will return the sample bank and its playbook, both at 1.0."""
    bank = released_bank().bank
    playbook = load_playbook(document=written_playbook())
    release_playbook(playbook=playbook)
    return bank, playbook


def workshop_of(person: User) -> Workshop:
    return Workshop(Bank.objects.get(slug=SLUG), Playbook.objects.filter(bank_slug=SLUG).first(), person, True, True)


def reword(person: User, title: str = "New words") -> None:
    """This function will change words of the bank only."""
    draft = bank_draft(workshop_of(person))
    draft.data["title"]["en"] = title
    draft.save(by=person)


def reweigh(person: User, weight: str = "2") -> None:
    """This function will change what the bank scores, in a way that no worked example minds."""
    draft = bank_draft(workshop_of(person))
    draft.data["sections"][1]["questions"][0]["required"] = not draft.data["sections"][1]["questions"][0].get(
        "required", False
    )
    draft.save(by=person)


def break_bank(person: User) -> None:
    """This function will leave an error in the bank."""
    draft = bank_draft(workshop_of(person))
    draft.data["title"].pop("en")
    draft.save(by=person)


def rename_action(person: User, title: str = "Begin now") -> None:
    """This function will change words of the playbook only."""
    draft = playbook_draft(workshop_of(person))
    draft.data["actions"][0]["title"]["en"] = title
    draft.save(by=person)


def seen(person: User, **more: Any) -> dict[str, Any]:
    """This function will return what the release form sends, for the working copies as they are now."""
    workshop = workshop_of(person)
    hashes = hashes_of(workshop.bank, workshop.playbook)
    return {"bank_hash": hashes.bank, "playbook_hash": hashes.playbook, "note": "Better"} | more


def versions() -> tuple[list[str], list[str]]:
    """This function will return the releases of the bank and of its playbook, oldest first."""
    return (
        [release.version for release in Release.objects.order_by("major", "minor")],
        [release.version for release in PlaybookRelease.objects.order_by("major", "minor")],
    )


def begun(release: Release, name: str = "Open Gears Ltd") -> Assessment:
    """This function will return an assessment that has just been opened."""
    return start_assessment(enterprise_name=name, release=release, scope=Scope.FULL, language="en").assessment
