from django.urls import include, path

from assessment.accounts import views

app_name = "accounts"

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("", include("assessment.accounts.workspaces.urls")),
]
