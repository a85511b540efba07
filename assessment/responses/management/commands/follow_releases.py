"""manage.py follow_releases: after a minor release of a bank, whose words changed and nothing else."""

from typing import Any

from django.core.management import BaseCommand

from assessment.responses.following import follow_minor_releases


class Command(BaseCommand):
    help = "Moves open assessments to the newest release of their own major version: same questions, newer words."

    def handle(self, *args: Any, **options: Any) -> None:
        moved = follow_minor_releases()
        self.stdout.write(f"Open assessments that follow a newer release now: {moved}")
