"""Addresses of what is scored: tree, levels, checks, examples and the head of a bank.

What is added stands under `add/`, so that no key that somebody chooses is ever taken for a command.
"""

from django.urls import path

from recommendations.studio.measure import views

urlpatterns = [
    path("scoring/", views.scoring, name="scoring"),
    path("scoring/add/node/", views.scoring, name="node-add"),
    path("scoring/nodes/<slug:node_key>/", views.scoring, name="node-edit"),
    path("scoring/levels/<slug:ladder_key>/<slug:level_key>/", views.scoring, name="level-edit"),
    path("scoring/head/", views.scoring, name="head-edit"),
    path("scoring/consistency/<slug:part_key>/", views.scoring, name="consistency-edit"),
    path("scoring/reference-lines/<slug:part_key>/", views.scoring, name="reference-line-edit"),
    path("scoring/frameworks/<slug:part_key>/", views.scoring, name="framework-edit"),
    path("scoring/readings/<slug:part_key>/", views.scoring, name="reading-edit"),
    path("scoring/examples/<slug:part_key>/", views.scoring, name="example-edit"),
]
