"""What becomes of an account when its address is proven for the first time.

Anybody can sign up with an address of somebody else and wait. Once its owner comes, only what the same browser has
typed or shown on the way counts; whatever else could open the account is thrown away.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage, LoginStageController
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.internal.flows.sessions import end_other_sessions
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest

from assessment.accounts.models import User
from assessment.accounts.signing.events import Event
from assessment.audit.actions import record_event


def take_over(*, request: HttpRequest, email_address: EmailAddress, **kwargs: Any) -> None:
    """This function will leave a newly proven account to whoever has proven it, and to nobody else."""
    person: User = email_address.user
    before = EmailAddress.objects.filter(user_id=person.pk, verified=True).exclude(pk=email_address.pk)
    if not before.exists() and not _has_just_signed_up(request, person):
        discard_unproven(request=request, person=person, proven=email_address)


@transaction.atomic
def discard_unproven(*, request: HttpRequest, person: User, proven: EmailAddress) -> None:
    """This function will take away all that could open an account before its address was proven.

    What this browser has shown itself, such as the password with which it came here, stays.
    """
    shown = get_authentication_records(request, person)
    has_discarded = _discard_identities(person, shown)
    if person.has_usable_password() and not any(each["method"] == "password" for each in shown):
        person.set_unusable_password()
        person.save(update_fields=["password"])
        has_discarded = True
    EmailAddress.objects.filter(user_id=person.pk).exclude(pk=proven.pk).delete()
    end_other_sessions(request, person)
    if has_discarded:
        record_event(event=Event.UNPROVEN_DISCARDED, object_type="person", object_id=person.pk, actor=person)


def _discard_identities(person: User, shown: list[dict[str, Any]]) -> bool:
    kept = Q(pk=None)
    for each in shown:
        if each["method"] == "socialaccount":
            kept |= Q(provider=each["provider"], uid=each["uid"])
    linked, _by_model = SocialAccount.objects.filter(user_id=person.pk).exclude(kept).delete()
    steps, _by_model = Authenticator.objects.filter(user_id=person.pk).delete()
    return bool(linked or steps)


def _has_just_signed_up(request: HttpRequest, person: User) -> bool:
    """Whether this browser is at the last step of signing up: the code of the letter that was sent to it."""
    stage = LoginStageController.enter(request, EmailVerificationStage.key)
    if stage is None or not stage.login.signup or stage.login.user is None:
        return False
    return bool(stage.login.user.pk == person.pk)
