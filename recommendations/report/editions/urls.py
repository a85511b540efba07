from django.urls import path

from recommendations.report.editions import views

CASE = "w/<slug:workspace_slug>/clients/<uuid:client_id>/a/<uuid:public_id>/"

urlpatterns = [
    path(f"{CASE}report/", views.edition, name="edition"),
    path(f"{CASE}reports/<uuid:edition_id>.pdf", views.edition_show, name="edition-show"),
    path(f"{CASE}reports/<uuid:edition_id>.<form:form>", views.edition_file, name="edition-file"),
]
