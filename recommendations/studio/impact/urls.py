from django.urls import path

from recommendations.studio.impact import views

urlpatterns = [
    path("impact/", views.impact, name="impact"),
    path("impact/start/", views.impact_start, name="impact-start"),
    path("impact/<uuid:replay_id>/", views.impact_show, name="impact-show"),
    path("impact/<uuid:replay_id>/step/", views.impact_step, name="impact-step"),
]
