"""What `manage.py bank` and `manage.py playbook` have in common: load, release, export."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError

from assessment.bank.editing.crafts import Craft
from assessment.bank.faults import DocumentError
from assessment.bank.file_formats import JSON, XLSX, YAML, as_json, as_yaml
from assessment.bank.models import AnyRelease, WorkingCopy
from assessment.bank.releasing import ReleaseRefused, latest_of

WRONG_FILE = 2
ENDINGS = {".yaml": YAML, ".yml": YAML, ".json": JSON, ".xlsx": XLSX}

Writing = Callable[[Any], bytes]


class WorkingCopyCommand(BaseCommand):
    """The steps that need to know no more than the craft; a command adds its own and says how files are read."""

    craft: ClassVar[Craft[Any, Any]]
    model: ClassVar[type[WorkingCopy]]
    files: ClassVar[str]
    formats: ClassVar[Mapping[str, Writing]] = {YAML: as_yaml, JSON: as_json}
    requires_system_checks: list[str] = []

    def read(self, file: Path) -> Any:
        """This function will return the document in a file, or raise DocumentError."""
        raise NotImplementedError

    def load(self, document: Any) -> WorkingCopy:
        """This function will put a document into the working copy that it names."""
        raise NotImplementedError

    def release_of(self, copy: Any, note: str) -> Any:
        """This function will release a working copy."""
        raise NotImplementedError

    def document_of(self, release: Any) -> Any:
        """This function will return the document of a release."""
        raise NotImplementedError

    def after_release(self, release: Any) -> None:
        """What else there is to say about a release that was made."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        word = self.craft.word
        load = steps.add_parser("load", help=f"replace a {word}'s working copy by a file")
        load.add_argument("file", type=Path, help=self.files)
        release = steps.add_parser("release", help="freeze the working copy as the next release, if it has changed")
        release.add_argument("slug")
        release.add_argument("--note", default="", help="what changed, for those who read the list of releases")
        export = steps.add_parser("export", help="print or write the working copy or a release as a document")
        export.add_argument("slug")
        export.add_argument("--release", metavar="NUMBER", help="such as 1.0; the working copy if left out")
        export.add_argument("--format", choices=[*self.formats], help="else as the file's name ends, or yaml")
        export.add_argument("--output", type=Path, metavar="FILE", help="write to this file; needed for xlsx")
        self.add_steps(steps)

    def add_steps(self, steps: Any) -> None:
        """Steps of one command only; the step `x` is done by the method `do_x`."""

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        getattr(self, f"do_{step}")(**options)

    def do_load(self, file: Path, **options: Any) -> None:
        document = self.wanted(self.read, file)
        copy = self.wanted(self.load, document)
        self.stdout.write(f"Loaded {file.name} into the working copy of {copy.slug}.")

    def do_release(self, slug: str, note: str, **options: Any) -> None:
        copy = self.copy_of(slug)
        latest = latest_of(copy)
        try:
            release = self.release_of(copy, note)
        except ReleaseRefused as error:
            raise CommandError(f"{slug} was not released.\n{error}", returncode=1) from error
        if release == latest:
            self.stdout.write(f"{slug} {release.version}  nothing has changed since, so there is no new release")
        else:
            self.stdout.write(f"{slug} {release.version}  sha256 {release.content_hash}")
            self.after_release(release)

    def do_export(self, slug: str, format: str | None, output: Path | None, **options: Any) -> None:
        format = _format_of(format, output)
        if output is None and format == XLSX:
            raise CommandError("A workbook needs a file: add --output FILE.xlsx.", returncode=WRONG_FILE)
        if format not in self.formats:
            raise CommandError(f"A {self.craft.word} cannot be written as {format}.", returncode=WRONG_FILE)
        content = self.wanted(self.formats[format], self._stored(slug, options["release"]))
        if output is None:
            self.stdout.write(content.decode(), ending="")
        else:
            _write(output, content)
            self.stdout.write(f"Wrote {slug} to {output.name}.")

    def wanted(self, make: Callable[[Any], Any], subject: Any) -> Any:
        """This function will return what `make` makes of `subject`, or end the command with every fault of a document."""
        try:
            return make(subject)
        except DocumentError as error:
            raise CommandError(str(error), returncode=WRONG_FILE) from error

    def copy_of(self, slug: str) -> Any:
        """This function will return a working copy, or end the command naming those that there are."""
        copies = self.model._default_manager.order_by("slug")
        copy = copies.filter(slug=slug).first()
        if copy is None:
            known = ", ".join(copies.values_list("slug", flat=True)) or "none"
            raise CommandError(f"There is no {self.craft.word} {slug}; loaded are: {known}.", returncode=WRONG_FILE)
        return copy

    def _stored(self, slug: str, number: str | None) -> Any:
        copy = self.copy_of(slug)
        if number is None:
            return self.craft.compile(copy)
        releases: list[AnyRelease] = list(copy.releases.newest_first().defer("document"))
        found = next((release for release in releases if release.version == number), None)
        if found is None:
            raise CommandError(f"{slug} has no release {number}.", returncode=WRONG_FILE)
        return self.document_of(found)


def _format_of(asked: str | None, output: Path | None) -> str:
    """A file whose name says another format than its content would open nowhere."""
    named = ENDINGS.get(output.suffix.lower()) if output is not None else None
    if asked is not None and named is not None and asked != named and output is not None:
        raise CommandError(f"{output.name} is named as {named}, but --format says {asked}.", returncode=WRONG_FILE)
    return asked or named or YAML


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=WRONG_FILE) from error
