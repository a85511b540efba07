"""Addresses of the playbook: its actions, its rules, and the scales that both are measured on."""

from django.urls import path

from recommendations.studio.advice import action_views, head_views, removal_views, rule_views, views

urlpatterns = [
    path("advice/", views.advice, name="advice"),
    path("advice/order/", views.item_move, name="advice-move"),
    path("advice/head/", head_views.head_edit, name="advice-head-edit"),
    path("advice/actions/add/", action_views.action_add, name="action-add"),
    path("advice/actions/<slug:action_key>/", action_views.action_edit, name="action-edit"),
    path("advice/actions/<slug:action_key>/duplicate/", views.action_duplicate, name="action-duplicate"),
    path("advice/actions/<slug:action_key>/remove/", removal_views.action_remove, name="action-remove"),
    path("advice/rules/add/", rule_views.rule_add, name="rule-add"),
    path("advice/rules/<slug:rule_key>/", rule_views.rule_edit, name="rule-edit"),
    path("advice/rules/<slug:rule_key>/duplicate/", views.rule_duplicate, name="rule-duplicate"),
    path("advice/rules/<slug:rule_key>/remove/", removal_views.rule_remove, name="rule-remove"),
]
