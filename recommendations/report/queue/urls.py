from django.urls import path

from recommendations.report.queue import views

OF_WORKSPACE = "w/<slug:workspace_slug>/reports/"

urlpatterns = [
    path(OF_WORKSPACE, views.batch_list, name="batch-list"),
    path(f"{OF_WORKSPACE}new/", views.batch_add, name="batch-add"),
    path(f"{OF_WORKSPACE}<uuid:batch_id>/", views.batch_show, name="batch-show"),
    path(f"{OF_WORKSPACE}<uuid:batch_id>/progress.json", views.batch_progress, name="batch-progress"),
    path(f"{OF_WORKSPACE}<uuid:batch_id>/cancel/", views.batch_cancel, name="batch-cancel"),
    path(f"{OF_WORKSPACE}<uuid:batch_id>/resume/", views.batch_resume, name="batch-resume"),
    path(f"{OF_WORKSPACE}<uuid:batch_id>/reports.zip", views.batch_download, name="batch-download"),
]
