"""Addresses of what was changed, by whom, and of taking it back."""

from django.urls import path

from recommendations.studio.history import back_views, undo_views, views

urlpatterns = [
    path("changes/", views.differences, name="differences"),
    path("changes/take-back/", back_views.take_one_back, name="take-back"),
    path("changes/discard/", back_views.discard, name="discard"),
    path("history/", views.history, name="history"),
    path("undo/", undo_views.undo, name="undo"),
    path("redo/", undo_views.redo, name="redo"),
]
