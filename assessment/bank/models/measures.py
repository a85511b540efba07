"""What is scored: the tree of nodes, the questions that feed it, and the levels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.banks import Bank
from assessment.bank.models.fields import key_field, number_field, position_field, text_field
from assessment.bank.models.questions import Question
from assessment.scoring.document import Aggregate, Passes

AGGREGATES = [(aggregate.value, aggregate.value) for aggregate in Aggregate]
PASSES = [(passes.value, passes.value) for passes in Passes]
LARGEST_WEIGHT = 1_000_000


class Node(models.Model):
    bank = models.ForeignKey(Bank, verbose_name=_("bank"), on_delete=models.CASCADE, related_name="nodes")
    parent = models.ForeignKey(
        "self", verbose_name=_("parent"), on_delete=models.CASCADE, null=True, blank=True, related_name="children"
    )
    position = position_field(_("position"))
    key = key_field(_("key"))
    title = text_field(_("title"))
    description = text_field(_("description"))
    why = text_field(_("why it matters"))
    weight = number_field(_("weight"), null=True, blank=True)
    aggregate = models.CharField(_("aggregate"), max_length=7, choices=AGGREGATES, default=Aggregate.MEAN.value)
    scale = number_field(_("full marks"), null=True, blank=True)
    ladder_key = models.CharField(_("levels of its own"), max_length=60, blank=True)
    target = number_field(_("target"), null=True, blank=True)
    passes = models.CharField(_("passes on"), max_length=6, choices=PASSES, default=Passes.SCORE.value)
    cells = models.JSONField(_("table of levels"), default=list, blank=True)
    crosswalk = models.JSONField(_("public frameworks"), default=list, blank=True)

    class Meta:
        verbose_name = _("node")
        verbose_name_plural = _("nodes")
        ordering = ["bank", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "key"], name="node_key_is_unique_in_its_bank"),
            models.UniqueConstraint(
                fields=["bank"], condition=models.Q(parent__isnull=True), name="bank_has_one_root_node"
            ),
            models.CheckConstraint(condition=~models.Q(key=""), name="node_has_a_key"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="node_is_not_its_own_parent"),
            models.CheckConstraint(
                condition=models.Q(aggregate__in=[aggregate.value for aggregate in Aggregate]),
                name="node_has_a_known_aggregate",
            ),
            models.CheckConstraint(
                condition=models.Q(weight__isnull=True) | models.Q(weight__gte=0, weight__lte=LARGEST_WEIGHT),
                name="node_weight_is_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(passes__in=[passes.value for passes in Passes]),
                name="node_passes_on_something_known",
            ),
            models.CheckConstraint(
                condition=models.Q(scale__isnull=True) | models.Q(scale__gt=0), name="node_scale_is_above_0"
            ),
            models.CheckConstraint(
                condition=models.Q(target__isnull=True) | models.Q(target__gt=0), name="node_target_is_above_0"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Measure(models.Model):
    """One question with its weight in one node; a question may feed several nodes."""

    node = models.ForeignKey(Node, verbose_name=_("node"), on_delete=models.CASCADE, related_name="measures")
    question = models.ForeignKey(
        Question, verbose_name=_("question"), on_delete=models.CASCADE, related_name="measures"
    )
    position = position_field(_("position"))
    weight = number_field(_("weight"))
    credits = models.JSONField(_("credits here, by option"), default=dict, blank=True)
    points = models.JSONField(_("points here, by option"), default=dict, blank=True)

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["node", "position", "question"]
        constraints = [
            models.UniqueConstraint(fields=["node", "question"], name="question_feeds_a_node_once"),
            models.CheckConstraint(
                condition=models.Q(weight__gte=0, weight__lte=LARGEST_WEIGHT), name="measure_weight_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.node_id} {self.question_id}"


class Level(models.Model):
    bank = models.ForeignKey(Bank, verbose_name=_("bank"), on_delete=models.CASCADE, related_name="levels")
    position = position_field(_("position"))
    key = key_field(_("key"))
    title = text_field(_("title"))
    description = text_field(_("description"))
    lower = number_field(_("at least"), null=True, blank=True)
    above = number_field(_("more than"), null=True, blank=True)
    upto = number_field(_("at most"), null=True, blank=True)
    below = number_field(_("less than"), null=True, blank=True)
    gate = models.JSONField(_("gate"), null=True, blank=True)
    gate_text = text_field(_("gate in words"))
    source = text_field(_("source"))

    class Meta:
        verbose_name = _("level")
        verbose_name_plural = _("levels")
        ordering = ["bank", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "key"], name="level_key_is_unique_in_its_bank"),
            models.CheckConstraint(condition=~models.Q(key=""), name="level_has_a_key"),
            models.CheckConstraint(
                condition=(models.Q(lower__isnull=True) | models.Q(lower__gte=0))
                & (models.Q(above__isnull=True) | models.Q(above__gte=0))
                & (models.Q(upto__isnull=True) | models.Q(upto__gte=0))
                & (models.Q(below__isnull=True) | models.Q(below__gte=0)),
                name="level_bounds_are_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return self.key
