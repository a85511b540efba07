"""The assessed companies, and whom their owners let in."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from assessment.accounts.credit_code import CODE_LENGTH, validate_credit_code
from assessment.accounts.models.people import User
from assessment.accounts.models.workspaces import Workspace


class EnterpriseQuerySet(models.QuerySet["Enterprise"]):
    def owned_by(self, user: User) -> "EnterpriseQuerySet":
        return self.filter(owner=user)


class Enterprise(models.Model):
    """The assessed company. It has no owner until somebody with an account claims it.

    `merged_into` is the enterprise that it turned out to be: its assessments moved there, and this row stays behind so
    that the record keeps its meaning.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    credit_code = models.CharField(
        _("unified social credit code"), max_length=CODE_LENGTH, blank=True, validators=[validate_credit_code]
    )
    owner = models.ForeignKey(
        User, verbose_name=_("owner"), on_delete=models.PROTECT, null=True, blank=True, related_name="enterprises"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", verbose_name=_("merged into"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = EnterpriseQuerySet.as_manager()

    class Meta:
        verbose_name = _("enterprise")
        verbose_name_plural = _("enterprises")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["credit_code"], condition=~Q(credit_code=""), name="enterprise_by_credit_code")]
        constraints = [models.CheckConstraint(condition=~models.Q(name=""), name="enterprise_has_a_name")]

    def __str__(self) -> str:
        return self.name


class GrantLevel(models.TextChoices):
    VIEW = "view", _("may read")
    EDIT = "edit", _("may read and work on it")


class GrantQuerySet(models.QuerySet["Grant"]):
    def in_force(self) -> "GrantQuerySet":
        """Expiry is read off the database's clock, on every request: what was withdrawn opens nothing any more."""
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=Now()), withdrawn_at__isnull=True)


class Grant(models.Model):
    """Access to one enterprise, for one workspace or one person, until it expires or its owner withdraws it.

    `given_by` is None where a workspace began with an enterprise that nobody owned yet: whoever claims it later sees
    this grant and may withdraw it.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    enterprise = models.ForeignKey(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.CASCADE, related_name="grants"
    )
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, null=True, blank=True, related_name="grants"
    )
    person = models.ForeignKey(
        User, verbose_name=_("person"), on_delete=models.CASCADE, null=True, blank=True, related_name="grants"
    )
    level = models.CharField(_("level"), max_length=4, choices=GrantLevel)
    given_by = models.ForeignKey(
        User, verbose_name=_("given by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(_("given"), auto_now_add=True)
    expires_at = models.DateTimeField(_("until"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, verbose_name=_("withdrawn by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("access")
        verbose_name_plural = _("accesses")
        ordering = ["enterprise", "-given_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(workspace__isnull=False, person__isnull=True)
                | Q(workspace__isnull=True, person__isnull=False),
                name="grant_is_for_a_workspace_or_a_person",
            ),
            models.CheckConstraint(condition=Q(level__in=GrantLevel.values), name="grant_level_is_known"),
            models.UniqueConstraint(
                fields=["enterprise", "workspace"],
                condition=Q(withdrawn_at__isnull=True, workspace__isnull=False),
                name="workspace_has_one_standing_grant",
            ),
            models.UniqueConstraint(
                fields=["enterprise", "person"],
                condition=Q(withdrawn_at__isnull=True, person__isnull=False),
                name="person_has_one_standing_grant",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
