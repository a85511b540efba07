"""Closing an enterprise to a workspace or to its former owner, and to every key that they may have kept.

A workspace can open a link that it made for its client, and would keep that browser's key. So keys to what a workspace
began end together with its access; an owner needs none of them, and a client without an account has nobody to end it.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from assessment.accounts.granting import withdraw_access
from assessment.accounts.handing_over import accept_offer
from assessment.accounts.models import Enterprise, Grant, HandOver, User
from assessment.responses.models import Assessment, RespondentToken
from assessment.responses.revoking import revoke_keys


@transaction.atomic
def close_to(*, grant: Grant, by: User) -> int:
    """This function will end an access with the next request, and return how many keys ended with it.

    Raises `GrantEnded`.
    """
    withdraw_access(grant=grant, by=by)
    if grant.workspace_id is None:
        return 0
    begun = Assessment.objects.filter(enterprise=grant.enterprise_id, workspace=grant.workspace_id)
    return revoke_keys(RespondentToken.objects.filter(assessment__in=begun), grant.enterprise, by)


@transaction.atomic
def take_over(*, offer: HandOver, person: User) -> Enterprise:
    """This function will make a person the owner and end every key: the former owner's browsers would keep theirs.

    Raises OfferEnded or OtherAddress.
    """
    enterprise = accept_offer(offer=offer, person=person)
    revoke_keys(RespondentToken.objects.filter(assessment__enterprise=enterprise), enterprise, person)
    return enterprise


@transaction.atomic
def end_keys_of_expired_access() -> int:
    """This function will end the keys to what workspaces began whose access has run out, and return how many.

    An enterprise that nobody owns keeps its keys: they are its only way in.
    """
    standing = Grant.objects.in_force().filter(
        enterprise=OuterRef("assessment__enterprise"), workspace=OuterRef("assessment__workspace")
    )
    keys = RespondentToken.objects.usable().filter(
        assessment__workspace__isnull=False, assessment__enterprise__owner__isnull=False
    )
    ended = keys.filter(~Exists(standing)).values("pk")
    return RespondentToken.objects.filter(pk__in=list(ended.values_list("pk", flat=True))).update(
        revoked_at=timezone.now()
    )
