"""manage.py set_up: everything between an installed package and a served site."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from assessment.config.messages import compile_messages

CONTENT = [
    ("bank", "load", "assessment/bank/content/four_barriers.yaml"),
    ("bank", "release", "four-barriers", "--if-changed"),
    ("playbook", "load", "recommendations/playbook/content/four_barriers.yaml"),
    ("playbook", "release", "four-barriers", "--if-changed"),
    ("catalogue", "load", "recommendations/catalogue/content/catalogue.yaml"),
]
SAMPLES = ("catalogue", "load", "recommendations/catalogue/content/samples.yaml")


class Command(BaseCommand):
    help = "Creates or updates the database, loads the content, compiles translations and collects static files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="also load sample providers, marked as samples")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        compile_messages(settings.BASE_DIR)
        call_command("migrate", interactive=False, verbosity=0)
        for command, verb, *arguments in [*CONTENT, *([SAMPLES] if demo else [])]:
            call_command(command, verb, *arguments, stdout=self.stdout, stderr=self.stderr)
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["fonts"])
