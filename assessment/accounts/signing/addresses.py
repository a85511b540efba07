"""Where a request comes from: limits on guessing count by it."""

from allauth.core.internal.httpkit import clean_client_ip, get_client_ip
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

NO_ADDRESS = "0.0.0.0"  # noqa: S104


def client_address(request: HttpRequest) -> str:
    """This function will return the address that a request comes from, before the proxies that FOURFOLD_PROXIES counts.

    Requests without an address that can be read have NO_ADDRESS, and so count as one.
    """
    try:
        return get_client_ip(request) or NO_ADDRESS
    except ImproperlyConfigured:
        return clean_client_ip(request.META.get("REMOTE_ADDR", "")) or NO_ADDRESS
