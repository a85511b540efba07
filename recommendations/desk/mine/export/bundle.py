"""All there is of an enterprise, as one ZIP file."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.timezone import localtime

from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, EvidenceFile
from recommendations.desk.mine.export.facts import assessment_facts, enterprise_facts
from recommendations.desk.mine.export.guide import Missing, guide_text
from recommendations.desk.mine.export.tables import write_tables
from recommendations.report.formats.offered import Format
from recommendations.report.formats.writing import NotWritten, written
from recommendations.report.models import Report

IN_MEMORY = 4 * 1024 * 1024
LONGEST_NAME = 80


class Event(StrEnum):
    EXPORTED = "enterprise.exported"


def make_bundle(enterprise: Enterprise, locale: str) -> IO[bytes]:
    """This function will return an open file at its beginning; what is large is kept on disk until it is closed.

    Assessments, reports and evidence are read one after the other, never all at once.
    """
    assessments, failures = _assessments(enterprise), []
    file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the response closes it)
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr("enterprise.json", _json(enterprise_facts(enterprise)))
        for number, assessment in enumerate(assessments, start=1):
            failures += _add_assessment(bundle, assessment, f"{number:02}-{localtime(assessment.started_at):%Y-%m-%d}")
        with SpooledTemporaryFile(max_size=IN_MEMORY) as tables:
            write_tables(tables, enterprise, assessments, locale)
            tables.seek(0)
            bundle.writestr("tables.xlsx", tables.read())
        parts = {name.partition("/")[0] for name in bundle.namelist()}
        bundle.writestr("README.txt", guide_text(enterprise, parts, failures))
    file.seek(0)
    return file


def _assessments(enterprise: Enterprise) -> Sequence[Assessment]:
    found = Assessment.objects.filter(enterprise=enterprise).order_by("started_at", "pk")
    return list(found.select_related("enterprise", "release__bank", "workspace", "follows").defer("release__document"))


def _add_assessment(bundle: ZipFile, assessment: Assessment, name: str) -> list[Missing]:
    """What could not be written is left out, and returned."""
    evidence = {}
    for number, each in enumerate(_evidence(assessment), start=1):
        place = f"evidence/{name}/{number:02}-{each.question_key}-{safe_name(each.name)}"
        bundle.writestr(place, bytes(each.content))
        evidence[place] = str(each.public_id)
    failures = []
    for report in Report.objects.filter(result__assessment=assessment).order_by("pk").iterator(1):
        place = f"reports/{name}-{safe_name(report.number)}-{report.language}-{str(report.public_id)[:8]}"
        failures += _add_report(bundle, report, place)
    bundle.writestr(f"assessments/{name}.json", _json(assessment_facts(assessment, evidence)))
    return failures


def _add_report(bundle: ZipFile, report: Report, place: str) -> list[Missing]:
    failures = []
    for form in Format:
        try:
            data = written(report, form)
        except NotWritten as failure:
            failures.append(Missing(f"{place}{form.ending}", failure.reference))
        else:
            bundle.writestr(f"{place}{form.ending}", data)
    return failures


def _evidence(assessment: Assessment) -> Iterator[EvidenceFile]:
    return EvidenceFile.objects.filter(assessment=assessment).order_by("question_key", "pk").iterator(1)


def safe_name(name: str) -> str:
    """This function will return a file name that means the same everywhere and leads into no other folder."""
    kept = "".join(character if character.isalnum() or character in "-_." else "_" for character in name)
    stem, dot, ending = kept.lstrip("._").rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:10]}" if stem else kept.strip("._")[:LONGEST_NAME] or "file"


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


@transaction.atomic
def record_export(*, enterprise: Enterprise, by: User) -> None:
    """This function will note that the owner took everything away."""
    record_event(
        event=Event.EXPORTED,
        object_type="enterprise",
        object_id=enterprise.public_id,
        actor=by,
        enterprise_id=enterprise.pk,
    )
