"""People who sign in, and what some of them do for the whole platform."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Whoever gives the command vouches for the address: signing in takes no letter."""
        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        user.emailaddress_set.create(  # type: ignore[attr-defined] # allauth has no types
            email=user.email.lower(), verified=True, primary=True
        )
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """Signs in with an e-mail address, in whatever case it is typed."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    is_staff = models.BooleanField(_("may enter the administration"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_is_unique_in_any_case")]

    def __str__(self) -> str:
        return self.email

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.name or self.email


class PlatformRole(models.TextChoices):
    """Administrators may do all that the others may."""

    EDITOR = "editor", _("editor: changes banks and playbooks")
    PUBLISHER = "publisher", _("publisher: releases banks and playbooks")
    CATALOGUE = "catalogue", _("catalogue: keeps services and funding schemes")
    AUDITOR = "auditor", _("auditor: reads the record of who did what")
    ADMINISTRATOR = "administrator", _("administrator: all of these, and who has them")


class Appointment(models.Model):
    """A role that a person has on the whole platform."""

    user = models.ForeignKey(User, verbose_name=_("person"), on_delete=models.CASCADE, related_name="appointments")
    role = models.CharField(_("role"), max_length=13, choices=PlatformRole.choices)
    since = models.DateTimeField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["user", "role"]
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], name="person_has_a_role_once"),
            models.CheckConstraint(condition=models.Q(role__in=PlatformRole.values), name="appointment_is_to_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
