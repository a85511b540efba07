"""What the respondent sees: sections of questions with their options."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.banks import Bank
from assessment.bank.models.fields import key_field, number_field, position_field, text_field
from assessment.scoring.document import Kind

KINDS = [(kind.value, kind.value) for kind in Kind]


class Section(models.Model):
    """`node_key` names the node that the section's questions feed, for its heading and colour."""

    bank = models.ForeignKey(Bank, verbose_name=_("bank"), on_delete=models.CASCADE, related_name="sections")
    position = position_field(_("position"))
    key = key_field(_("key"))
    title = text_field(_("title"))
    intro = text_field(_("introduction"))
    profile = models.BooleanField(_("profile"), default=False)
    node_key = models.CharField(_("node"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["bank", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "key"], name="section_key_is_unique_in_its_bank"),
            models.CheckConstraint(condition=~models.Q(key=""), name="section_has_a_key"),
        ]

    def __str__(self) -> str:
        return self.key


class Question(models.Model):
    """`scale` holds what depends on the kind: rows, multiple, steps, bands, linear, unit, minimum, maximum, decimals, ratio."""

    bank = models.ForeignKey(Bank, verbose_name=_("bank"), on_delete=models.CASCADE, related_name="questions")
    section = models.ForeignKey(Section, verbose_name=_("section"), on_delete=models.CASCADE, related_name="questions")
    position = position_field(_("position"))
    key = key_field(_("key"))
    kind = models.CharField(_("kind"), max_length=8, choices=KINDS)
    text = text_field(_("question"))
    short = text_field(_("short form"))
    help = text_field(_("help"))
    example = text_field(_("example"))
    evidence = text_field(_("evidence to ask for"))
    core = models.BooleanField(_("part of the quick scan"), default=False)
    required = models.BooleanField(_("required"), default=False)
    allow_unknown = models.BooleanField(_("“I don’t know” may be chosen"), default=True)
    allow_not_applicable = models.BooleanField(_("“does not apply” may be chosen"), default=False)
    reading_key = models.CharField(_("reading"), max_length=60, blank=True)
    visible_if = models.JSONField(_("shown if"), null=True, blank=True)
    scale = models.JSONField(_("scale"), default=dict, blank=True)
    crosswalk = models.JSONField(_("public frameworks"), default=list, blank=True)
    reference_lines = models.JSONField(_("reference lines"), default=list, blank=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["section", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["bank", "key"], name="question_key_is_unique_in_its_bank"),
            models.CheckConstraint(condition=~models.Q(key=""), name="question_has_a_key"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in Kind]), name="question_is_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Option(models.Model):
    question = models.ForeignKey(Question, verbose_name=_("question"), on_delete=models.CASCADE, related_name="options")
    position = position_field(_("position"))
    key = key_field(_("key"))
    label = text_field(_("label"))
    credit = number_field(_("credit"), null=True, blank=True)
    points = number_field(_("points"), null=True, blank=True)
    exclusive = models.BooleanField(_("stands alone"), default=False)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["question", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["question", "key"], name="option_key_is_unique_in_its_question"),
            models.CheckConstraint(condition=~models.Q(key=""), name="option_has_a_key"),
            models.CheckConstraint(
                condition=models.Q(credit__isnull=True) | models.Q(credit__gte=0, credit__lte=1),
                name="option_credit_is_between_0_and_1",
            ),
            models.CheckConstraint(
                condition=models.Q(points__isnull=True) | models.Q(points__gte=0), name="option_points_are_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return self.key
