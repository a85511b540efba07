"""Uploaded files are kept for a day, for their uploader alone."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.test import Client
from django.utils import timezone

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from recommendations.studio.files.kept import KEPT, file_for, forget_old_files, keep_file
from recommendations.studio.files.starting import example_documents, example_workbook
from recommendations.studio.models import FileOnTrial


def aged(file: FileOnTrial, age: timedelta) -> FileOnTrial:
    FileOnTrial.objects.filter(pk=file.pk).update(uploaded_at=timezone.now() - age)
    return file


def test_file_is_found_by_its_uploader_alone(editor: User, second_editor: User) -> None:
    file = keep_file(content=b"x", name="a.yaml", by=editor)
    assert file_for(editor, file.public_id) == file
    with pytest.raises(Http404):
        file_for(second_editor, file.public_id)


def test_uploader_who_edits_no_more_finds_nothing(editor: User) -> None:
    file = keep_file(content=b"x", name="a.yaml", by=editor)
    editor.appointments.all().delete()
    with pytest.raises(Http404):
        file_for(User.objects.get(pk=editor.pk), file.public_id)


def test_file_of_yesterday_is_gone_and_forgotten(editor: User) -> None:
    old = aged(keep_file(content=b"x", name="old.yaml", by=editor), KEPT + timedelta(minutes=1))
    fresh = aged(keep_file(content=b"y", name="fresh.yaml", by=editor), KEPT - timedelta(minutes=1))
    with pytest.raises(Http404):
        file_for(editor, old.public_id)
    assert forget_old_files() == 1
    assert list(FileOnTrial.objects.all()) == [fresh]


def test_long_name_keeps_its_ending(editor: User) -> None:
    assert keep_file(content=b"x", name="n" * 300 + ".yaml", by=editor).name == "n" * 195 + ".yaml"


@pytest.mark.parametrize(
    "data",
    [
        {"bank_base": "-1"},
        {"bank_base": "99999999999999999999"},
        {"bank_base": "x", "playbook_base": "1e9"},
        {"pick": ["", "x" * 5000, "category:mes"]},
        {"do": "all:" + "x" * 500},
        {"do": "all:*\x00"},
    ],
)
def test_hostile_picks_change_nothing(client: Client, editor: User, data: dict[str, object]) -> None:
    bank = load_bank(document=example_documents()[0])
    file = keep_file(content=example_workbook(), name="a.xlsx", by=editor)
    client.force_login(editor)
    address = f"/studio/banks/my-bank/files/{file.public_id}/"

    assert client.post(address, data).status_code == 200
    assert client.post(f"{address}take/", data).status_code == 422
    bank.refresh_from_db()
    assert bank.revision == 1
