"""People, workspaces and enterprises in the administration. It is entered by the same door as everything else."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import (
    Client,
    Enterprise,
    Grant,
    Invitation,
    Membership,
    User,
    Workspace,
)
from assessment.accounts.signing.admin import LookOnly

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]


@admin.register(User)
class PersonAdmin(UserAdmin):
    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_active"]
    search_fields = ["email", "name"]
    readonly_fields = ["joined_at", "last_login"]
    fieldsets = [
        (None, {"fields": ["email", "password", "name"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        (_("Times"), {"fields": ["joined_at", "last_login"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "usable_password", "password1", "password2"]})]


@admin.register(Workspace)
class WorkspaceAdmin(LookOnly):
    list_display = ["name", "slug", "kind", "language", "created_at"]
    list_filter = ["kind", "language"]
    search_fields = ["name", "slug"]


@admin.register(Membership)
class MembershipAdmin(LookOnly):
    list_display = ["workspace", "person", "role", "since"]
    list_select_related = ["workspace", "person"]
    list_filter = ["role"]
    search_fields = ["workspace__name", "workspace__slug", "person__email", "person__name"]


@admin.register(Enterprise)
class EnterpriseAdmin(admin.ModelAdmin):
    list_display = ["name", "owner", "created_at"]
    list_select_related = ["owner"]
    search_fields = ["name", "public_id"]
    readonly_fields = ["public_id", "owner", "merged_into", "created_at"]


@admin.register(Grant)
class GrantAdmin(LookOnly):
    list_display = ["enterprise", "workspace", "person", "level", "given_at", "expires_at", "withdrawn_at"]
    list_select_related = ["enterprise", "workspace", "person"]
    list_filter = ["level", ("withdrawn_at", admin.EmptyFieldListFilter)]
    search_fields = ["enterprise__name", "workspace__name", "person__email"]


@admin.register(Client)
class ClientAdmin(LookOnly):
    """What a workspace notes about a client is for the workspace alone."""

    list_display = ["enterprise", "workspace", "consultant", "next_round_on", "archived_at"]
    list_select_related = ["enterprise", "workspace", "consultant"]
    list_filter = [("archived_at", admin.EmptyFieldListFilter)]
    search_fields = ["enterprise__name", "workspace__name", "reference", "public_id"]
    exclude = ["note"]


@admin.register(Invitation)
class InvitationAdmin(LookOnly):
    """The token is nobody's to see, not even as it is kept."""

    list_display = ["email", "workspace", "enterprise", "role", "level", "invited_at", "expires_at", "accepted_at"]
    list_select_related = ["workspace", "enterprise"]
    list_filter = [("accepted_at", admin.EmptyFieldListFilter), ("revoked_at", admin.EmptyFieldListFilter)]
    search_fields = ["email", "workspace__name", "enterprise__name"]
    exclude = ["token_hash"]
