"""One round of answering by one enterprise."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Enterprise, Grant, GrantLevel, Membership, User, Workspace
from assessment.accounts.rights import Right, roles_with
from assessment.bank.models import Release
from assessment.responses.visits import AT_HOME


class ScopeChoice(models.TextChoices):
    """The values of `scoring.scorecard.Scope`, with words for people."""

    QUICK = "quick", _("Quick scan")
    FULL = "full", _("Full diagnosis")


class Mode(models.TextChoices):
    """Who was asked to answer: the enterprise by itself, or a consultant who asks it and writes down verified answers."""

    SELF = "self", _("Self-assessment")
    INTERVIEW = "interview", _("Interview")


class Purpose(models.TextChoices):
    COOKIE = "cookie", _("This browser")
    LINK = "link", _("Resume link")
    CODE = "code", _("Resume code")


def _granted(**conditions: Any) -> Exists:
    return Exists(Grant.objects.in_force().filter(enterprise=OuterRef("enterprise"), **conditions))


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

    def answered_by(self, person: User) -> "AssessmentQuerySet":
        """Those for whose enterprise the person may answer: its owner, and whom its owner lets edit."""
        return self.filter(Q(enterprise__owner=person) | _granted(person=person, level=GrantLevel.EDIT))

    def worked_on_by(self, person: User) -> "AssessmentQuerySet":
        """Those whose plan the person may change: who answers, and consultants whose workspace may edit."""
        member = {"workspace__memberships__person": person, "workspace__memberships__role__in": roles_with(Right.WORK)}
        return self.filter(
            Q(enterprise__owner=person)
            | _granted(person=person, level=GrantLevel.EDIT)
            | _granted(**member, level=GrantLevel.EDIT)
        )

    def verified_by(self, person_id: int, workspace_id: int) -> "AssessmentQuerySet":
        """Those that the person may verify answers of, at their place in one workspace."""
        member = Membership.objects.filter(person=person_id, workspace=workspace_id, role__in=roles_with(Right.REVIEW))
        return self.filter(_granted(workspace__in=member.values("workspace"), level=GrantLevel.EDIT))

    def read_by(self, person: User) -> "AssessmentQuerySet":
        """Those that the person may read by a right of their own, not through a workspace."""
        return self.filter(Q(enterprise__owner=person) | _granted(person=person))

    def seen_by(self, person: User) -> "AssessmentQuerySet":
        """Those that the person may read: of the enterprise itself, or of a workspace that it lets in."""
        return self.read_by(person) | self.filter(_granted(workspace__memberships__person=person))


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
    workspace = models.ForeignKey(
        Workspace,
        verbose_name=_("workspace"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assessments",
        help_text=_("The workspace that opened it, if one did. It sees it by its grant, like any other."),
    )
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()
    visit = AT_HOME  # who looks at it: set by the door through which it was opened

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
