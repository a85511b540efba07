from django.urls import path

from recommendations.plan.overlay import item_views, views

DESK = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/advice/"

urlpatterns = [
    path(DESK, views.advice_desk, name="advice-desk"),
    path(f"{DESK}change/", views.advice_change, name="advice-change"),
    path(f"{DESK}move/", views.advice_move, name="advice-move"),
    path(f"{DESK}undo/", views.advice_undo, name="advice-undo"),
    path(f"{DESK}carry/", item_views.advice_carry, name="advice-carry"),
    path(f"{DESK}plan/", item_views.advice_take_up, name="advice-take-up"),
    path(f"{DESK}add/", item_views.advice_add, name="advice-add"),
    path(f"{DESK}<slug:overlay_key>/words/", item_views.advice_words, name="advice-words"),
    path(f"{DESK}<slug:overlay_key>/services/", item_views.advice_services, name="advice-services"),
]
