"""`manage.py playbook check FILE | load FILE | release SLUG | export SLUG`."""

import json
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.bank.documents import canonical_json, read_bank_file, read_document
from assessment.bank.faults import DocumentError
from assessment.bank.loader import read_text
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.bank.yaml_writing import write_yaml
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding, Severity
from recommendations.playbook.actions import ReleaseRefused, load_playbook, release_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook
from recommendations.playbook.queries import release_numbered
from recommendations.playbook.releases import playbook_of
from recommendations.rules.check import check_playbook
from recommendations.rules.check_firing import check_firing
from recommendations.rules.document import PlaybookDocument

WRONG_FILE = 2


class Command(BaseCommand):
    help = "Check, load, release and export playbooks: actions and the rules that recommend them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        check = steps.add_parser("check", help="read a playbook file and check it beside its bank")
        check.add_argument("file", type=Path)
        check.add_argument("--bank", type=Path, metavar="FILE", help="a bank file; else the bank's newest release")
        load = steps.add_parser("load", help="replace a playbook's working copy by a file")
        load.add_argument("file", type=Path)
        release = steps.add_parser("release", help="freeze the working copy as the next release")
        release.add_argument("slug")
        release.add_argument("--note", default="", help="what changed, for those who read the list of releases")
        release.add_argument("--if-changed", action="store_true", help="do nothing if the last release says the same")
        export = steps.add_parser("export", help="print the working copy or a release as a document")
        export.add_argument("slug")
        export.add_argument("--release", metavar="NUMBER", help="such as 1.0; the working copy if left out")
        export.add_argument("--format", choices=["yaml", "json"], default="yaml")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        steps: dict[str, Callable[..., None]] = {
            "check": self.check_file,
            "load": self.load_file,
            "release": self.release,
            "export": self.export,
        }
        steps[step](**options)

    def check_file(self, file: Path, bank: Path | None, **options: Any) -> None:
        document = _read(file)
        beside = _bank_document(document.bank, bank)
        findings = check_playbook(document, beside)
        if not any(finding.severity is Severity.ERROR for finding in findings):
            findings += check_firing(document, beside)
        self._print(findings)
        faulty = sum(finding.severity is Severity.ERROR for finding in findings)
        self.stdout.write(
            f"{file.name}: {len(document.actions)} actions, {len(document.rules)} rules, "
            f"{faulty} errors, {len(findings) - faulty} warnings"
        )
        if faulty:
            raise CommandError(f"{file.name} has faults", returncode=1)

    def _print(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.stdout.write(f"{finding.severity.value}  {finding.place}: {finding.message}; {finding.mend}")

    def load_file(self, file: Path, **options: Any) -> None:
        document = _read(file)
        try:
            playbook = load_playbook(document=document)
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error
        self.stdout.write(f"Loaded {file.name} into the working copy of {playbook.slug}.")

    def release(self, slug: str, note: str, if_changed: bool, **options: Any) -> None:
        try:
            release = release_playbook(playbook=_playbook(slug), note=note, if_changed=if_changed)
        except ReleaseRefused as error:
            raise CommandError(f"{slug} was not released.\n{error}", returncode=1) from error
        self.stdout.write(f"{slug} {release.version}  sha256 {release.content_hash}")
        self._print(check_firing(playbook_of(release.pk), document_of(release.bank_release_id)))

    def export(self, slug: str, format: str, **options: Any) -> None:
        document = _stored(slug, options["release"])
        if format == "yaml":
            self.stdout.write(write_yaml(document), ending="")
        else:
            self.stdout.write(json.dumps(json.loads(canonical_json(document)), ensure_ascii=False, indent=2))


def _read(file: Path) -> PlaybookDocument:
    try:
        return read_document(PlaybookDocument, read_text(file), file.name)
    except DocumentError as error:
        raise CommandError(str(error), returncode=WRONG_FILE) from error


def _bank_document(slug: str, file: Path | None) -> BankDocument:
    if file is not None:
        try:
            return read_bank_file(file)
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error
    release = current_release(slug)
    if release is None:
        raise CommandError(f"The bank {slug} has no release here; give its file with --bank.", returncode=WRONG_FILE)
    return document_of(release.pk)


def _playbook(slug: str) -> Playbook:
    playbook = Playbook.objects.filter(slug=slug).first()
    if playbook is None:
        known = ", ".join(Playbook.objects.order_by("slug").values_list("slug", flat=True)) or "none"
        raise CommandError(f"There is no playbook {slug}; loaded are: {known}.", returncode=WRONG_FILE)
    return playbook


def _stored(slug: str, number: str | None) -> PlaybookDocument:
    playbook = _playbook(slug)
    if number is None:
        return compile_playbook(playbook)
    release = release_numbered(slug, number)
    if release is None:
        raise CommandError(f"{slug} has no release {number}.", returncode=WRONG_FILE)
    return playbook_of(release.pk)
