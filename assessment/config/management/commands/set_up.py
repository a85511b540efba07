"""manage.py set_up: everything between an installed package and a served site."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command

from assessment.bank.queries import current_release
from assessment.config.demo import sample_assessment, sample_link
from assessment.config.demo_workspace import EMAIL, SLUG, sample_workspace
from assessment.config.messages import compile_messages
from assessment.config.shipped_content import (
    BANK,
    CONTENT,
    FRAMEWORKS,
    SAMPLES,
    ShippedFile,
    is_loaded,
    record_loaded,
)
from assessment.config.static_files import collect_static_files
from assessment.responses.following import follow_minor_releases


class Command(BaseCommand):
    help = "Creates or updates the database, loads the content, compiles translations and collects static files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--demo",
            action="store_true",
            help="also load sample providers, a sample assessment and a sample workspace, marked as samples",
        )

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        compile_messages(settings.BASE_DIR)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        for file in CONTENT + FRAMEWORKS + (SAMPLES if demo else ()):
            if not is_loaded(file, settings.BASE_DIR):
                self._load(file)
        follow_minor_releases()
        collect_static_files(settings.STATIC_ROOT)
        if demo:
            self._show_sample()

    def _load(self, file: ShippedFile) -> None:
        call_command(file.command, "load", str(settings.BASE_DIR / file.path), stdout=self.stdout)
        if file.releases:
            call_command(file.command, "release", file.releases, stdout=self.stdout)
        record_loaded(file, settings.BASE_DIR)

    def _show_sample(self) -> None:
        release = current_release(BANK)
        if release is None:
            raise CommandError(f"The bank {BANK} has no release.")
        link = sample_link(sample_assessment(release))
        self.stdout.write(f"A sample result: http://{settings.HOST}:{settings.PORT}{link}")
        password = sample_workspace(release)
        if password:
            self.stdout.write(f"A sample workspace: /w/{SLUG}/, for {EMAIL} with the password {password}")
