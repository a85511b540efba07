"""Workspaces: a consultancy or a programme, and who works in it."""

from django.core.validators import validate_slug
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models.people import User


class WorkspaceKind(models.TextChoices):
    CONSULTANCY = "consultancy", _("Consultancy")
    PROGRAMME = "programme", _("Programme of a city, a park or an association")


class WorkspaceRole(models.TextChoices):
    OWNER = "owner", _("owner: all of it, and who belongs to the workspace")
    CONSULTANT = "consultant", _("consultant: clients, interviews, advice and reports")
    REVIEWER = "reviewer", _("reviewer: checks answers and signs them off")
    VIEWER = "viewer", _("viewer: reads")


class WorkspaceQuerySet(models.QuerySet["Workspace"]):
    def of(self, person: User) -> "WorkspaceQuerySet":
        return self.filter(memberships__person=person)


class Workspace(models.Model):
    """`slug` stands in every address of the workspace and is what an enterprise types to let it in."""

    slug = models.CharField(_("short name"), max_length=40, unique=True, validators=[validate_slug])
    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=11, choices=WorkspaceKind, default=WorkspaceKind.CONSULTANCY)
    language = models.CharField(_("language of letters and reports"), max_length=16, default="en")
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = WorkspaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("workspace")
        verbose_name_plural = _("workspaces")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=WorkspaceKind.values), name="workspace_kind_is_known"),
            models.CheckConstraint(condition=~models.Q(name="") & ~models.Q(slug=""), name="workspace_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One person's role in one workspace. Who leaves has none: what they did stays with the workspace."""

    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(User, verbose_name=_("person"), on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=10, choices=WorkspaceRole)
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["workspace", "person__email"]
        constraints = [
            models.UniqueConstraint(fields=["workspace", "person"], name="person_belongs_to_a_workspace_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=WorkspaceRole.values), name="membership_has_a_known_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"
