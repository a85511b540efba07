from django.urls import path

from assessment.accounts.skeleton import soon

urlpatterns = [
    path("w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/advice/", soon, name="advice-desk"),
]
