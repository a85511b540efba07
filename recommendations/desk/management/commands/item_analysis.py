"""`manage.py item_analysis SLUG`: how the questions of a bank behave over all submitted answers, as a table or JSON."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.item_analysis_alpha import Missing
from recommendations.desk.banks import newest_release
from recommendations.desk.item_text import study_json, study_text
from recommendations.desk.study import study_bank

WRONG_INPUT = 2


class Command(BaseCommand):
    help = "Show how the questions of a bank behave over all submitted answers: shares, correlations, alpha."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="short name of the bank")
        parser.add_argument("--release-major", type=int, metavar="N", help="major version; the current one if left out")
        parser.add_argument("--missing", choices=list(Missing), default=Missing.LISTWISE.value)
        parser.add_argument("--without-flagged", action="store_true", help="leave out flagged submissions")
        parser.add_argument("--json", type=Path, metavar="FILE", help="also write all figures as JSON to this file")
        parser.add_argument("--lang", choices=[code for code, _name in settings.LANGUAGES], default="en")

    def handle(self, *args: Any, slug: str, release_major: int | None, lang: str, **options: Any) -> None:
        release = _release(slug, release_major)
        document = document_of(release.pk)
        study = study_bank(slug, release.major, document, without_flagged=options["without_flagged"])
        with translation.override(lang):
            self.stdout.write(f"{slug} {release.major}.x\n\n")
            self.stdout.write(study_text(study, document, Missing(options["missing"]), lang))
            if options["json"]:
                _write(options["json"], {"bank": slug, "major": release.major, **study_json(study)})


def _release(slug: str, major: int | None) -> Release:
    current = current_release(slug)
    if current is None:
        raise CommandError(f"There is no released bank {slug}.", returncode=WRONG_INPUT)
    try:
        return newest_release(current, major)
    except Release.DoesNotExist:
        raise CommandError(f"{slug} has no release {major}.x.", returncode=WRONG_INPUT) from None


def _write(path: Path, figures: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=WRONG_INPUT) from error
