from django.apps import AppConfig
from django.core.checks import Tags, register

from assessment.bank.checks import check_a_bank_is_released


class BankConfig(AppConfig):
    name = "assessment.bank"
    label = "bank"
    verbose_name = "Question bank"

    def ready(self) -> None:
        register(check_a_bank_is_released, Tags.database)
