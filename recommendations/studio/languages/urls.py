"""Addresses of the translations."""

from django.urls import path

from recommendations.studio.languages import views

urlpatterns = [path("languages/", views.languages, name="languages")]
