"""Deleting an enterprise with all that this room knows of it."""

from assessment.accounts.models import Client, Enterprise, Grant, HandOver, Invitation


def family_of(enterprise: Enterprise) -> list[int]:
    """This function will return the keys of an enterprise and of all that were merged into it, itself first."""
    family, found = [enterprise.pk], [enterprise.pk]
    while found:
        found = list(Enterprise.objects.filter(merged_into__in=found).order_by("pk").values_list("pk", flat=True))
        family += found
    return family


def forget_enterprises(family: list[int]) -> None:
    """This function will delete enterprises, given as by `family_of`, with clients, access, invitations and offers.

    What the rooms above keep of them must be gone before. In the caller's transaction.
    """
    for model in (Client, Grant, Invitation, HandOver):
        model._default_manager.filter(enterprise__in=family).delete()
    for pk in reversed(family):
        Enterprise.objects.filter(pk=pk).delete()
