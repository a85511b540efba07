from django.apps import AppConfig


class PlaybookConfig(AppConfig):
    name = "recommendations.playbook"
    label = "playbook"
    verbose_name = "Playbook"
