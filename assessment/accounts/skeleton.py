"""Stands in for pages that are being built."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse


def soon(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise Http404
