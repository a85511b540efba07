"""`manage.py catalogue check FILE… | load FILE… | import TABLE | export TABLE`."""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.bank.documents import read_document
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_bytes, read_text
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.actions import Named, load_catalogue, refuse_faulty
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.imports.actions import import_offerings
from recommendations.catalogue.imports.outcomes import Outcome
from recommendations.catalogue.imports.preview import NoBank, Preview, preview_of
from recommendations.catalogue.imports.tables import LARGEST_FILE
from recommendations.catalogue.imports.template import offerings_table
from recommendations.catalogue.scheme_check import doubtful_schemes

FAULTY = 1
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
        take = steps.add_parser(
            "import", help="add or replace, by provider and key, the offerings of an XLSX or CSV table"
        )
        take.add_argument("file", type=Path, metavar="TABLE")
        take.add_argument(
            "--dry-run", action="store_true", help="say line by line what would happen, and change nothing"
        )
        take.add_argument(
            "--skip-faulty", action="store_true", help="take the sound lines and leave the faulty ones out"
        )
        give = steps.add_parser("export", help="write all offerings as an XLSX table that can be changed and imported")
        give.add_argument("file", type=Path, metavar="TABLE")
        give.add_argument("--empty", action="store_true", help="only the columns and the words that may stand in them")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        steps: dict[str, Callable[[dict[str, Any]], str]] = {
            "check": lambda given: _check([_read(file) for file in given["files"]]),
            "load": lambda given: _load([_read(file) for file in given["files"]]),
            "import": _import,
            "export": _export,
        }
        try:
            self.stdout.write(steps[step](options))
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error
        except NoBank as error:
            message = "The catalogue has no category yet, or its bank no release: run ./run set-up first."
            raise CommandError(message, returncode=WRONG_FILE) from error


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


def _import(options: dict[str, Any]) -> str:
    file: Path = options["file"]
    content = read_bytes(file, LARGEST_FILE)
    if options["dry_run"]:
        preview = preview_of(content, file.name)
        if preview.is_sound:
            return _said(preview)
        raise CommandError(_said(preview), returncode=FAULTY)
    done = import_offerings(content=content, name=file.name, skip_faulty=options["skip_faulty"])
    return f"{done.created} offerings are new, {done.updated} replaced, {done.left_out} faulty lines left out."


def _said(preview: Preview) -> str:
    """Unchanged lines are counted only."""
    lines = [f"{preview.name}: {fault}" for fault in preview.faults]
    for verdict in preview.verdicts:
        head = f"{verdict.number}  {verdict.outcome}  {verdict.provider}/{verdict.offering}"
        lines += [f"{head}  {fault}" for fault in verdict.faults]
        if verdict.outcome is Outcome.NEW:
            lines.append(head)
        lines += [f"{head}  {each.column}: {each.before} -> {each.after}" for each in verdict.differences]
    lines.append(", ".join(f"{count} {outcome.value}" for outcome, count in preview.counts.items()))
    return "\n".join(lines)


def _export(options: dict[str, Any]) -> str:
    file: Path = options["file"]
    content = offerings_table(FALLBACK_LOCALE, with_offerings=not options["empty"])
    try:
        file.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}", returncode=WRONG_FILE) from error
    return f"Wrote {file}."
