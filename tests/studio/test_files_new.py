"""New banks: from a file, from nothing, from a bank that there is; nothing is made before somebody says so."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.check_report import check_document
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank
from assessment.bank.yaml_writing import write_yaml
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook
from recommendations.playbook.xlsx.writing import write_playbook_workbook, write_texts_workbook
from recommendations.rules.check import check_playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.files.starting import empty_bank, example_documents, example_workbook
from recommendations.studio.models import FileOnTrial
from tests.studio.test_files_trial import words_of

URL = "/studio/import/"


def upload(client: Client, content: bytes, name: str) -> HttpResponse:
    response = client.post(URL, {"file": SimpleUploadedFile(name, content)})
    return client.get(response["Location"])


def kept() -> str:
    return f"{URL}{FileOnTrial.objects.get().public_id}/"


def test_workbook_is_looked_at_and_taken_in_with_its_playbook(client: Client, editor: User) -> None:
    client.force_login(editor)
    said = words_of(upload(client, example_workbook(), "my-bank.xlsx"))
    assert "Short name my-bank Languages English, 简体中文 Sections 2 Questions 3 Options 7" in said
    assert "Actions 1 Rules 1" in said
    assert not Bank.objects.exists()
    taken = client.post(f"{kept()}take/")
    assert (taken.status_code, taken["Location"]) == (302, "/studio/banks/my-bank/")
    assert compile_bank(Bank.objects.get()) == example_documents()[0]
    assert compile_playbook(Playbook.objects.get()) == example_documents()[1]
    assert Bank.objects.get().changes.get().by == editor
    assert not FileOnTrial.objects.exists()


def test_example_can_be_released_as_it_is(editor: User) -> None:
    bank, playbook = example_documents()
    assert check_document(bank).findings == []
    assert check_playbook(playbook, bank) == []
    assert release_bank(bank=load_bank(document=bank)).version == "1.0"


def test_template_is_the_example(client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.get(f"{URL}template.xlsx")
    assert response.content == example_workbook()
    assert response["Content-Disposition"] == 'attachment; filename="my-bank.xlsx"'


def test_file_of_a_known_bank_is_compared_with_it(client: Client, editor: User) -> None:
    load_bank(document=example_documents()[0])
    client.force_login(editor)
    response = client.post(URL, {"file": SimpleUploadedFile("a.xlsx", example_workbook())})
    shown = client.get(response["Location"], follow=True)
    assert shown.redirect_chain[-1][0].startswith("/studio/banks/my-bank/files/")
    assert "The bank gets its playbook: 1 actions, 1 rules" in words_of(shown)
    assert client.post(f"{kept()}take/").status_code == 302
    assert not Playbook.objects.exists()


def test_playbook_arrives_at_a_bank_that_has_none(client: Client, editor: User) -> None:
    load_bank(document=example_documents()[0])
    client.force_login(editor)
    response = client.post(URL, {"file": SimpleUploadedFile("a.xlsx", example_workbook())})
    address = client.get(response["Location"])["Location"]
    taken = client.post(f"{address}take/", {"pick": ["playbook"]})
    assert taken.status_code == 302
    assert compile_playbook(Playbook.objects.get()) == example_documents()[1]


def test_playbook_of_another_bank_is_not_overwritten(client: Client, editor: User) -> None:
    bank, playbook = example_documents()
    load_bank(document=bank)
    load_playbook(document=playbook)
    other = write_yaml(bank.model_copy(update={"slug": "other"}))
    client.force_login(editor)
    upload(client, other.encode(), "other.yaml")
    client.post(f"{kept()}take/")
    stolen = playbook.model_copy(update={"bank": "other"})
    response = client.post(
        "/studio/banks/other/files/", {"file": SimpleUploadedFile("p.yaml", write_yaml(stolen).encode())}
    )
    refused = client.get(response["Location"])
    assert refused.status_code == 422
    assert '"my-bank" is the playbook of another bank' in words_of(refused)
    assert Playbook.objects.get().bank_slug == "my-bank"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (write_playbook_workbook(example_documents()[1]), 'holds a playbook for the bank "my-bank", which is not here'),
        (write_texts_workbook(*example_documents()), "holds no bank"),
        (b"%PDF-1.4\n", "is not an XLSX workbook"),
    ],
    ids=["playbook", "texts", "pdf"],
)
def test_file_without_a_bank_is_refused(client: Client, editor: User, content: bytes, said: str) -> None:
    client.force_login(editor)
    response = upload(client, content, "a.xlsx")
    assert response.status_code == 422
    assert said in words_of(response)
    assert client.post(f"{kept()}take/").status_code == 422
    assert not Bank.objects.exists()


def test_empty_bank_speaks_the_languages_of_its_title(client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.post(
        f"{URL}start/", {"slug": "new-one", "title_en": "New one", "title_zh-hans": "", "source": ""}
    )
    assert (response.status_code, response["Location"]) == (302, "/studio/banks/new-one/questions/")
    document = compile_bank(Bank.objects.get())
    assert document == empty_bank("new-one", {"en": "New one"})
    assert (document.locales, document.title) == (["en"], {"en": "New one"})
    assert [question.key for question in document.sections[0].questions] == ["Q01"]


def test_copy_of_a_bank_has_all_but_its_name(client: Client, editor: User) -> None:
    bank, playbook = example_documents()
    load_bank(document=bank)
    load_playbook(document=playbook)
    client.force_login(editor)
    client.post(f"{URL}start/", {"slug": "copy", "title_en": "Copy", "title_zh-hans": "副本", "source": "my-bank"})
    title = {"en": "Copy", "zh-hans": "副本"}
    assert compile_bank(Bank.objects.get(slug="copy")) == bank.model_copy(update={"slug": "copy", "title": title})
    copied: PlaybookDocument = compile_playbook(Playbook.objects.get(bank_slug="copy"))
    assert copied == playbook.model_copy(update={"slug": "copy", "bank": "copy"})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"slug": "My Bank", "title_en": "x"}, "Only small letters, digits and single hyphens"),
        ({"slug": "my-bank", "title_en": "x"}, "There is a bank with this short name already."),
        ({"slug": "x", "title_en": ""}, "Title: Write this in one language at least."),
        ({"slug": "x", "title_en": "x", "source": "nowhere"}, "Begin with:"),
        ({"slug": "x" * 61, "title_en": "x"}, "Short name:"),
        ({"slug": "x", "title_en": "bell\x07"}, "Title:"),
    ],
)
def test_bank_that_cannot_be_made_says_why(client: Client, editor: User, data: dict[str, str], said: str) -> None:
    load_bank(document=example_documents()[0])
    client.force_login(editor)
    response = client.post(f"{URL}start/", data)
    assert response.status_code == 422
    assert said in words_of(response)
    assert Bank.objects.count() == 1


def test_only_editors_find_the_way_in(client: Client, publisher: User, stranger: User) -> None:
    for person in (publisher, stranger):
        client.force_login(person)
        assert client.get(URL).status_code == 404
        assert client.post(f"{URL}start/", {"slug": "x", "title_en": "x"}).status_code == 404
    assert not Bank.objects.exists()


def test_page_offers_every_bank_to_copy(client: Client, editor: User) -> None:
    load_bank(document=example_documents()[0])
    client.force_login(editor)
    page = client.get(URL).content.decode()
    assert re.findall(r'<option value="([^"]*)"', page) == ["", "my-bank"]
