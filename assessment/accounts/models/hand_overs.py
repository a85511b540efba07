"""An enterprise on its way from one owner to the next."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models.enterprises import Enterprise
from assessment.accounts.models.people import User


class HandOverQuerySet(models.QuerySet["HandOver"]):
    def waiting(self) -> "HandOverQuerySet":
        """An offer ends with the ownership of who made it."""
        return self.filter(
            accepted_at__isnull=True,
            revoked_at__isnull=True,
            expires_at__gt=Now(),
            enterprise__owner=F("offered_by"),
        )


class HandOver(models.Model):
    """An offer to own an enterprise. Only whoever has proven the address `email` can accept it, once.

    The token in the letter is kept as SHA-256.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    enterprise = models.ForeignKey(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.CASCADE, related_name="hand_overs"
    )
    email = models.EmailField(_("e-mail address"))
    token_hash = models.CharField(max_length=64, unique=True)
    offered_by = models.ForeignKey(User, verbose_name=_("offered by"), on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(_("offered"), auto_now_add=True)
    expires_at = models.DateTimeField(_("until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = HandOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("handing over")
        verbose_name_plural = _("handings over")
        ordering = ["-offered_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(token_hash="") & ~Q(email=""), name="hand_over_has_token_and_address"),
            models.UniqueConstraint(
                fields=["enterprise"],
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="enterprise_is_offered_to_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
