from django.urls import path

from recommendations.studio.catalogue import views

urlpatterns = [
    path("", views.home, name="catalogue-home"),
]
