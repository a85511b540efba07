"""Where a button sends people back to: the page that it stood on, never another site."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def way_back(request: HttpRequest, otherwise: str) -> str:
    """This function will return the path that the form names as `next` if it is one of this site, else `otherwise`."""
    path = request.POST.get("next", "")
    is_path = path.startswith("/") and path.isprintable() and len(path) <= 2000
    return path if is_path and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else otherwise
