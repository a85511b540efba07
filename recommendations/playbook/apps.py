from django.apps import AppConfig
from django.core.checks import Tags, register

from recommendations.playbook.checks import check_playbooks_follow_banks


class PlaybookConfig(AppConfig):
    name = "recommendations.playbook"
    label = "playbook"
    verbose_name = "Playbook"

    def ready(self) -> None:
        register(check_playbooks_follow_banks, Tags.database)
