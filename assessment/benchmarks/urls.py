from django.urls import path

from assessment.benchmarks import views

app_name = "benchmarks"

urlpatterns = [
    path("sources/", views.sources, name="sources"),
]
