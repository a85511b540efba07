from django.urls import path

from recommendations.catalogue import funding_views

urlpatterns = [
    path("services/funding/", funding_views.funding_list_show, name="funding-list"),
    path("services/funding/<slug:scheme_key>/", funding_views.scheme_show, name="funding-show"),
]
