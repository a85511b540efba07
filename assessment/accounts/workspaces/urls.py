from django.urls import path

from assessment.accounts.skeleton import soon

urlpatterns = [
    path("w/", soon, name="workspace-list"),
    path("w/<slug:workspace_slug>/members/", soon, name="members"),
]
