"""Pages that belong to no room, and the headers that every page carries."""

import pytest
from django.test import Client

from assessment.config.private import KEPT_OUT


@pytest.mark.django_db
def test_health_is_plain_and_never_cached(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]


def test_machines_are_kept_away_from_assessments_and_keys(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain"
    lines = response.content.decode().splitlines()
    assert lines == ["User-agent: *", *(f"Disallow: {prefix}" for prefix in KEPT_OUT)]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/r/wrong/", "/plan/reminders/wrong/", "/contact/wrong/", "/r/%00/"])
def test_addresses_with_keys_are_kept_out_of_search_engines_even_where_nothing_is(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code >= 400, response.headers.get("X-Robots-Tag")) == (True, "noindex, nofollow")


@pytest.mark.django_db
def test_public_pages_may_be_found(client: Client) -> None:
    assert "X-Robots-Tag" not in client.get("/healthz").headers


def test_icon_is_found_where_browsers_look_for_it(client: Client) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/img/favicon.ico")


@pytest.mark.django_db
def test_headers_allow_nothing_from_elsewhere(client: Client) -> None:
    headers = client.get("/healthz").headers
    directives = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert directives == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "heading"), [("en", "Page not found"), ("zh-hans", "找不到页面")])
def test_unknown_address_is_a_friendly_404(client: Client, language: str, heading: str) -> None:
    response = client.get("/no-such-page/", headers={"accept-language": language})
    assert response.status_code == 404
    assert heading in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz?next=%00", "/a%00b/"])
def test_nul_is_refused_before_any_view(client: Client, address: str) -> None:
    assert client.get(address).status_code == 400


@pytest.mark.django_db
def test_language_changes_by_post_only(client: Client) -> None:
    assert client.get("/language/").status_code == 405
    response = client.post("/language/", {"language": "zh-hans", "next": "/healthz"})
    assert (response.status_code, response.headers["Location"]) == (302, "/healthz")
    cookie = response.cookies["django_language"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("zh-hans", True, "Lax")


@pytest.mark.django_db
def test_language_never_leads_to_another_site(client: Client) -> None:
    response = client.post("/language/", {"language": "en", "next": "https://evil.example/"})
    assert response.headers["Location"] == "/"


@pytest.mark.django_db
def test_post_without_token_is_refused_with_an_explanation() -> None:
    response = Client(enforce_csrf_checks=True).post("/language/", {"language": "en"})
    assert response.status_code == 403
    assert response.templates[0].name == "errors/403_csrf.html"
