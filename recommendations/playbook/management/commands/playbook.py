"""`manage.py playbook check FILE | load FILE | release SLUG | export SLUG`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from assessment.bank.documents import read_bank_file
from assessment.bank.file_formats import JSON, XLSX, YAML, as_json, as_yaml
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.bank.working_copy_command import WRONG_FILE, WorkingCopyCommand
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding, Severity
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.documents import read_playbook_file
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.playbook.xlsx.writing import write_playbook_workbook
from recommendations.rules.check import check_playbook
from recommendations.rules.check_firing import check_firing
from recommendations.rules.document import PlaybookDocument


class Command(WorkingCopyCommand):
    help = "Check, load, release and export playbooks: actions and the rules that recommend them."
    craft = PLAYBOOK
    model = Playbook
    files = "YAML, JSON or XLSX"
    formats = {YAML: as_yaml, JSON: as_json, XLSX: write_playbook_workbook}

    def add_steps(self, steps: Any) -> None:
        check = steps.add_parser("check", help="read a playbook file and check it beside its bank")
        check.add_argument("file", type=Path, help=self.files)
        check.add_argument("--bank", type=Path, metavar="FILE", help="a bank file; else the bank's newest release")

    def read(self, file: Path) -> PlaybookDocument:
        return read_playbook_file(file)

    def load(self, document: PlaybookDocument) -> Playbook:
        return load_playbook(document=document)

    def release_of(self, copy: Playbook, note: str) -> PlaybookRelease:
        return release_playbook(playbook=copy, note=note)

    def document_of(self, release: PlaybookRelease) -> PlaybookDocument:
        return playbook_of(release.pk)

    def after_release(self, release: PlaybookRelease) -> None:
        self._print(check_firing(playbook_of(release.pk), document_of(release.bank_release_id)))

    def do_check(self, file: Path, bank: Path | None, **options: Any) -> None:
        document = self.wanted(self.read, file)
        beside = self._bank_document(document.bank, bank)
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

    def _bank_document(self, slug: str, file: Path | None) -> BankDocument:
        if file is not None:
            document: BankDocument = self.wanted(read_bank_file, file)
            return document
        release = current_release(slug)
        if release is None:
            raise CommandError(
                f"The bank {slug} has no release here; give its file with --bank.", returncode=WRONG_FILE
            )
        return document_of(release.pk)
