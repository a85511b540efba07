from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "assessment.config"
    label = "config"
    verbose_name = "Configuration"
