from django.urls import path

from recommendations.desk.clients import client_views, many_views, views
from recommendations.desk.clients.imports import views as import_views
from recommendations.desk.clients.merging import views as merge_views

WORKSPACE = "w/<slug:workspace_slug>"
CLIENT = f"{WORKSPACE}/clients/<uuid:client_id>"

urlpatterns = [
    path(f"{WORKSPACE}/", views.clients, name="clients"),
    path(f"{WORKSPACE}/new-client/", views.client_add, name="client-add"),
    path(f"{WORKSPACE}/send/", many_views.links_send, name="links-send"),
    path(f"{WORKSPACE}/import/", import_views.client_import, name="client-import"),
    path(f"{WORKSPACE}/import/<uuid:table_id>/", import_views.client_import_show, name="client-import-show"),
    path(f"{WORKSPACE}/clients.xlsx", import_views.client_export, name="client-export"),
    path(f"{WORKSPACE}/clients.csv", import_views.client_export_csv, name="client-export-csv"),
    path(f"{WORKSPACE}/merge/", merge_views.client_merge, name="client-merge"),
    path(f"{CLIENT}/", client_views.client_show, name="client-show"),
    path(f"{CLIENT}/edit/", client_views.client_edit, name="client-edit"),
    path(f"{CLIENT}/archive/", views.client_archive, name="client-archive"),
    path(f"{CLIENT}/give-up/", client_views.client_give_up, name="client-give-up"),
    path(f"{CLIENT}/new/", client_views.assessment_add, name="assessment-add"),
]
