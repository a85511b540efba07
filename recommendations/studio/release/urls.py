from django.urls import path

from recommendations.studio.release import views

urlpatterns = [
    path("release/", views.release, name="release"),
]
