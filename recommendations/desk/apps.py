from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "recommendations.desk"
    label = "desk"
    verbose_name = "Consultant's desk"
