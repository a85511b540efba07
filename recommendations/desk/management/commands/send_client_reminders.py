"""manage.py send_client_reminders: the letters to clients that are due now."""

from typing import Any

from django.core.management import BaseCommand

from recommendations.desk.sending.reminders import send_client_reminders


class Command(BaseCommand):
    help = "Reminds clients, 5 and 12 days after a link was sent, while they have not submitted. The web server does it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Reminders to clients posted: {send_client_reminders()}")
