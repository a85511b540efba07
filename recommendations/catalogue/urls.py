from django.urls import path

from recommendations.catalogue import views
from recommendations.catalogue.contact.urls import urlpatterns as contact_urlpatterns
from recommendations.catalogue.funding_urls import urlpatterns as funding_urlpatterns

app_name = "catalogue"

urlpatterns = [
    path("services/", views.category_list, name="category-list"),
    path("services/search/", views.offering_search, name="offering-search"),
    path("services/compare/", views.offering_compare, name="offering-compare"),
    path("services/offerings/<slug:provider_key>/<slug:offering_key>/", views.offering_show, name="offering-show"),
    path("services/providers/<slug:provider_key>/", views.provider_show, name="provider-show"),
    *funding_urlpatterns,
    path("services/<slug:category_key>/", views.category_show, name="category-show"),
    *contact_urlpatterns,
]
