from django.apps import AppConfig


class ReportConfig(AppConfig):
    name = "recommendations.report"
    label = "report"
    verbose_name = "Reports"
