"""Banks and releases in the administration are there to read."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Bank, Release
from assessment.scoring.document import BankDocument


@pytest.fixture
def reader(client: Client, administrator: User) -> Client:
    client.force_login(administrator)
    return client


@pytest.fixture
def release(bank: Bank) -> Release:
    return release_bank(bank=bank, note="First of all")


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_no_query_per_row(
    reader: Client,
    document: BankDocument,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        release_bank(bank=load_bank(document=document.model_copy(update={"slug": f"shop-{number}"})))
    for model in ("bank", "release"):
        with django_assert_max_num_queries(8):
            page = reader.get(reverse(f"admin:bank_{model}_changelist")).content.decode()
        assert page.count('">1.0<') == count


def test_bank_list_shows_title_and_newest_release(reader: Client, release: Release) -> None:
    page = reader.get(reverse("admin:bank_bank_changelist")).content.decode()
    assert '<td class="field-title_in_my_language">Small shop</td>' in page
    assert '<td class="field-newest_release">1.0</td>' in page
    assert '<td class="field-release_count">1</td>' in page
    with translation.override("zh-hans"):
        page = reader.get(
            reverse("admin:bank_bank_changelist"), headers={"accept-language": "zh-hans"}
        ).content.decode()
    assert '<td class="field-title_in_my_language">小店</td>' in page


def test_release_page_shows_hashes_and_document(reader: Client, release: Release) -> None:
    page = reader.get(reverse("admin:bank_release_change", args=[release.pk])).content.decode()
    assert release.content_hash in page
    assert "How many people?" in page
    assert 'name="note"' not in page


@pytest.mark.parametrize("name", ["bank", "release"])
def test_nothing_can_be_added_changed_or_deleted(reader: Client, release: Release, name: str) -> None:
    row = release if name == "release" else release.bank
    assert reader.get(reverse(f"admin:bank_{name}_add")).status_code == 403
    assert (
        reader.post(reverse(f"admin:bank_{name}_change", args=[row.pk]), {"note": "x", "slug": "x"}).status_code == 403
    )
    assert reader.post(reverse(f"admin:bank_{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    assert (Release.objects.get().note, Bank.objects.get().slug) == ("First of all", "small-shop")
