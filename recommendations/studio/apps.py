from django.apps import AppConfig


class StudioConfig(AppConfig):
    name = "recommendations.studio"
    label = "studio"
    verbose_name = "Studio"
