"""Files of a bank: what is downloaded says what the working copy says, and what is uploaded is only looked at."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, read_bank, read_bank_workbook
from assessment.bank.models import Bank
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.documents import read_content
from recommendations.playbook.models import Playbook
from recommendations.studio.files.starting import example_documents
from recommendations.studio.models import FileOnTrial

URL = "/studio/banks/my-bank/files/"


@pytest.fixture
def bank(db: None) -> Bank:
    documents = example_documents()
    bank = load_bank(document=documents[0])
    load_playbook(document=documents[1])
    return bank


def test_page_offers_every_version_in_every_format(client: Client, editor: User, bank: Bank) -> None:
    release_bank(bank=bank)
    client.force_login(editor)
    page = client.get(URL).content.decode()
    for query in (
        "what=whole&amp;format=xlsx",
        "what=texts&amp;format=xlsx",
        "what=bank&amp;format=yaml&amp;release=1.0",
    ):
        assert f"{URL}export/?{query}" in page
    assert page.count(">YAML</a>") == 3  # working copy and release of the bank, working copy of the playbook
    assert 'type="file"' in page


def test_publisher_downloads_but_uploads_nothing(client: Client, publisher: User, bank: Bank) -> None:
    client.force_login(publisher)
    assert 'type="file"' not in client.get(URL).content.decode()
    assert client.get(f"{URL}export/?what=bank&format=yaml").status_code == 200
    assert client.post(URL, {"file": SimpleUploadedFile("a.yaml", b"a: 1")}).status_code == 404
    assert not FileOnTrial.objects.exists()


def test_stranger_finds_nothing(client: Client, stranger: User, bank: Bank) -> None:
    client.force_login(stranger)
    assert client.get(URL).status_code == 404
    assert client.get(f"{URL}export/?what=bank&format=yaml").status_code == 404


@pytest.mark.parametrize("format", ["yaml", "json", "xlsx"])
def test_working_copy_comes_out_as_it_is(client: Client, editor: User, bank: Bank, format: str) -> None:
    client.force_login(editor)
    response = client.get(f"{URL}export/?what=bank&format={format}")
    assert response["Content-Disposition"] == f'attachment; filename="my-bank.{format}"'
    content = response.content
    again = read_bank_workbook(content, "x") if format == "xlsx" else read_bank(content.decode(), f"x.{format}")
    assert canonical_json(again) == canonical_json(compile_bank(bank))


def test_release_comes_out_by_its_number(client: Client, editor: User, bank: Bank) -> None:
    release = release_bank(bank=bank)
    client.force_login(editor)
    response = client.get(f"{URL}export/?what=bank&format=json&release=1.0")
    assert response["Content-Disposition"] == 'attachment; filename="my-bank-1.0.json"'
    assert json.loads(response.content) == json.loads(release.document)


def test_playbook_and_everything_come_out(client: Client, editor: User, bank: Bank) -> None:
    client.force_login(editor)
    playbook = read_content(client.get(f"{URL}export/?what=playbook&format=xlsx").content, "x.xlsx").playbook
    whole = read_content(client.get(f"{URL}export/?what=whole&format=xlsx").content, "x.xlsx")
    documents = example_documents()
    assert playbook is not None and whole.bank is not None and whole.playbook is not None
    assert playbook.document == documents[1]
    assert (whole.bank.document, whole.playbook.document) == documents
    book = load_workbook(BytesIO(client.get(f"{URL}export/?what=texts&format=xlsx").content))
    assert book.sheetnames == ["guide", "texts"]


@pytest.mark.parametrize(
    "query",
    [
        *["", "what=bank", "what=bank&format=pdf", "what=other&format=yaml", "what=whole&format=yaml"],
        *["what=bank&format=yaml&release=9.9", "what=bank&format=yaml&release=x", "what=texts&format=xlsx&release=1.0"],
        "what=playbook&format=yaml&release=1.0",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, editor: User, bank: Bank, query: str) -> None:
    client.force_login(editor)
    assert client.get(f"{URL}export/?{query}").status_code == 404


def test_bank_without_a_playbook_has_none_to_download(client: Client, editor: User, bank: Bank) -> None:
    Playbook.objects.all().delete()
    client.force_login(editor)
    assert client.get(URL).content.decode().count(">YAML</a>") == 1
    assert client.get(f"{URL}export/?what=playbook&format=yaml").status_code == 404
    assert client.get(f"{URL}export/?what=whole&format=xlsx").status_code == 200


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "Choose a file first."),
        (b"", "The file is empty."),
        (b"x" * (2**21 + 1), "The file is larger than 2 MiB"),
    ],
)
def test_file_that_is_none_is_refused_at_once(
    client: Client, editor: User, bank: Bank, content: bytes | None, said: str
) -> None:
    client.force_login(editor)
    data = {} if content is None else {"file": SimpleUploadedFile("a.xlsx", content)}
    response = client.post(URL, data)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not FileOnTrial.objects.exists()


def test_uploaded_file_is_kept_for_its_uploader(client: Client, editor: User, second_editor: User, bank: Bank) -> None:
    client.force_login(editor)
    response = client.post(URL, {"file": SimpleUploadedFile("my bank.yaml", b"a: 1")})
    file = FileOnTrial.objects.get()
    assert (file.name, bytes(file.content), file.uploaded_by) == ("my bank.yaml", b"a: 1", editor)
    assert (response.status_code, response["Location"]) == (302, f"{URL}{file.public_id}/")
    client.force_login(second_editor)
    assert client.get(response["Location"]).status_code == 404


@pytest.mark.parametrize("releases", [1, 3])
def test_page_asks_as_much_for_many_releases_as_for_one(
    client: Client, editor: User, bank: Bank, releases: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(releases):
        document = compile_bank(bank)
        load_bank(document=document.model_copy(update={"description": {"en": f"{number}", "zh-hans": f"{number}"}}))
        bank.refresh_from_db()
        release_bank(bank=bank)
    client.force_login(editor)
    with django_assert_num_queries(7):
        client.get(URL)
