"""The pages of allauth that we offer, by the names under which it looks for them."""

from collections.abc import Callable

from allauth.account import views as account
from allauth.mfa.base import views as second
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as oidc
from allauth.usersessions import views as sessions
from django.http import HttpResponseBase
from django.urls import URLPattern, path

from assessment.accounts.signing.again import shown_lately
from assessment.accounts.signing.answering import answered, stepping_out


def page(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    return path(route, answered(view), name=name)


def guarded(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """A page that changes how an account is opened: who asks for it has shown lately who they are."""
    return path(route, answered(shown_lately(view)), name=name)


urlpatterns = [
    page("sign-in/", account.login, "account_login"),
    page("sign-out/", account.logout, "account_logout"),
    page("account/sign-up/", account.signup, "account_signup"),
    page("account/inactive/", account.account_inactive, "account_inactive"),
    page("account/again/", account.reauthenticate, "account_reauthenticate"),
    guarded("account/email/", account.email, "account_email"),
    page("account/email/code/", account.email_verification_sent, "account_email_verification_sent"),
    page("account/code/", account.request_login_code, "account_request_login_code"),
    page("account/code/confirm/", account.confirm_login_code, "account_confirm_login_code"),
    page("account/password/", account.password_change, "account_change_password"),
    guarded("account/password/set/", account.password_set, "account_set_password"),
    page("account/password/reset/", account.password_reset, "account_reset_password"),
    page("account/password/reset/code/", account.confirm_password_reset_code, "account_confirm_password_reset_code"),
    page("account/password/reset/new/", account.complete_password_reset, "account_complete_password_reset"),
    page("account/password/reset/done/", account.password_reset_from_key_done, "account_password_reset_completed"),
    page("account/second-step/", second.index, "mfa_index"),
    page("account/second-step/enter/", second.authenticate, "mfa_authenticate"),
    page("account/second-step/again/", second.reauthenticate, "mfa_reauthenticate"),
    guarded("account/second-step/app/add/", app.activate_totp, "mfa_activate_totp"),
    guarded("account/second-step/app/remove/", app.deactivate_totp, "mfa_deactivate_totp"),
    page("account/second-step/codes/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    guarded("account/second-step/codes/new/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("account/second-step/codes/file/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
    page("account/passkeys/", passkeys.list_webauthn, "mfa_list_webauthn"),
    guarded("account/passkeys/add/", passkeys.add_webauthn, "mfa_add_webauthn"),
    page("account/passkeys/again/", passkeys.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    page("account/passkeys/sign-in/", passkeys.login_webauthn, "mfa_login_webauthn"),
    guarded("account/passkeys/<int:pk>/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    guarded("account/passkeys/<int:pk>/remove/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    page("account/sessions/", sessions.list_usersessions, "usersessions_list"),
    guarded("account/linked/", social.connections, "socialaccount_connections"),
    page("account/linked/sign-up/", social.signup, "socialaccount_signup"),
    page("account/linked/cancelled/", social.login_cancelled, "socialaccount_login_cancelled"),
    page("account/linked/failed/", social.login_error, "socialaccount_login_error"),
    page("account/oidc/<slug:provider_id>/login/", stepping_out(oidc.login), "openid_connect_login"),
    page("account/oidc/<slug:provider_id>/login/callback/", oidc.callback, "openid_connect_callback"),
]
