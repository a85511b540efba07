"""What to do, and when it is recommended."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import key_field, position_field, text_field
from recommendations.playbook.models.playbooks import Playbook


class Action(models.Model):
    """Lists and conditions are kept as the document writes them."""

    playbook = models.ForeignKey(Playbook, verbose_name=_("playbook"), on_delete=models.CASCADE, related_name="actions")
    position = position_field(_("position"))
    key = key_field(_("key"))
    node_key = key_field(_("node"))
    title = text_field(_("title"))
    why = text_field(_("why"))
    steps = models.JSONField(_("steps"), default=list)
    effort_key = key_field(_("effort"))
    cost_band_key = key_field(_("cost band"))
    weeks_from = models.PositiveSmallIntegerField(_("weeks, at least"))
    weeks_to = models.PositiveSmallIntegerField(_("weeks, at most"))
    requires = models.JSONField(_("needs before it"), default=list, blank=True)
    follows = models.JSONField(_("after, where both are done"), default=list, blank=True)
    excludes = models.JSONField(_("not together with"), default=list, blank=True)
    raises = models.JSONField(_("raises"), default=list)
    suits = models.JSONField(_("suits if"), null=True, blank=True)
    categories = models.JSONField(_("catalogue categories"), default=list, blank=True)
    measures = models.JSONField(_("public measures"), default=list, blank=True)
    source = text_field(_("source"))

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["playbook", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["playbook", "key"], name="action_key_is_unique_in_its_playbook"),
            models.CheckConstraint(condition=~models.Q(key=""), name="action_has_a_key"),
            models.CheckConstraint(
                condition=models.Q(weeks_from__lte=models.F("weeks_to")), name="action_weeks_are_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Rule(models.Model):
    playbook = models.ForeignKey(Playbook, verbose_name=_("playbook"), on_delete=models.CASCADE, related_name="rules")
    position = position_field(_("position"))
    key = key_field(_("key"))
    when = models.JSONField(_("when"))
    recommends = models.ForeignKey(Action, verbose_name=_("recommends"), on_delete=models.CASCADE, related_name="rules")
    priority = models.PositiveSmallIntegerField(_("priority"))
    because = text_field(_("because"))
    sources = models.JSONField(_("sources"), default=list, blank=True)

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["playbook", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["playbook", "key"], name="rule_key_is_unique_in_its_playbook"),
            models.CheckConstraint(condition=~models.Q(key=""), name="rule_has_a_key"),
            models.CheckConstraint(
                condition=models.Q(priority__gte=1, priority__lte=100), name="rule_priority_is_between_1_and_100"
            ),
        ]

    def __str__(self) -> str:
        return self.key
