"""Addresses of what was changed, by whom, and of taking it back."""

from django.urls import path

from recommendations.studio.history import undo_views, views

urlpatterns = [
    path("changes/", views.differences, name="differences"),
    path("history/", views.history, name="history"),
    path("undo/", undo_views.undo, name="undo"),
    path("redo/", undo_views.redo, name="redo"),
]
