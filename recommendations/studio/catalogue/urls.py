from django.urls import path

from recommendations.studio.catalogue import doing_views, edit_views, list_views, views

OFFERING = "offerings/<slug:provider_key>/<slug:offering_key>/"
SCHEME = "schemes/<slug:scheme_key>/"
TERM = "words/<slug:vocabulary>/<slug:term_key>/"

urlpatterns = [
    path("", views.home, name="catalogue-home"),
    path("offerings/", list_views.offerings, name="catalogue-offerings"),
    path("new-offering/", edit_views.offering_add, name="catalogue-offering-add"),
    path(OFFERING, edit_views.offering_edit, name="catalogue-offering-edit"),
    path(f"{OFFERING}suspend/", doing_views.offering_suspend, name="catalogue-offering-suspend"),
    path(f"{OFFERING}verify/", doing_views.offering_verify, name="catalogue-offering-verify"),
    path(f"{OFFERING}remove/", doing_views.offering_remove, name="catalogue-offering-remove"),
    path("providers/", list_views.providers, name="catalogue-providers"),
    path("new-provider/", edit_views.provider_add, name="catalogue-provider-add"),
    path("providers/<slug:provider_key>/", edit_views.provider_edit, name="catalogue-provider-edit"),
    path("providers/<slug:provider_key>/remove/", doing_views.provider_remove, name="catalogue-provider-remove"),
    path("schemes/", list_views.schemes, name="catalogue-schemes"),
    path("new-scheme/", edit_views.scheme_add, name="catalogue-scheme-add"),
    path(SCHEME, edit_views.scheme_edit, name="catalogue-scheme-edit"),
    path(f"{SCHEME}suspend/", doing_views.scheme_suspend, name="catalogue-scheme-suspend"),
    path(f"{SCHEME}verify/", doing_views.scheme_verify, name="catalogue-scheme-verify"),
    path(f"{SCHEME}remove/", doing_views.scheme_remove, name="catalogue-scheme-remove"),
    path("categories/", list_views.categories, name="catalogue-categories"),
    path("new-category/", edit_views.category_add, name="catalogue-category-add"),
    path("categories/<slug:category_key>/", edit_views.category_edit, name="catalogue-category-edit"),
    path("categories/<slug:category_key>/remove/", doing_views.category_remove, name="catalogue-category-remove"),
    path("words/", list_views.words, name="catalogue-words"),
    path("new-word/<slug:vocabulary>/", edit_views.term_add, name="catalogue-term-add"),
    path(TERM, edit_views.term_edit, name="catalogue-term-edit"),
    path(f"{TERM}remove/", doing_views.term_remove, name="catalogue-term-remove"),
]
