from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "assessment.mail"
    label = "mail"
    verbose_name = "Mail"
