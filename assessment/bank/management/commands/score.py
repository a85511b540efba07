"""`manage.py score BANKFILE ANSWERS`: files in, figures out, no database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from assessment.bank.answers_file import AnswersFile, read_answers
from assessment.bank.documents import content_hash, read_bank_file
from assessment.bank.faults import DocumentError
from assessment.bank.loadable import refuse_unloadable
from assessment.bank.loader import read_text
from assessment.bank.score_json import score_json
from assessment.bank.score_table import score_table
from assessment.scoring.credit import NotScorable
from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import ConditionError
from assessment.scoring.facts import UnknownFact
from assessment.scoring.freeze import freeze_answers
from assessment.scoring.score import Scorer

STANDARD_OUTPUT = Path("-")
UNSCORABLE = (NotScorable, ConditionError, UnknownFact)


class Command(BaseCommand):
    help = "Score an answers file against a bank file, without a database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bank", type=Path, help="bank document, YAML, JSON or XLSX")
        parser.add_argument("answers", type=Path, help="answers file, YAML or JSON")
        parser.add_argument(
            "--json",
            type=Path,
            nargs="?",
            const=STANDARD_OUTPUT,
            metavar="OUT",
            help="also write the scorecard as JSON to this file; without a file, print it instead of the table",
        )
        parser.add_argument(
            "--baseline", type=Path, metavar="ANSWERS", help="answers of an earlier round: adds the change since then"
        )
        parser.add_argument("--lang", choices=[code for code, _name in settings.LANGUAGES], default="en")

    def handle(
        self, *args: Any, bank: Path, answers: Path, lang: str, baseline: Path | None = None, **options: Any
    ) -> None:
        with translation.override(lang):
            try:
                document = read_bank_file(bank)
                refuse_unloadable(document, bank.name)
                file = read_answers(read_text(answers), answers.name, document)
                before = None if baseline is None else read_answers(read_text(baseline), baseline.name, document)
            except DocumentError as error:
                raise CommandError(str(error), returncode=2) from error
            try:
                scorer = Scorer(document)
                card = scorer.score(file.answers, file.scope)
                earlier = None if before is None else scorer.score(before.answers, before.scope)
                facts = scorer.facts(file.answers, file.scope, card).get
                table = score_table(document, card, lang, earlier, facts)
                report = score_json(document, card, lang, earlier, facts)
            except UNSCORABLE as error:
                raise CommandError(f"{bank.name}: {error}; see bank check {bank}", returncode=2) from error
        if options["json"] != STANDARD_OUTPUT:
            self.stdout.write(f"{file.enterprise}\n\n{table}")
        if options["json"]:
            self._write(options["json"], _report(document, file, report))

    def _write(self, path: Path, report: dict[str, Any]) -> None:
        text = json.dumps(report, ensure_ascii=False, indent=2)
        if path == STANDARD_OUTPUT:
            self.stdout.write(text)
            return
        try:
            path.write_text(f"{text}\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}", returncode=2) from error


def _report(document: BankDocument, file: AnswersFile, scorecard: dict[str, Any]) -> dict[str, Any]:
    return {
        "bank": document.slug,
        "content_hash": content_hash(document),
        "enterprise": file.enterprise,
        "answers": freeze_answers(file.answers),
        **scorecard,
    }
