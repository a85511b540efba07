import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.responses.models import Assessment
from recommendations.catalogue.models.offerings import Offering


class Reply(models.TextChoices):
    ACCEPTED = "accepted", _("will get in touch")
    DECLINED = "declined", _("cannot help")


class ContactRequestQuerySet(models.QuerySet["ContactRequest"]):
    def readable(self) -> "ContactRequestQuerySet":
        """Neither withdrawn nor expired, by the database's clock."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=Now())


class ContactRequest(models.Model):
    """An enterprise asks a provider to get in touch, with consent. `shared` is exactly what the provider may read.

    The provider's link is kept as a SHA-256 only. Withdrawing empties what was shared and the person's details.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="contact_requests"
    )
    offering = models.ForeignKey(
        Offering, verbose_name=_("offering"), on_delete=models.PROTECT, related_name="contact_requests"
    )
    action_key = models.CharField(_("action"), max_length=60, blank=True)
    region = models.CharField(_("region"), max_length=60, blank=True)
    person = models.CharField(_("contact person"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    message = models.TextField(_("message"), max_length=2000, blank=True)
    shared = models.JSONField(_("what is shared"), default=dict)
    language = models.CharField(_("language"), max_length=16)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("asked"), auto_now_add=True)
    expires_at = models.DateTimeField(_("expires"))
    opened_at = models.DateTimeField(_("first read"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    reply = models.CharField(_("answer"), max_length=8, choices=Reply, blank=True)
    reply_note = models.TextField(_("note"), max_length=2000, blank=True)
    revoked_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    told_count = models.PositiveSmallIntegerField(_("letters about answers"), default=0, editable=False)

    objects = ContactRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact request")
        verbose_name_plural = _("contact requests")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "offering"],
                condition=Q(revoked_at__isnull=True),
                name="contact_is_asked_once_of_an_offering",
            ),
            models.CheckConstraint(condition=~Q(token_hash=""), name="contact_request_has_a_hash"),
            models.CheckConstraint(condition=Q(reply__in=["", *Reply.values]), name="contact_reply_is_known"),
            models.CheckConstraint(
                condition=Q(reply="", answered_at__isnull=True) | (~Q(reply="") & Q(answered_at__isnull=False)),
                name="contact_reply_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | Q(person="", email="", phone="", message="", shared={}),
                name="withdrawn_request_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
