"""Addresses where banks and playbooks leave and arrive as files."""

from django.urls import path

from recommendations.studio.files import new_views, views

urlpatterns = [
    path("banks/<slug:bank_slug>/files/", views.files, name="files"),
    path("import/", new_views.bank_import, name="bank-import"),
]
