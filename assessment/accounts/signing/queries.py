"""What the page "Your account" shows."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings

from assessment.accounts.models import User
from assessment.accounts.signing.second_factor import needs_second_factor


@dataclass(frozen=True, slots=True)
class Account:
    person: User
    has_app: bool
    passkeys: int
    emergency_codes: int
    needs_second_step: bool
    sessions: int
    linked: int
    service: str

    @property
    def has_second_step(self) -> bool:
        return self.has_app or self.passkeys > 0


def account_of(person: User) -> Account:
    """This function will return how a person signs in and where."""
    kinds = list(Authenticator.objects.filter(user=person).order_by("pk"))
    types = [each.type for each in kinds]
    left = [len(each.wrap().get_unused_codes()) for each in kinds if each.type == Authenticator.Type.RECOVERY_CODES]
    return Account(
        person=person,
        has_app=Authenticator.Type.TOTP in types,
        passkeys=types.count(Authenticator.Type.WEBAUTHN),
        emergency_codes=sum(left),
        needs_second_step=settings.SECOND_FACTOR == "required" and needs_second_factor(person),
        sessions=len(UserSession.objects.purge_and_list(person)),
        linked=SocialAccount.objects.filter(user=person).count(),
        service=settings.OIDC.name if settings.OIDC else "",
    )
