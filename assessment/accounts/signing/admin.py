"""What is left of allauth in the administration: addresses, second steps and sessions, without their secrets."""

import allauth.account.admin
import allauth.mfa.admin
import allauth.socialaccount.admin
import allauth.usersessions.admin  # noqa: F401 — each registers its models, which is undone below
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.http import HttpRequest

for model in (EmailAddress, EmailConfirmation, Authenticator, SocialAccount, SocialApp, SocialToken, UserSession):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class LookOnly(admin.ModelAdmin):
    """Changes belong where they are recorded and where their rules are kept."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class OfPerson(LookOnly):
    list_select_related = ["user"]
    search_fields = ["user__email", "user__name"]


@admin.register(EmailAddress)
class AddressAdmin(OfPerson):
    list_display = ["email", "user", "primary", "verified"]
    list_filter = ["primary", "verified"]
    search_fields = ["email", "user__email", "user__name"]


@admin.register(Authenticator)
class SecondStepAdmin(OfPerson):
    """Removing all of a person's lets somebody in again who has lost everything; they set up a new one."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    list_filter = ["type"]
    exclude = ["data"]

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return request.user.is_superuser


@admin.register(UserSession)
class SessionAdmin(OfPerson):
    """A session ends where the person ends it: here it can only be looked at."""

    list_display = ["user", "ip", "user_agent", "created_at"]
    search_fields = ["user__email", "user__name", "ip"]
    exclude = ["data", "session_key"]
