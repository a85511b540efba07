"""Addresses of what is scored: tree, levels, checks, examples and the head of a bank.

What is added stands under `add/`, so that no key that somebody chooses is ever taken for a command.
"""

from django.urls import path

from recommendations.studio.measure import head_views, part_views, removal_views, views

edit, add = part_views.part_edit, part_views.part_add

urlpatterns = [
    path("scoring/", views.scoring, name="scoring"),
    path("scoring/move/", views.part_move, name="part-move"),
    path("scoring/add/node/", add, {"family": "node"}, name="node-add"),
    path("scoring/add/level/<slug:ladder_key>/", add, {"family": "level"}, name="level-add"),
    path("scoring/add/<slug:family>/", add, name="part-add"),
    path("scoring/effect/", part_views.node_effect, name="node-effect-new"),
    path("scoring/effect/<slug:node_key>/", part_views.node_effect, name="node-effect"),
    path("scoring/remove/<slug:family>/<slug:part_key>/", removal_views.part_remove, name="part-remove"),
    path(
        "scoring/remove/<slug:family>/<slug:ladder_key>/<slug:part_key>/",
        removal_views.part_remove,
        name="level-remove",
    ),
    path("scoring/nodes/<slug:node_key>/", edit, {"family": "node"}, name="node-edit"),
    path("scoring/levels/<slug:ladder_key>/<slug:level_key>/", edit, {"family": "level"}, name="level-edit"),
    path("scoring/consistency/<slug:part_key>/", edit, {"family": "consistency"}, name="consistency-edit"),
    path("scoring/reference-lines/<slug:part_key>/", edit, {"family": "reference-line"}, name="reference-line-edit"),
    path("scoring/frameworks/<slug:part_key>/", edit, {"family": "framework"}, name="framework-edit"),
    path("scoring/readings/<slug:part_key>/", edit, {"family": "reading"}, name="reading-edit"),
    path("scoring/examples/<slug:part_key>/", edit, {"family": "example"}, name="example-edit"),
    path("scoring/head/", head_views.head_edit, name="head-edit"),
    path("scoring/head/size/", head_views.size_edit, name="size-edit"),
    path("scoring/head/languages/add/", head_views.language_add, name="language-add"),
    path("scoring/head/languages/<slug:locale>/remove/", head_views.language_remove, name="language-remove"),
]
