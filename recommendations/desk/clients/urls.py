from django.urls import path

from assessment.accounts.skeleton import soon

urlpatterns = [
    path("w/<slug:workspace_slug>/", soon, name="clients"),
    path("w/<slug:workspace_slug>/clients/<uuid:client_id>/", soon, name="client-show"),
]
