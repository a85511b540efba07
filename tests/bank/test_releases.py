"""Released documents are read once per process; the newest release is found by its numbers."""

import pytest
from pytest_django import DjangoAssertNumQueries

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Bank, Release
from assessment.bank.queries import bank_rows, current_release, release_numbered
from assessment.bank.releases import MOST_REMEMBERED, document_of, scorer_of
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer


@pytest.fixture
def release(bank: Bank) -> Release:
    return release_bank(bank=bank)


def make_release(bank: Bank, major: int, minor: int) -> Release:
    return Release.objects.create(
        bank=bank, major=major, minor=minor, document="{}", content_hash="c", structure_hash="s"
    )


def test_document_is_read_from_the_database_once(
    release: Release, document: BankDocument, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert document_of(release.pk) == document
    with django_assert_num_queries(0):
        scorer = scorer_of(release.pk)
        assert scorer_of(release.pk) is scorer
    assert isinstance(scorer, Scorer)
    assert scorer.document == document


def test_memory_is_bounded() -> None:
    assert document_of.cache_info().maxsize == MOST_REMEMBERED
    assert scorer_of.cache_info().maxsize == MOST_REMEMBERED


def test_unknown_release_is_not_remembered(bank: Bank) -> None:
    release = make_release(bank, 1, 0)
    unsaved = Release(bank=bank)
    with pytest.raises(Release.DoesNotExist):
        document_of(unsaved.pk)
    assert release.pk != unsaved.pk


def test_newest_release_is_found_by_number(bank: Bank, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    assert current_release("small-shop") is None
    for major, minor in [(1, 9), (1, 10), (2, 0), (10, 1), (9, 5)]:
        make_release(bank, major, minor)
    with django_assert_num_queries(1):
        release = current_release("small-shop")
        assert release is not None
        assert (release.version, release.bank.slug) == ("10.1", "small-shop")
    assert current_release("other") is None


@pytest.mark.parametrize("number, found", [("1.0", "1.0"), ("1.1", None), ("1", None), ("one.two", None), ("", None)])
def test_release_is_found_by_its_number(bank: Bank, number: str, found: str | None) -> None:
    make_release(bank, 1, 0)
    release = release_numbered("small-shop", number)
    assert (release and release.version) == found


@pytest.mark.parametrize("count", [1, 3])
def test_bank_rows_take_two_queries(
    bank: Bank, document: BankDocument, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        other = load_bank(document=document.model_copy(update={"slug": f"other-{number}"}))
        make_release(other, 1, 0)
        make_release(other, 1, 1)
    with django_assert_num_queries(2):
        rows = [(row.slug, [release.version for release in row.releases.all()]) for row in bank_rows()]
    assert rows == [*[(f"other-{number}", ["1.1", "1.0"]) for number in range(count)], ("small-shop", [])]
