from django.urls import path

from recommendations.report.sharing import views

OF_CLIENT = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/reports/<uuid:report_id>/"
OWN = "a/<uuid:public_id>/reports/<uuid:report_id>/"

urlpatterns = [
    path(f"{OF_CLIENT}share/", views.share_add, name="share-add"),
    path(f"{OF_CLIENT}share/<uuid:share_id>/revoke/", views.share_revoke, name="share-revoke"),
    path(f"{OWN}share/", views.share_own, name="share-own"),
    path(f"{OWN}share/<uuid:share_id>/revoke/", views.share_own_revoke, name="share-own-revoke"),
    path("s/<str:share_token>/", views.shared, name="shared"),
    path("s/<str:share_token>/<str:ticket>/report.pdf", views.shared_file, name="shared-file"),
    path("s/<str:share_token>/<str:ticket>/report.<form:form>", views.shared_form, name="shared-form"),
]
