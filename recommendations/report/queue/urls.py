from django.urls import path

from assessment.accounts.skeleton import soon

urlpatterns = [
    path("w/<slug:workspace_slug>/reports/", soon, name="batch-list"),
]
