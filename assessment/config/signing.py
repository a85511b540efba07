"""The settings of django-allauth: how people sign in, and what limits guessing."""

from typing import Any

from assessment.config.oidc import OidcSettings

OIDC_ID = "oidc"
CODE_SECONDS = 10 * 60

FIXED: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "assessment.accounts.signing.adapter.AccountAdapter",
    "ACCOUNT_CHANGE_EMAIL": True,
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
    "ACCOUNT_EMAIL_VERIFICATION": "mandatory",
    "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED": True,
    "ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT": CODE_SECONDS,
    "ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND": True,
    "ACCOUNT_FORMS": {
        "login": "assessment.accounts.signing.forms.SignInForm",
        "signup": "assessment.accounts.signing.forms.SignUpForm",
        "request_login_code": "assessment.accounts.signing.forms.AskCodeForm",
        "confirm_login_code": "assessment.accounts.signing.forms.SignInCodeForm",
        "confirm_email_verification_code": "assessment.accounts.signing.forms.AddressCodeForm",
        "reset_password": "assessment.accounts.signing.forms.ForgottenForm",
        "confirm_password_reset_code": "assessment.accounts.signing.forms.ForgottenCodeForm",
        "reset_password_from_key": "assessment.accounts.signing.forms.NewPasswordForm",
        "change_password": "assessment.accounts.signing.forms.ChangePasswordForm",
        "set_password": "assessment.accounts.signing.forms.SetPasswordForm",
        "reauthenticate": "assessment.accounts.signing.forms.PasswordAgainForm",
        "add_email": "assessment.accounts.signing.forms.ChangeAddressForm",
    },
    "ACCOUNT_LOGIN_BY_CODE_ENABLED": True,
    "ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND": True,
    "ACCOUNT_LOGIN_BY_CODE_TIMEOUT": CODE_SECONDS,
    "ACCOUNT_LOGIN_METHODS": {"email"},
    "ACCOUNT_LOGIN_ON_PASSWORD_RESET": True,
    "ACCOUNT_LOGOUT_REDIRECT_URL": "/",
    "ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED": True,
    "ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT": CODE_SECONDS,
    "ACCOUNT_PREVENT_ENUMERATION": True,
    # Passwords and letters are limited in assessment.accounts.signing.throttling: per account there, these cannot
    # tell the owner from a stranger. login_failed is what limits codes of the second step.
    "ACCOUNT_RATE_LIMITS": {
        "confirm_email": "10/15m/ip",
        "login": None,
        "login_failed": "5/5m/key",
        "request_login_code": None,
        "reset_password": None,
        "signup": "20/15m/ip",
    },
    "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
    "ACCOUNT_SESSION_REMEMBER": True,
    "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1"],
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
    "MFA_ADAPTER": "assessment.accounts.signing.adapter.SecondFactorAdapter",
    "MFA_FORMS": {
        "authenticate": "assessment.accounts.signing.forms.SecondStepForm",
        "reauthenticate": "assessment.accounts.signing.forms.SecondStepAgainForm",
        "activate_totp": "assessment.accounts.signing.forms.AddAppForm",
        "add_webauthn": "assessment.accounts.signing.passkey_forms.AddPasskeyForm",
        "authenticate_webauthn": "assessment.accounts.signing.passkey_forms.UsePasskeyForm",
        "login_webauthn": "assessment.accounts.signing.passkey_forms.PasskeySignInForm",
        "reauthenticate_webauthn": "assessment.accounts.signing.passkey_forms.PasskeyAgainForm",
        "edit_webauthn": "assessment.accounts.signing.passkey_forms.RenamePasskeyForm",
    },
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_TOTP_ISSUER": "Fourfold",
    "MFA_TOTP_TOLERANCE": 1,
    "SOCIALACCOUNT_ADAPTER": "assessment.accounts.signing.oidc.OidcAdapter",
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
    "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
    "SOCIALACCOUNT_FORMS": {"signup": "assessment.accounts.signing.forms.OidcSignUpForm"},
    "SOCIALACCOUNT_REAUTHENTICATION_REQUIRED": True,
    "SOCIALACCOUNT_STORE_TOKENS": False,
}


def signing_settings(*, address: str, proxies: int, oidc: OidcSettings | None) -> dict[str, Any]:
    """This function will return the settings of allauth, by their names."""
    return FIXED | {
        "ALLAUTH_TRUSTED_PROXY_COUNT": proxies,
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not address.startswith("https://"),
        "SOCIALACCOUNT_PROVIDERS": {"openid_connect": {"APPS": [_app(oidc)] if oidc else []}},
    }


def _app(oidc: OidcSettings) -> dict[str, Any]:
    return {
        "provider_id": OIDC_ID,
        "name": oidc.name,
        "client_id": oidc.client_id,
        "secret": oidc.secret,
        "settings": {"server_url": oidc.server},
    }
