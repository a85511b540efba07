"""The four settings of an identity service: all or none, and an address that keeps secrets."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from assessment.config.environment import Environment
from assessment.config.oidc import OidcSettings, read_oidc
from assessment.config.signing import signing_settings

FULL = {
    "FOURFOLD_OIDC_NAME": "City login",
    "FOURFOLD_OIDC_SERVER": "https://id.example.org/realms/city/",
    "FOURFOLD_OIDC_CLIENT_ID": "fourfold",
    "FOURFOLD_OIDC_SECRET": "very-secret",
}


def test_nothing_set_means_no_service() -> None:
    assert read_oidc(Environment({})) is None
    apps = signing_settings(address="https://x.example", proxies=0, oidc=None)["SOCIALACCOUNT_PROVIDERS"]
    assert apps == {"openid_connect": {"APPS": []}}


def test_all_four_make_a_service() -> None:
    oidc = read_oidc(Environment(FULL))
    assert oidc == OidcSettings("City login", "https://id.example.org/realms/city", "fourfold", "very-secret")
    [app] = signing_settings(address="https://x.example", proxies=0, oidc=oidc)["SOCIALACCOUNT_PROVIDERS"][
        "openid_connect"
    ]["APPS"]
    assert (app["provider_id"], app["settings"]["server_url"]) == ("oidc", "https://id.example.org/realms/city")


@pytest.mark.parametrize("left_out", sorted(FULL))
def test_half_set_values_are_refused_by_name(left_out: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=left_out) as refusal:
        read_oidc(Environment(FULL | {left_out: " "}))
    assert "very-secret" not in str(refusal.value)


@pytest.mark.parametrize(
    "server",
    [
        "id.example.org",
        "http://id.example.org",
        "https://",
        "https://user@id.example.org",
        "https://x/?a=1",
        "https://[",
    ],
)
def test_address_that_is_none_or_not_safe_is_refused(server: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="FOURFOLD_OIDC_SERVER must be an address such as"):
        read_oidc(Environment(FULL | {"FOURFOLD_OIDC_SERVER": server}))


def test_service_on_this_machine_needs_no_tls() -> None:
    oidc = read_oidc(Environment(FULL | {"FOURFOLD_OIDC_SERVER": "http://localhost:8080/realms/city"}))
    assert oidc is not None


@pytest.mark.parametrize(("address", "insecure"), [("https://x.example", False), ("http://127.0.0.1:8000", True)])
def test_passkeys_need_tls_where_the_site_has_it(address: str, insecure: bool) -> None:
    settings = signing_settings(address=address, proxies=0, oidc=None)
    assert settings["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"] is insecure
