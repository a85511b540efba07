"""`manage.py bank check FILE | load FILE | release SLUG | export SLUG | reference`."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.check_report import check_document, report_text
from assessment.bank.documents import read_bank_file, read_placed_bank
from assessment.bank.editing.crafts import BANK
from assessment.bank.file_formats import JSON, XLSX, YAML, as_json, as_yaml
from assessment.bank.models import Bank, Release
from assessment.bank.reference import json_schema, reference
from assessment.bank.releases import document_of
from assessment.bank.working_copy_command import WorkingCopyCommand
from assessment.bank.xlsx.writing import write_workbook
from assessment.scoring.document import BankDocument
from assessment.scoring.samples import SETS


class Command(WorkingCopyCommand):
    help = "Check, load, release and export question banks."
    craft = BANK
    model = Bank
    files = "YAML, JSON or XLSX"
    formats = {YAML: as_yaml, JSON: as_json, XLSX: write_workbook}

    def add_steps(self, steps: Any) -> None:
        check = steps.add_parser("check", help="read a bank file, run the checker and the worked examples")
        check.add_argument("file", type=Path, help=self.files)
        manual = steps.add_parser("reference", help="print the reference of the bank document")
        manual.add_argument("--json", action="store_true", help="as a JSON Schema, for editors")

    def read(self, file: Path) -> BankDocument:
        return read_bank_file(file)

    def load(self, document: BankDocument) -> Bank:
        return load_bank(document=document)

    def release_of(self, copy: Bank, note: str) -> Release:
        return release_bank(bank=copy, note=note)

    def document_of(self, release: Release) -> BankDocument:
        return document_of(release.pk)

    def do_check(self, file: Path, **options: Any) -> None:
        read = self.wanted(read_placed_bank, file)
        report = check_document(read.document, generated=SETS)
        self.stdout.write(report_text(report, read.places))
        if not report.passed:
            raise CommandError(f"{file.name} has faults", returncode=1)

    def do_reference(self, **options: Any) -> None:
        self.stdout.write(json_schema() if options["json"] else reference(), ending="")
