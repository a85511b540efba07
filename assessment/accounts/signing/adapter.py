"""What allauth asks us: where people arrive, what is said to them, and how letters and guessing are handled."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.signals import email_confirmed
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from assessment.accounts.signing.addresses import client_address
from assessment.accounts.signing.again import is_recent
from assessment.accounts.signing.devices import remember_device
from assessment.accounts.signing.events import EVENTS_BY_LETTER
from assessment.accounts.signing.landing import landing_page
from assessment.accounts.signing.letters import write_letter
from assessment.accounts.signing.messages import MESSAGES
from assessment.accounts.signing.proving import take_over
from assessment.accounts.signing.throttling import PASSWORDS, Attempt, count_attempt
from assessment.audit.actions import record_event
from assessment.mail.actions import post_letter

email_confirmed.connect(take_over, dispatch_uid="assessment.accounts.proving")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account cannot be used any more."),
        "duplicate_email": _("This is your address already."),
        "email_password_mismatch": _("This address and this password do not belong together. Check both."),
        "email_taken": _("This address cannot be used. Choose another one."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not right. Check it, or ask for a new one."),
        "incorrect_password": _("This is not your password."),
        "too_many_login_attempts": _("Too many attempts. Wait a quarter of an hour, or sign in another way."),
        "rate_limited": _("Too many attempts. Wait a quarter of an hour, then try again."),
    }
    _attempt: Attempt | None = None

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request)

    def is_safe_url(self, url: str) -> bool:
        """Our own pages only; signing in does not lead to signing in."""
        host = {context.request.get_host()}
        return bool(
            url and url_has_allowed_host_and_scheme(url, host) and not url.startswith(reverse("accounts:sign-in"))
        )

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return landing_page(request.user)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return landing_page(request.user)

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("accounts:account" if self.request.user.is_authenticated else "accounts:sign-in")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:account")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Guessing is counted by device, client address and account, not by account alone as allauth does."""
        self._attempt = count_attempt(request, credentials.get("email", ""), PASSWORDS)
        if self._attempt is None:
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """A closed account meets the words of a wrong password."""
        user: User | None = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def _rollback_login_failed_rl_usage(self) -> None:
        if self._attempt is not None:
            self._attempt.undo()

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Whoever signed in within the last five minutes has just shown who they are."""
        return not is_recent(context.request) and bool(super().is_reauthentication_required(app=app))

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **kwargs)
        remember_device(request, response, user.email)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        subject, body = write_letter(template_prefix, context)
        post_letter(to=email, subject=subject, body=body)

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Also the one place through which each change of an account passes: here it comes into the record."""
        if template_prefix in EVENTS_BY_LETTER:
            event, details = EVENTS_BY_LETTER[template_prefix]
            record_event(event=event, object_type="person", object_id=user.pk, actor=user, details=details)
        self.send_mail(template_prefix, email or user.email, context or {})

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """What a page shows anyway is not said a second time."""
        words = message or MESSAGES.get(message_template or "", "")
        if words:
            messages.add_message(request, level, str(words), extra_tags="account")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": gettext("With your password"),
            "mfa_reauthenticate": gettext("With a code of your app, or an emergency code"),
            "mfa_reauthenticate:webauthn": gettext("With a passkey"),
        }
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [method | {"description": words[method["id"]]} for method in methods]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Wait for the next one, and check the clock of your device."),
        "unverified_email": _("Confirm your e-mail address first."),
        "cannot_generate_recovery_codes": _("Set up a second step first."),
    }

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}
