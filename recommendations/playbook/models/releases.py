"""Immutable, numbered, hashed versions of a playbook. The database refuses to change or delete them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models import AnyRelease
from recommendations.playbook.models.playbooks import Playbook


class PlaybookReleaseQuerySet(models.QuerySet["PlaybookRelease"]):
    def for_bank(self, slug: str) -> "PlaybookReleaseQuerySet":
        return self.filter(bank_slug=slug)

    def newest_first(self) -> "PlaybookReleaseQuerySet":
        return self.order_by("-major", "-minor")


class PlaybookRelease(AnyRelease):
    """`bank_release` is the one against which it was checked; the playbook serves every release of that bank's slug."""

    playbook = models.ForeignKey(
        Playbook, verbose_name=_("playbook"), on_delete=models.PROTECT, related_name="releases"
    )
    bank_slug = models.SlugField(_("question bank"), max_length=60)
    bank_release = models.ForeignKey(
        "bank.Release", verbose_name=_("checked against"), on_delete=models.PROTECT, related_name="+"
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
