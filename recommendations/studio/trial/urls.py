"""Where a working copy is checked and tried out."""

from django.urls import path

from recommendations.studio.trial import bench_views, check_views

urlpatterns = [
    path("check/", check_views.check, name="check"),
    path("check/figures/", check_views.figures_take, name="figures-take"),
    path("try/", bench_views.bench, name="bench"),
    path("try/keep/", bench_views.bench_keep, name="bench-keep"),
]
