from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "assessment.audit"
    label = "audit"
    verbose_name = "Audit"
