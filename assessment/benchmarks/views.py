"""The page that says where every published figure comes from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    return render(request, "benchmarks/sources.html")
