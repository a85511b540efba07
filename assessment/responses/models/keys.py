"""Keys that open an assessment to people without an account."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.responses.models.assessments import Assessment, Purpose


class RespondentTokenQuerySet(models.QuerySet["RespondentToken"]):
    def usable(self) -> "RespondentTokenQuerySet":
        return self.filter(revoked_at__isnull=True, expires_at__gt=Now())


class RespondentToken(models.Model):
    """A key to one assessment for a person without an account. Only its SHA-256 is kept."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="tokens")
    hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=6, choices=Purpose.choices)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    objects = RespondentTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("respondent’s key")
        verbose_name_plural = _("respondents’ keys")
        ordering = ["assessment", "purpose", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(purpose__in=Purpose.values), name="token_purpose_is_known"),
            models.CheckConstraint(condition=~models.Q(hash=""), name="token_has_a_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
