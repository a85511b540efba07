"""`manage.py catalogue check FILE… | load FILE…`."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.bank.documents import read_document
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_text
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from recommendations.catalogue.actions import Named, load_catalogue, refuse_faulty
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.scheme_check import doubtful_schemes

WRONG_FILE = 2


class Command(BaseCommand):
    help = "Check and load catalogues: categories of help, public measures, providers, offerings, funding schemes."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        check = steps.add_parser("check", help="check catalogue files; each may refer to those before it")
        check.add_argument("files", type=Path, nargs="+", metavar="FILE")
        load = steps.add_parser("load", help="add or replace what the files hold, by key, all or none")
        load.add_argument("files", type=Path, nargs="+", metavar="FILE")

    def handle(self, *args: Any, step: str, files: list[Path], **options: Any) -> None:
        steps: dict[str, Callable[[Sequence[Named]], str]] = {"check": _check, "load": _load}
        try:
            self.stdout.write(steps[step]([_read(file) for file in files]))
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error


def _read(file: Path) -> Named:
    document = read_document(CatalogueDocument, read_text(file), file.name)
    release = current_release(document.bank)
    if release is None:
        message = f"{file.name} is for the bank {document.bank}, which has no release here: load and release it first."
        raise CommandError(message, returncode=WRONG_FILE)
    return Named(file.name, document, document_of(release.pk))


def _check(files: Sequence[Named]) -> str:
    refuse_faulty(files)
    doubts = [f"{file.name}: {doubt}" for file in files for doubt in doubtful_schemes(file.document)]
    return "\n".join([*doubts, f"{', '.join(file.name for file in files)}: no faults"])


def _load(files: Sequence[Named]) -> str:
    loaded = load_catalogue(files=files)
    return (
        f"Loaded {loaded.categories} categories, {loaded.measures} public measures, "
        f"{loaded.providers} providers, {loaded.offerings} offerings and {loaded.schemes} funding schemes."
    )
