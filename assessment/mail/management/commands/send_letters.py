"""manage.py send_letters: tries what is waiting in the outbox."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from assessment.mail.actions import send_due_letters, try_given_up_again
from assessment.mail.models import Letter


class Command(BaseCommand):
    help = "Sends the letters that are due. The web server does this by itself every minute."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="also try again what was given up")

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        if again:
            try_given_up_again()
        sent, failed = send_due_letters()
        given_up = Letter.objects.given_up().count()
        self.stdout.write(f"Letters sent: {sent}; not sent, to be tried again: {failed}; given up: {given_up}")
