from django.urls import path

from assessment.accounts.skeleton import soon

urlpatterns = [
    path("my/", soon, name="mine"),
]
