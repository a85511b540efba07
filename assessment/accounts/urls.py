from allauth.account import views as account
from django.urls import include, path

from assessment.accounts.signing import again_views, views
from assessment.accounts.signing.answering import answered

app_name = "accounts"

urlpatterns = [
    path("sign-in/", answered(account.login), name="sign-in"),
    path("sign-out/", answered(account.logout), name="sign-out"),
    path("account/", views.account, name="account"),
    path("account/prove/", again_views.prove, name="prove"),
    path("account/name/", views.name_edit, name="name-edit"),
    path("account/delete/", views.account_delete, name="account-delete"),
    path("account/sessions/<int:session_id>/end/", views.session_end, name="session-end"),
    path("", include("assessment.accounts.workspaces.urls")),
]
