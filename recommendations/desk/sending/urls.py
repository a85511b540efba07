from django.urls import path

from recommendations.desk.sending import views

ASSESSMENT = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>"

urlpatterns = [
    path(f"{ASSESSMENT}/send/", views.link_send, name="link-send"),
    path(f"{ASSESSMENT}/remind/", views.link_remind, name="link-remind"),
    path(f"{ASSESSMENT}/stop/", views.link_stop, name="link-stop"),
    path(f"{ASSESSMENT}/link/", views.link_show, name="link-show"),
    path("letters/<str:quiet_key>/", views.link_quiet, name="link-quiet"),
]
