from django.apps import AppConfig
from django.core.checks import Tags, register

from assessment.audit.checks import check_triggers_stand


class AuditConfig(AppConfig):
    name = "assessment.audit"
    label = "audit"
    verbose_name = "Audit"

    def ready(self) -> None:
        register(check_triggers_stand, Tags.database)
