"""One round of answering, its append-only answers, the keys that open it, and its frozen result."""

import uuid

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Enterprise
from assessment.bank.models import Release
from assessment.scoring.answers import AnswerState

KEY_LENGTH = 60
DEVICE_LENGTH = 40


class ScopeChoice(models.TextChoices):
    """The values of `scoring.scorecard.Scope`, with words for people."""

    QUICK = "quick", _("Quick scan")
    FULL = "full", _("Full diagnosis")


class Mode(models.TextChoices):
    SELF = "self", _("Self-assessment")


class Perspective(models.TextChoices):
    SELF = "self", _("Enterprise")
    VERIFIED = "verified", _("Verified")


class StoredState(models.TextChoices):
    """The three states of an answer, and that an answer was taken back: history is never erased."""

    ANSWERED = AnswerState.ANSWERED.value, _("Answered")
    UNKNOWN = AnswerState.UNKNOWN.value, _("I don’t know")
    NOT_APPLICABLE = AnswerState.NOT_APPLICABLE.value, _("Does not apply")
    WITHDRAWN = "withdrawn", _("Taken back")


class Purpose(models.TextChoices):
    COOKIE = "cookie", _("This browser")
    LINK = "link", _("Resume link")
    CODE = "code", _("Resume code")


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def open(self) -> "AssessmentQuerySet":
        return self.filter(submitted_at__isnull=True)

    def opened_by(self, token_hash: str, purpose: Purpose) -> "AssessmentQuerySet":
        """Expiry is read off the database's clock, so that a web server's wrong one opens nothing."""
        return self.filter(
            tokens__hash=token_hash,
            tokens__purpose=purpose,
            tokens__revoked_at__isnull=True,
            tokens__expires_at__gt=Now(),
        )


class Assessment(models.Model):
    """Pinned to one release of a bank; only a minor release of the same major may take its place.

    `follows` is the submitted round before it, of the same enterprise, whose answers it began with.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    enterprise = models.ForeignKey(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.PROTECT, related_name="assessments"
    )
    release = models.ForeignKey(
        Release, verbose_name=_("bank release"), on_delete=models.PROTECT, related_name="assessments"
    )
    scope = models.CharField(_("scope"), max_length=5, choices=ScopeChoice.choices)
    language = models.CharField(_("language"), max_length=16)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode.choices, default=Mode.SELF)
    follows = models.ForeignKey(
        "self", verbose_name=_("round before"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(scope__in=ScopeChoice.values), name="assessment_scope_is_known"),
            models.CheckConstraint(condition=models.Q(mode__in=Mode.values), name="assessment_mode_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def is_submitted(self) -> bool:
        return self.submitted_at is not None


class Answer(models.Model):
    """One version of one answer. `value` is canonical (see `scoring.answers`) and null unless it was answered.

    A second save on the same base breaks the first constraint, so no answer is overwritten unseen; a repeated save
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


class Result(models.Model):
    """The frozen outcome of a submitted assessment: never computed again, never changed.

    `scorecard` and `answers` are what `scoring.freeze` makes; `content_hash` is the SHA-256 of both with the release.
    """

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="result")
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="results")
    scope = models.CharField(max_length=5, choices=ScopeChoice.choices)
    scorecard = models.JSONField()
    answers = models.JSONField()
    content_hash = models.CharField(max_length=64)
    submitted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(scope__in=ScopeChoice.values), name="result_scope_is_known"),
            models.CheckConstraint(condition=~models.Q(content_hash=""), name="result_has_a_content_hash"),
        ]

    def __str__(self) -> str:
        return self.content_hash[:12]
