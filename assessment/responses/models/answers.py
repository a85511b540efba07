"""Answers: append-only, so that their versions are the trail of who said what."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from assessment.responses.models.assessments import Assessment
from assessment.scoring.answers import AnswerState

KEY_LENGTH = 60
DEVICE_LENGTH = 40


class Perspective(models.TextChoices):
    SELF = "self", _("Enterprise")
    VERIFIED = "verified", _("Verified")


class StoredState(models.TextChoices):
    """The three states of an answer, and that an answer was taken back: history is never erased."""

    ANSWERED = AnswerState.ANSWERED.value, _("Answered")
    UNKNOWN = AnswerState.UNKNOWN.value, _("I don’t know")
    NOT_APPLICABLE = AnswerState.NOT_APPLICABLE.value, _("Does not apply")
    WITHDRAWN = "withdrawn", _("Taken back")


class Answer(models.Model):
    """One version of one answer. `value` is canonical (see `scoring.answers`) and null unless it was answered.

    `author` is None for people without an account. A verified answer says why in `reason` where it is not the
    enterprise's own. A second save on the same base breaks the first constraint, so no answer is overwritten unseen; a repeated save
    breaks the second, so a retry changes nothing. The latest version counts.
    """

    # No index of its own: both constraints begin with the assessment, and every index costs a page of every save.
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers", db_index=False)
    question_key = models.CharField(max_length=KEY_LENGTH)
    perspective = models.CharField(max_length=8, choices=Perspective.choices, default=Perspective.SELF)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=14, choices=StoredState.choices)
    value = models.JSONField(null=True)
    device = models.CharField(max_length=DEVICE_LENGTH)
    sequence = models.PositiveBigIntegerField()
    answered_at = models.DateTimeField()
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    reason = models.TextField(max_length=2000, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["assessment", "question_key", "perspective", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "question_key", "perspective", "version"], name="answer_version_is_written_once"
            ),
            models.UniqueConstraint(
                fields=["assessment", "device", "sequence"], name="answer_of_device_and_sequence_is_written_once"
            ),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="answer_version_counts_from_1"),
            models.CheckConstraint(
                condition=models.Q(perspective__in=Perspective.values), name="answer_perspective_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state=StoredState.ANSWERED, value__isnull=False)
                | models.Q(
                    state__in=[StoredState.UNKNOWN, StoredState.NOT_APPLICABLE, StoredState.WITHDRAWN],
                    value__isnull=True,
                ),
                name="answer_has_a_value_exactly_if_answered",
            ),
            models.CheckConstraint(
                condition=~models.Q(question_key="") & ~models.Q(device=""), name="answer_names_question_and_device"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_key} v{self.version}"
