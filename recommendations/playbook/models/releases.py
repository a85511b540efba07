"""Immutable, numbered, hashed versions of a playbook. The database refuses to change or delete them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from recommendations.playbook.models.playbooks import Playbook


class PlaybookReleaseQuerySet(models.QuerySet["PlaybookRelease"]):
    def for_bank(self, slug: str) -> "PlaybookReleaseQuerySet":
        return self.filter(bank_slug=slug)

    def newest_first(self) -> "PlaybookReleaseQuerySet":
        return self.order_by("-major", "-minor")


class PlaybookRelease(models.Model):
    """`document` is the canonical JSON text of the playbook document; both hashes are SHA-256 in hexadecimal.

    `bank_release` is the one against which it was checked; the playbook serves every release of that bank's slug.
    The id is random because processes remember documents by it.
    """

    id = models.UUIDField(_("id"), primary_key=True, default=uuid.uuid4, editable=False)
    playbook = models.ForeignKey(
        Playbook, verbose_name=_("playbook"), on_delete=models.PROTECT, related_name="releases"
    )
    bank_slug = models.SlugField(_("question bank"), max_length=60)
    bank_release = models.ForeignKey(
        "bank.Release", verbose_name=_("checked against"), on_delete=models.PROTECT, related_name="+"
    )
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

    objects = PlaybookReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("playbook release")
        verbose_name_plural = _("playbook releases")
        ordering = ["playbook", "-major", "-minor"]
        constraints = [
            models.UniqueConstraint(
                fields=["playbook", "major", "minor"], name="playbook_release_number_is_unique_in_its_playbook"
            ),
            models.CheckConstraint(condition=models.Q(major__gte=1), name="playbook_release_major_starts_at_1"),
            models.CheckConstraint(condition=~models.Q(document=""), name="playbook_release_holds_a_document"),
            models.CheckConstraint(
                condition=~models.Q(content_hash="") & ~models.Q(structure_hash=""), name="playbook_release_is_hashed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.playbook_id} {self.version}"

    @property
    def version(self) -> str:
        return f"{self.major}.{self.minor}"
