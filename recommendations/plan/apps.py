from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "recommendations.plan"
    label = "plan"
    verbose_name = "Plans"
