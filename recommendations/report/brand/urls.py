from django.urls import path

from recommendations.report.brand import views

urlpatterns = [
    path("w/<slug:workspace_slug>/brand/", views.brand, name="brand"),
]
