"""The only door to what is edited, tried and released here. Whoever has no role for it finds nothing (404)."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import PlatformRole, User
from assessment.accounts.roles import require_role, roles_of
from assessment.bank.models import Bank
from recommendations.playbook.models import Playbook

READ = frozenset({PlatformRole.EDITOR, PlatformRole.PUBLISHER})
EDIT = frozenset({PlatformRole.EDITOR})
RELEASE = frozenset({PlatformRole.PUBLISHER})
CATALOGUE = frozenset({PlatformRole.CATALOGUE})
AUDIT = frozenset({PlatformRole.AUDITOR})
ADMINISTER = frozenset({PlatformRole.ADMINISTRATOR})
ANY = READ | CATALOGUE | AUDIT


@dataclass(frozen=True, slots=True)
class Workshop:
    """A bank with its playbook, None where it has none yet, and the person who works on them."""

    bank: Bank
    playbook: Playbook | None
    person: User
    may_edit: bool
    may_release: bool


def workshop_for(user: User | AnonymousUser, bank_slug: str, need: frozenset[PlatformRole]) -> Workshop:
    """This function will return the bank with its playbook if the person has a role out of `need`, else raise Http404.

    Three queries.
    """
    person = require_role(user, need)
    bank = Bank.objects.filter(slug=bank_slug).first()
    if bank is None:
        raise Http404
    roles = roles_of(person)
    playbook = Playbook.objects.filter(bank_slug=bank.slug).first()
    return Workshop(bank, playbook, person, not roles.isdisjoint(EDIT), not roles.isdisjoint(RELEASE))
