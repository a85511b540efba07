from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "assessment.responses"
    label = "responses"
    verbose_name = "Assessments"
