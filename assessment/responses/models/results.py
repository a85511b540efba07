"""Frozen results, and who stands behind the verified ones."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User, Workspace
from assessment.bank.models import Release
from assessment.responses.models.answers import Perspective
from assessment.responses.models.assessments import Assessment, ScopeChoice


class ResultQuerySet(models.QuerySet["Result"]):
    def counting(self) -> "ResultQuerySet":
        """One of each assessment: the verified one, where there is one."""
        verified = Result.objects.filter(assessment=OuterRef("assessment"), perspective=Perspective.VERIFIED)
        return self.filter(models.Q(perspective=Perspective.VERIFIED) | ~Exists(verified))

    def counting_first(self) -> "ResultQuerySet":
        """Those of one assessment with the one that counts in front."""
        return self.order_by("-perspective")  # "verified" comes after "self"

    def first_ones(self) -> "ResultQuerySet":
        """The one of each assessment that was made first: verifying adds another, submitting again does not happen."""
        earlier = Result.objects.filter(assessment=OuterRef("assessment"), pk__lt=OuterRef("pk"))
        return self.filter(~Exists(earlier))


class Result(models.Model):
    """The frozen outcome of a submitted assessment: never computed again, never changed.

    One of the enterprise's own answers, and one more with a consultant's verified answers over them: both stay.
    `scorecard` and `answers` are what `scoring.freeze` makes; `content_hash` is the SHA-256 of both with the release.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="results")
    perspective = models.CharField(max_length=8, choices=Perspective.choices, default=Perspective.SELF)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="results")
    scope = models.CharField(max_length=5, choices=ScopeChoice.choices)
    scorecard = models.JSONField()
    answers = models.JSONField()
    content_hash = models.CharField(max_length=64)
    submitted_at = models.DateTimeField()

    objects = ResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["-submitted_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "perspective"], name="result_of_a_perspective_is_made_once"),
            models.CheckConstraint(
                condition=models.Q(perspective__in=Perspective.values), name="result_perspective_is_known"
            ),
            models.CheckConstraint(condition=models.Q(scope__in=ScopeChoice.values), name="result_scope_is_known"),
            models.CheckConstraint(condition=~models.Q(content_hash=""), name="result_has_a_content_hash"),
        ]

    def __str__(self) -> str:
        return self.content_hash[:12]


class Verification(models.Model):
    """Who stands behind a verified result, and whether anything binds them to the enterprise or to a provider."""

    result = models.OneToOneField(Result, on_delete=models.PROTECT, related_name="verification")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    verified_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    verifier_name = models.CharField(_("name"), max_length=150)
    has_conflict = models.BooleanField(_("there is a conflict of interest"))
    statement = models.TextField(_("statement"), max_length=2000, blank=True)
    verified_at = models.DateTimeField(_("verified"))

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ["-verified_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(has_conflict=False) | ~models.Q(statement=""),
                name="conflict_of_interest_is_explained",
            ),
            models.CheckConstraint(condition=~models.Q(verifier_name=""), name="verification_names_its_author"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
