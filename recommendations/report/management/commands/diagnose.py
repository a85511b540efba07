"""`manage.py diagnose ANSWERS`: from an answers file to scorecard, advice and report, with no server."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from assessment.bank.faults import DocumentError
from recommendations.report.actions import make_imprint
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.diagnosis import NotSetUp, diagnose
from recommendations.report.digest import digest_of
from recommendations.report.export import export_result
from recommendations.report.fingerprint import content_hash
from recommendations.report.gather import Case, gather_material
from recommendations.report.outputs import NotWritable, write_whole
from recommendations.report.printed import pdf_of
from recommendations.report.renderer.client import renderer
from recommendations.report.renderer.outcomes import RenderFailed

FAILURES = (DocumentError, NotSetUp, NotWritable)


class Command(BaseCommand):
    help = "Score an answers file, advise on it and write the result as text, JSON and PDF."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", type=Path, help="answers file, YAML or JSON")
        parser.add_argument("--bank", metavar="SLUG", help="question bank; the one named in the file if left out")
        parser.add_argument("--lang", choices=[code for code, _name in settings.LANGUAGES], default="en")
        parser.add_argument("--json", type=Path, metavar="OUT", help="write the result as JSON to this file")
        parser.add_argument("--pdf", type=Path, metavar="OUT", help="write the report as PDF to this file")

    def handle(self, *args: Any, answers: Path, bank: str | None, lang: str, **options: Any) -> None:
        with translation.override(lang):
            try:
                case = diagnose(answers, bank)
                content = build_content(gather_material(case, lang))
                if options["json"]:
                    write_whole(options["json"], _json(case, content))
                if options["pdf"]:
                    write_whole(options["pdf"], self._pdf(case, content))
            except FAILURES as error:
                raise CommandError(str(error), returncode=2) from error
            self.stdout.write(digest_of(content))

    def _pdf(self, case: Case, content: ReportContent) -> bytes:
        try:
            return pdf_of(content, make_imprint(content_hash(content), case.submitted_on))
        except RenderFailed as error:
            raise CommandError(f"The PDF could not be made: {error}", returncode=1) from error
        finally:
            renderer.close()


def _json(case: Case, content: ReportContent) -> bytes:
    return (json.dumps(export_result(case, content), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
