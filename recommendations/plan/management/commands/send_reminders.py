from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from recommendations.plan.reminders import send_reminders


class Command(BaseCommand):
    help = "Posts the reminders that are due today, one letter for each plan. Run it once a day; twice does no harm."

    def handle(self, *args: Any, **options: Any) -> None:
        count = send_reminders(on=timezone.localdate())
        self.stdout.write(f"{count} reminders posted")
