"""The first page of the catalogue."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from recommendations.studio.catalogue.access import keeper
from recommendations.studio.catalogue.home import home_page


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """This function will show what the catalogue holds and what in it needs attention."""
    keeper(request.user)
    return render(request, "studio/catalogue/home.html", {"part": "home", "page": home_page(timezone.localdate())})
