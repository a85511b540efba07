"""`manage.py bank check FILE | load FILE | release SLUG | export SLUG | reference`."""

import json
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.bank.actions import ReleaseRefused, load_bank, release_bank
from assessment.bank.check_report import check_document, report_text
from assessment.bank.compile import compile_bank
from assessment.bank.documents import PlacedBank, canonical_json, read_placed_bank
from assessment.bank.faults import DocumentError
from assessment.bank.models import Bank
from assessment.bank.queries import release_numbered
from assessment.bank.reference import json_schema, reference
from assessment.bank.releases import document_of
from assessment.bank.xlsx.writing import write_workbook
from assessment.bank.yaml_writing import write_yaml
from assessment.scoring.document import BankDocument
from assessment.scoring.samples import SETS

WRONG_FILE = 2
YAML, JSON, XLSX = "yaml", "json", "xlsx"
ENDINGS = {".yaml": YAML, ".yml": YAML, ".json": JSON, ".xlsx": XLSX}


def _as_yaml(document: BankDocument) -> bytes:
    return write_yaml(document).encode()


def _as_json(document: BankDocument) -> bytes:
    return (json.dumps(json.loads(canonical_json(document)), ensure_ascii=False, indent=2) + "\n").encode()


FORMATS: dict[str, Callable[[BankDocument], bytes]] = {YAML: _as_yaml, JSON: _as_json, XLSX: write_workbook}


class Command(BaseCommand):
    help = "Check, load, release and export question banks."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        check = steps.add_parser("check", help="read a bank file, run the checker and the worked examples")
        check.add_argument("file", type=Path, help="YAML, JSON or XLSX")
        load = steps.add_parser("load", help="replace a bank's working copy by a file")
        load.add_argument("file", type=Path, help="YAML, JSON or XLSX")
        release = steps.add_parser("release", help="freeze the working copy as the next release")
        release.add_argument("slug")
        release.add_argument("--note", default="", help="what changed, for those who read the list of releases")
        release.add_argument(
            "--if-changed", action="store_true", help="always so; for scripts that release playbooks too"
        )
        export = steps.add_parser("export", help="print or write the working copy or a release as a document")
        export.add_argument("slug")
        export.add_argument("--release", metavar="NUMBER", help="such as 1.0; the working copy if left out")
        export.add_argument(
            "--format", choices=[*FORMATS], help="else as the file's name ends; yaml where it is printed"
        )
        export.add_argument("--output", type=Path, metavar="FILE", help="write to this file; needed for xlsx")
        manual = steps.add_parser("reference", help="print the reference of the bank document")
        manual.add_argument("--json", action="store_true", help="as a JSON Schema, for editors")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        steps: dict[str, Callable[..., None]] = {
            "check": self.check_file,
            "load": self.load_file,
            "release": self.release,
            "export": self.export,
            "reference": self.reference,
        }
        steps[step](**options)

    def check_file(self, file: Path, **options: Any) -> None:
        read = _read(file)
        report = check_document(read.document, generated=SETS)
        self.stdout.write(report_text(report, read.places))
        if not report.passed:
            raise CommandError(f"{file.name} has faults", returncode=1)

    def load_file(self, file: Path, **options: Any) -> None:
        document = _read(file).document
        try:
            bank = load_bank(document=document)
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error
        self.stdout.write(f"Loaded {file.name} into the working copy of {bank.slug}.")

    def release(self, slug: str, note: str, **options: Any) -> None:
        bank = _bank(slug)
        latest = bank.releases.newest_first().first()
        try:
            release = release_bank(bank=bank, note=note, if_changed=True)
        except ReleaseRefused as error:
            raise CommandError(f"{slug} was not released.\n{error}", returncode=1) from error
        if release == latest:
            self.stdout.write(f"{slug} {release.version}  nothing has changed since, so there is no new release")
        else:
            self.stdout.write(f"{slug} {release.version}  sha256 {release.content_hash}")

    def export(self, slug: str, format: str | None, output: Path | None, **options: Any) -> None:
        format = _format_of(format, output)
        if output is None and format == XLSX:
            raise CommandError("A workbook needs a file: add --output FILE.xlsx.", returncode=WRONG_FILE)
        content = _written(_stored(slug, options["release"]), format)
        if output is None:
            self.stdout.write(content.decode(), ending="")
        else:
            _write(output, content)
            self.stdout.write(f"Wrote {slug} to {output.name}.")

    def reference(self, **options: Any) -> None:
        self.stdout.write(json_schema() if options["json"] else reference(), ending="")


def _read(file: Path) -> PlacedBank:
    try:
        return read_placed_bank(file)
    except DocumentError as error:
        raise CommandError(str(error), returncode=WRONG_FILE) from error


def _format_of(asked: str | None, output: Path | None) -> str:
    """A file whose name says another format than its content would open nowhere."""
    named = ENDINGS.get(output.suffix.lower()) if output is not None else None
    if asked is not None and named is not None and asked != named and output is not None:
        raise CommandError(f"{output.name} is named as {named}, but --format says {asked}.", returncode=WRONG_FILE)
    return asked or named or YAML


def _written(document: BankDocument, format: str) -> bytes:
    try:
        return FORMATS[format](document)
    except DocumentError as error:
        raise CommandError(str(error), returncode=WRONG_FILE) from error


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=WRONG_FILE) from error


def _bank(slug: str) -> Bank:
    bank = Bank.objects.filter(slug=slug).first()
    if bank is None:
        known = ", ".join(Bank.objects.order_by("slug").values_list("slug", flat=True)) or "none"
        raise CommandError(f"There is no bank {slug}; loaded are: {known}.", returncode=WRONG_FILE)
    return bank


def _stored(slug: str, number: str | None) -> BankDocument:
    bank = _bank(slug)
    if number is None:
        return compile_bank(bank)
    release = release_numbered(slug, number)
    if release is None:
        raise CommandError(f"{slug} has no release {number}.", returncode=WRONG_FILE)
    return document_of(release.pk)
