from django.urls import path

from recommendations.desk.portfolio import views

urlpatterns = [
    path("w/<slug:workspace_slug>/portfolio/", views.portfolio, name="portfolio"),
]
