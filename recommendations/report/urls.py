from django.urls import include, path, register_converter

from recommendations.report import views
from recommendations.report.formats.offered import FormatConverter

app_name = "report"

register_converter(FormatConverter, "form")  # before those below use it

urlpatterns = [
    path("a/<uuid:public_id>/result/", views.result_show, name="result-show"),
    path("a/<uuid:public_id>/result.json", views.result_data, name="result-data"),
    path("a/<uuid:public_id>/report/", views.report_create, name="report-create"),
    path("a/<uuid:public_id>/reports/<uuid:report_id>.pdf", views.report_show, name="report-show"),
    path("a/<uuid:public_id>/reports/<uuid:report_id>.<form:form>", views.report_file, name="report-file"),
    path("", include("recommendations.report.brand.urls")),
    path("", include("recommendations.report.editions.urls")),
    path("", include("recommendations.report.queue.urls")),
    path("", include("recommendations.report.sharing.urls")),
    path("", include("recommendations.report.verification.urls")),
]
