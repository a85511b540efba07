"""Signing in through the identity service of the operator."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from django.http import HttpRequest

from assessment.accounts.models import User
from assessment.scoring.texts import is_visible, reject_unstorable

LONGEST_NAME = 150


class OidcAdapter(DefaultSocialAccountAdapter):
    """Services come from the settings alone, never from a table; a name that cannot be stored is left out."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        apps: list[SocialApp] = super().list_apps(request, provider, client_id)
        return [app for app in apps if app.pk is None]

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        user: User = super().populate_user(request, sociallogin, data)
        user.name = _clean(str(data.get("name") or ""))
        return user


def _clean(name: str) -> str:
    try:
        reject_unstorable(name)
    except ValueError:
        return ""
    line = " ".join(name.split())[:LONGEST_NAME]
    return line if is_visible(line) else ""
