"""Advice runs: what the rules said to a result, frozen with it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.responses.models import Result
from recommendations.playbook.models import PlaybookRelease


class AdviceRun(models.Model):
    """The frozen advice on one result. `advice` is what `rules.freeze` makes; the hash covers it and the playbook.

    `next_level` is the cheapest way to the next level, as `rules.freeze` writes it; None on runs made before there was
    such a thing, and where no level can be named. `failure_count` counts rules that could not be evaluated, so that an administrator finds them without reading JSON.
    """

    id = models.UUIDField(_("id"), primary_key=True, default=uuid.uuid4, editable=False)
    result = models.OneToOneField(Result, verbose_name=_("result"), on_delete=models.PROTECT, related_name="advice_run")
    playbook_release = models.ForeignKey(
        PlaybookRelease, verbose_name=_("playbook release"), on_delete=models.PROTECT, related_name="advice_runs"
    )
    advice = models.JSONField(_("advice"))
    next_level = models.JSONField(_("next level"), null=True, blank=True)
    content_hash = models.CharField(_("content hash"), max_length=64)
    failure_count = models.PositiveIntegerField(_("rules that failed"), default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("advice run")
        verbose_name_plural = _("advice runs")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(content_hash=""), name="advice_run_is_hashed"),
        ]

    def __str__(self) -> str:
        return self.content_hash[:12]
