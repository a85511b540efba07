"""Links that open one report to whoever has them."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User, Workspace
from recommendations.report.models.reports import Report


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def usable(self) -> "ShareLinkQuerySet":
        return self.filter(revoked_at__isnull=True, expires_at__gt=Now())


class ShareLink(models.Model):
    """Only the SHA-256 of its token is kept. `password` is hashed as people's are, or empty.

    `workspace` is None where the enterprise itself made the link; `made_by` where that was done without an account.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, verbose_name=_("report"), on_delete=models.CASCADE, related_name="share_links")
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(_("for whom"), max_length=150, blank=True)
    password = models.CharField(_("password"), max_length=128, blank=True)
    made_by = models.ForeignKey(
        User, verbose_name=_("made by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    view_count = models.PositiveIntegerField(_("views"), default=0)
    last_viewed_at = models.DateTimeField(_("last viewed"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("share link")
        verbose_name_plural = _("share links")
        ordering = ["-made_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(token_hash=""), name="share_link_has_a_token")]

    def __str__(self) -> str:
        return str(self.public_id)
