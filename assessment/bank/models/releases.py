"""Immutable, numbered, hashed versions of a bank. The database refuses to change or delete them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.banks import Bank


class ReleaseQuerySet(models.QuerySet["Release"]):
    def of_bank(self, slug: str) -> "ReleaseQuerySet":
        return self.filter(bank__slug=slug)

    def newest_first(self) -> "ReleaseQuerySet":
        return self.order_by("-major", "-minor")


class AnyRelease(models.Model):
    """`document` is the canonical JSON text of the document; both hashes are SHA-256 in hexadecimal.

    The id is random because processes remember documents by it: a number that is given twice, after a rollback or a
    restored backup, would bring the wrong document.
    """

    id = models.UUIDField(_("id"), primary_key=True, default=uuid.uuid4, editable=False)
    major = models.PositiveIntegerField(_("major"))
    minor = models.PositiveIntegerField(_("minor"))
    document = models.TextField(_("document"))
    content_hash = models.CharField(_("content hash"), max_length=64)
    structure_hash = models.CharField(_("structure hash"), max_length=64)
    note = models.TextField(_("note"), blank=True)
    released_at = models.DateTimeField(_("released"), auto_now_add=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("released by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def version(self) -> str:
        return f"{self.major}.{self.minor}"


class Release(AnyRelease):
    bank = models.ForeignKey(Bank, verbose_name=_("bank"), on_delete=models.PROTECT, related_name="releases")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("bank release")
        verbose_name_plural = _("bank releases")
        ordering = ["bank", "-major", "-minor"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "major", "minor"], name="release_number_is_unique_in_its_bank"),
            models.CheckConstraint(condition=models.Q(major__gte=1), name="release_major_starts_at_1"),
            models.CheckConstraint(condition=~models.Q(document=""), name="release_holds_a_document"),
            models.CheckConstraint(
                condition=~models.Q(content_hash="") & ~models.Q(structure_hash=""), name="release_is_hashed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"
