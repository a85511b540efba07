from django.urls import path

from recommendations.report import views

app_name = "report"

urlpatterns = [
    path("a/<uuid:public_id>/result/", views.result_show, name="result-show"),
    path("a/<uuid:public_id>/result.json", views.result_data, name="result-data"),
    path("a/<uuid:public_id>/report/", views.report_create, name="report-create"),
    path("a/<uuid:public_id>/reports/<uuid:report_id>.pdf", views.report_show, name="report-show"),
]
