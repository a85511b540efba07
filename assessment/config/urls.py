"""The whole site map. Each room brings its own addresses; none repeats another's."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.generic import RedirectView
from django.views.i18n import set_language

from assessment.config import site, views

urlpatterns = [
    path("", include("assessment.accounts.urls")),  # before the desk: /w/new/ is no workspace
    path("", include("assessment.accounts.signing.urls")),
    path("", include("assessment.responses.urls")),
    path("", include("recommendations.report.urls")),
    path("", include("recommendations.plan.urls")),
    path("", include("recommendations.catalogue.urls")),
    path("", include("recommendations.studio.urls")),
    path("", include("recommendations.desk.urls")),
    path("method/", site.method, name="method"),
    path("method/<slug:bank_slug>/", site.method_of_bank, name="method-of-bank"),
    path("sources/", site.sources, name="sources"),
    path("privacy/", site.privacy, name="privacy"),
    path("accessibility/", site.accessibility, name="accessibility"),
    path("language/", require_POST(set_language), name="set_language"),
    path("healthz", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password"), name="admin-password"),
    path("admin/", admin.site.urls),
]

handler400 = views.bad_request
handler403 = views.page_forbidden
handler429 = views.too_many_requests
handler404 = views.page_not_found
handler500 = views.page_failed
