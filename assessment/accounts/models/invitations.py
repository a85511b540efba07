"""Invitations: into a workspace, or to an enterprise. Bound to the address they went to."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models.enterprises import Enterprise, GrantLevel
from assessment.accounts.models.people import User
from assessment.accounts.models.workspaces import Workspace, WorkspaceRole


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self) -> "InvitationQuerySet":
        return self.filter(accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=Now())


class Invitation(models.Model):
    """Only whoever has proven the address `email` can accept it, once. The token in the letter is kept as SHA-256.

    With `workspace` it gives `role` there, with `enterprise` it gives `level` on it, until `grant_expires_at` if set.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    role = models.CharField(_("role"), max_length=10, choices=WorkspaceRole, blank=True)
    enterprise = models.ForeignKey(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    level = models.CharField(_("level"), max_length=4, choices=GrantLevel, blank=True)
    grant_expires_at = models.DateTimeField(_("access until"), null=True, blank=True)
    email = models.EmailField(_("e-mail address"))
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, verbose_name=_("invited by"), on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(_("invited"), auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, verbose_name=_("accepted by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-invited_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(workspace__isnull=False, enterprise__isnull=True, role__in=WorkspaceRole.values, level="")
                | Q(workspace__isnull=True, enterprise__isnull=False, role="", level__in=GrantLevel.values),
                name="invitation_is_to_a_workspace_or_an_enterprise",
            ),
            models.CheckConstraint(condition=~Q(token_hash="") & ~Q(email=""), name="invitation_has_token_and_address"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
