"""In which language a client first sees what its consultant has sent: its own, until it chooses another."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from assessment.responses.models import Assessment, ClientLink


def language_sent(request: HttpRequest, assessment: Assessment) -> str:
    """This function will return the language of the letter, "" where none was sent or the browser chose one before."""
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
        return ""
    sent = ClientLink.objects.filter(assessment=assessment).values_list("language", flat=True).first() or ""
    return sent if sent in dict(settings.LANGUAGES) else ""


def speak(request: HttpRequest, language: str) -> None:
    """This function will show the page that is being made in a language; "" leaves it as it is."""
    if language:
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()


def keep_language(response: HttpResponse, language: str) -> None:
    """This function will have the browser keep a language as if it had been chosen there; "" keeps nothing."""
    if language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            path=settings.LANGUAGE_COOKIE_PATH,
            domain=settings.LANGUAGE_COOKIE_DOMAIN,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
