"""Clients: what one workspace keeps about an enterprise that it works for."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models.enterprises import Enterprise
from assessment.accounts.models.people import User
from assessment.accounts.models.workspaces import Workspace


class ClientQuerySet(models.QuerySet["Client"]):
    def kept(self) -> "ClientQuerySet":
        return self.filter(archived_at__isnull=True)


class Client(models.Model):
    """A workspace's own file on an enterprise. It opens nothing: that takes a grant in force.

    `known_name` is what the enterprise was called when its access ended, "" while that is its name still.
    `note` is for the workspace alone. `next_round_on` is when the enterprise should be asked again.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, related_name="clients"
    )
    enterprise = models.ForeignKey(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.CASCADE, related_name="clients"
    )
    known_name = models.CharField(_("name known so far"), max_length=200, blank=True)
    reference = models.CharField(_("own reference"), max_length=60, blank=True)
    contact_name = models.CharField(_("contact"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    consultant = models.ForeignKey(
        User, verbose_name=_("consultant"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    language = models.CharField(_("language"), max_length=16, default="en")
    note = models.TextField(_("note"), max_length=2000, blank=True)
    next_round_on = models.DateField(_("next round due"), null=True, blank=True)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)
    archived_at = models.DateTimeField(_("put away"), null=True, blank=True)

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        ordering = ["enterprise__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "enterprise"], name="enterprise_is_client_once"),
            models.UniqueConstraint(
                fields=["workspace", "reference"], condition=~Q(reference=""), name="reference_names_one_client"
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def shown_name(self) -> str:
        """The enterprise's name as far as the workspace may know it."""
        return self.known_name or self.enterprise.name
