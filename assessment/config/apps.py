from django.apps import AppConfig
from django.core.checks import register

from assessment.config.checks import check_pdf_libraries


class ConfigConfig(AppConfig):
    name = "assessment.config"
    label = "config"
    verbose_name = "Configuration"

    def ready(self) -> None:
        register(check_pdf_libraries)
