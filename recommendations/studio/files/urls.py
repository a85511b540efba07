"""Addresses where banks and playbooks leave and arrive as files."""

from django.urls import path

from recommendations.studio.files import new_views, trial_views, views

urlpatterns = [
    path("banks/<slug:bank_slug>/files/", views.files, name="files"),
    path("banks/<slug:bank_slug>/files/export/", views.export, name="export"),
    path("banks/<slug:bank_slug>/files/<uuid:file_id>/", trial_views.file_show, name="file-show"),
    path("banks/<slug:bank_slug>/files/<uuid:file_id>/take/", trial_views.file_take, name="file-take"),
    path("import/", new_views.bank_import, name="bank-import"),
    path("import/start/", new_views.bank_start, name="bank-start"),
    path("import/template.xlsx", new_views.bank_template, name="bank-template"),
    path("import/<uuid:file_id>/", new_views.new_bank_show, name="new-bank-show"),
    path("import/<uuid:file_id>/take/", new_views.new_bank_take, name="new-bank-take"),
]
