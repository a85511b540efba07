import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.models import User, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses import evidence
from assessment.responses.evidence_types import RefusedFile, clean_name, media_type_of
from assessment.responses.models import EvidenceFile
from tests.responses.interview.conftest import Desk

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def office(part: str, **more: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", more.pop("types", b"<Types/>"))
        archive.writestr(part, b"<x/>")
        for name, content in more.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "a.pdf", "application/pdf"),
        (PNG, "a.exe", "image/png"),
        (b"\xff\xd8\xff\xe0..", "a", "image/jpeg"),
        (b"RIFF1234WEBPVP8 ", "a.webp", "image/webp"),
        (b"\0\0\0\x18ftypheic....", "a.heic", "image/heic"),
        (
            office("word/document.xml"),
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (office("xl/workbook.xml"), "a.zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("甲,乙\r\n1,2".encode("utf-8-sig"), "a.CSV", "text/csv"),
        (b"ten of twelve", "a.txt", "text/plain"),
    ],
)
def test_the_content_decides_what_a_file_is(content: bytes, name: str, kind: str) -> None:
    assert media_type_of(content, name) == kind


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"<svg xmlns='x'/>", "a.txt", "kind"),
        (b"<!DOCTYPE html>", "a.csv", "kind"),
        (b"words <script>1</script>", "a.txt", "kind"),
        (b"#!/bin/sh", "a.txt", "kind"),
        (b"MZ\x90\x00", "a.pdf", "kind"),
        (b"words", "a.html", "kind"),
        ("词".encode("gb18030"), "a.txt", "kind"),
        (office("other.xml"), "a.docx", "kind"),
        (b"PK\x03\x04 broken", "a.docx", "damaged"),
        (office("word/document.xml", word__vbaProject=b"", **{"word__vbaProject.bin": b"x"}), "a.docx", "macros"),
        (office("word/document.xml", types=b"<x macroEnabled/>"), "a.docx", "macros"),
        (office("word/document.xml", **{"word__embeddings__oleObject1.bin": b"x"}), "a.docx", "macros"),
    ],
)
def test_what_could_run_is_refused(content: bytes, name: str, code: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        media_type_of(content, name)
    assert refused.value.code == code


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessment.responses.evidence_types.MOST_UNPACKED", 1000)
    with pytest.raises(RefusedFile) as refused:
        media_type_of(office("word/document.xml", big=b"0" * 2000), "a.docx")
    assert refused.value.code == "large"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("..\\..\\C:/photo.PNG", "photo.png"),
        ("virus.exe", "virus.exe.png"),
        ("\u202egnp.exe\x00", "gnp.exe.png"),
        ("机器 清单.png", "机器 清单.png"),
        ("", "file.png"),
        ("x" * 300 + ".png", "x" * 116 + ".png"),
    ],
)
def test_names_are_safe(name: str, clean: str) -> None:
    assert clean_name(name, "image/png", 120) == clean


def add(desk: Desk, at_desk: Browser, content: bytes = PNG, name: str = "hall.png", key: str = "makes"):  # type: ignore[no-untyped-def]
    return at_desk.post(desk.url("evidence-add"), {"question_key": key, "file": SimpleUploadedFile(name, content)})


def test_a_file_is_kept_once_recorded_listed_and_removed(desk: Desk, at_desk: Browser) -> None:
    assert b"hall.png" in add(desk, at_desk).content
    add(desk, at_desk)
    file = EvidenceFile.objects.get()
    assert (file.uploaded_by, file.workspace, file.size) == (desk.consultant, desk.workspace, len(PNG))
    left = at_desk.post(desk.url("evidence-remove", file.public_id))
    assert (left.status_code, EvidenceFile.objects.count()) == (200, 0)
    events = AuditEvent.objects.filter(event__startswith="evidence.").order_by("pk")
    assert [(each.event, each.enterprise_id) for each in events] == [
        ("evidence.added", desk.client.enterprise_id),
        ("evidence.removed", desk.client.enterprise_id),
    ]


def test_a_file_is_handed_out_as_a_download_only(desk: Desk, at_desk: Browser) -> None:
    add(desk, at_desk, name="大厅.png")
    response = at_desk.get(desk.url("evidence-show", EvidenceFile.objects.get().public_id))
    assert response.content == PNG
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith('attachment; filename="evidence.png"')
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("content", "name", "key", "status"),
    [(b"<html>", "a.html", "makes", 422), (b"", "a.txt", "makes", 422), (PNG, "a.png", "no-such", 422)],
)
def test_a_refused_file_is_explained(
    desk: Desk, at_desk: Browser, content: bytes, name: str, key: str, status: int
) -> None:
    response = add(desk, at_desk, content, name, key)
    assert response.status_code == status
    assert response.json()["message"]
    assert not EvidenceFile.objects.exists()


def test_sizes_are_limited(desk: Desk, at_desk: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "LARGEST", 10)
    assert add(desk, at_desk).status_code == 413
    monkeypatch.setattr(evidence, "LARGEST", 100)
    monkeypatch.setattr(evidence, "MOST_OF_ALL", 40)
    assert add(desk, at_desk).status_code == 200
    assert add(desk, at_desk, PNG + b"1").status_code == 413
    assert at_desk.post(desk.url("evidence-add"), {"question_key": "makes"}).json() == {"message": "Choose a file."}


def test_reviewers_read_and_viewers_do_not(desk: Desk, at_desk: Browser, colleague: User) -> None:
    add(desk, at_desk)
    url = desk.url("evidence-show", EvidenceFile.objects.get().public_id)
    member = desk.workspace.memberships.create(person=colleague, role=WorkspaceRole.REVIEWER)
    other = Browser()
    other.force_login(colleague)
    assert other.get(url).status_code == 200
    member.role = WorkspaceRole.VIEWER
    member.save()
    assert other.get(url).status_code == 404


def test_the_enterprise_sees_its_files_and_strangers_do_not(
    desk: Desk, at_desk: Browser, owner: User, stranger: User
) -> None:
    add(desk, at_desk)
    desk.client.enterprise.owner = owner
    desk.client.enterprise.save()
    page = reverse("responses:evidence-list", args=[desk.assessment.public_id])
    file = reverse("responses:evidence-own", args=[desk.assessment.public_id, EvidenceFile.objects.get().public_id])
    people = {person: Browser() for person in (owner, stranger)}
    for person, each in people.items():
        each.force_login(person)
    assert b"hall.png" in people[owner].get(page).content
    assert people[owner].get(file).content == PNG
    assert [people[stranger].get(url).status_code for url in (page, file)] == [404, 404]


def test_a_file_of_another_assessment_is_not_there(desk: Desk, at_desk: Browser) -> None:
    add(desk, at_desk)
    file = EvidenceFile.objects.get()
    missing = desk.url("evidence-show", desk.assessment.public_id)
    assert at_desk.get(missing).status_code == 404
    assert at_desk.post(desk.url("evidence-remove", desk.assessment.public_id)).status_code == 404
    assert EvidenceFile.objects.get() == file
