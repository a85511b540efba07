"""Loading and releasing: what happens, what is refused, and what number a release gets."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import canonical_json, content_hash
from assessment.bank.faults import DocumentError
from assessment.bank.models import Release
from recommendations.playbook.actions import BankNotReleased, PlaybookHasErrors, load_playbook, release_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.playbook.queries import current_playbook, release_numbered
from recommendations.playbook.releases import adviser_of, playbook_of
from recommendations.playbook.structure import structure_hash
from recommendations.rules.document import PlaybookDocument
from tests.playbook.samples import worked_examples
from tests.rules.samples import both, sample_bank


def events() -> list[tuple[Any, ...]]:
    rows = AuditEvent.objects.filter(event__startswith="playbook.").order_by("pk")
    return list(rows.values_list("event", "object_type", "object_id", "actor", "details"))


def with_action(document: PlaybookDocument, **changes: Any) -> PlaybookDocument:
    first, *others = document.actions
    return document.model_copy(update={"actions": [first.model_copy(update=changes), *others]})


def test_loading_makes_the_playbook_and_says_so(db: None, editor: User, document: PlaybookDocument) -> None:
    playbook = load_playbook(document=document, by=editor)
    assert (playbook.slug, playbook.bank_slug, playbook.title) == ("sample", "sample", both("Sample playbook"))
    assert events() == [("playbook.loaded", "playbook", "sample", editor.pk, {"content_hash": content_hash(document)})]


def test_loading_again_replaces_the_working_copy(playbook: Playbook, document: PlaybookDocument) -> None:
    fewer = document.model_copy(update={"actions": document.actions[:1], "rules": document.rules[:1]})
    assert load_playbook(document=fewer) == playbook
    assert (list(playbook.actions.values_list("key", flat=True)), playbook.rules.count()) == (["A"], 1)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda d: {"rules": [*d.rules, d.rules[0]]}, 'sample: rules[2].key: "a" is used already at rules[0]'),
        (
            lambda d: {"actions": [*d.actions, d.actions[0]]},
            'sample: actions[2].key: "A" is used already at actions[0]',
        ),
        (
            lambda d: {"rules": [d.rules[0].model_copy(update={"recommends": "Z"})]},
            'sample: rules[0].recommends: no action has the key "Z"',
        ),
        (
            lambda d: {
                "actions": [
                    d.actions[0].model_copy(update={"weeks": d.actions[0].weeks.model_copy(update={"minimum": 9})}),
                    d.actions[1],
                ]
            },
            "sample: actions[0].weeks: the minimum is above the maximum",
        ),
        (lambda d: {"slug": "other"}, "other: bank: the bank sample has the playbook sample already"),
    ],
)
def test_document_that_cannot_be_rows_changes_nothing(
    playbook: Playbook, document: PlaybookDocument, change: Any, fault: str
) -> None:
    with pytest.raises(DocumentError) as refused:
        load_playbook(document=document.model_copy(update=change(document)))
    assert str(refused.value) == fault
    assert list(playbook.rules.order_by("key").values_list("key", flat=True)) == ["a", "b"]


def test_first_release_is_1_0_and_holds_the_document(
    playbook: Playbook, document: PlaybookDocument, bank_release: Release, publisher: User
) -> None:
    release = release_playbook(playbook=playbook, note="First", by=publisher)
    release.refresh_from_db()
    assert (release.version, release.bank_slug, release.bank_release) == ("1.0", "sample", bank_release)
    assert (release.document, release.note, release.released_by) == (canonical_json(document), "First", publisher)
    assert playbook_of(release.pk) == document
    hashes = {"content_hash": content_hash(document), "structure_hash": structure_hash(document)}
    assert events()[-1] == ("playbook.released", "playbook.release", "sample 1.0", publisher.pk, hashes)


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        ({"title": both("Do it now")}, "1.1"),
        ({"steps": [both("Only this.")]}, "1.1"),
        ({"cost_band": "some"}, "2.0"),
        ({"categories": []}, "2.0"),
    ],
)
def test_words_raise_the_minor_number_and_anything_else_the_major(
    playbook: Playbook, document: PlaybookDocument, changes: dict[str, Any], version: str
) -> None:
    release_playbook(playbook=playbook)
    load_playbook(document=with_action(document, **changes))
    assert release_playbook(playbook=playbook).version == version
    assert current_playbook("sample") == release_numbered("sample", version)


def test_unchanged_playbook_is_not_released_again(playbook: Playbook) -> None:
    first = release_playbook(playbook=playbook)
    assert release_playbook(playbook=playbook) == first


def test_unchanged_playbook_is_released_again_beside_a_newer_bank(playbook: Playbook) -> None:
    release_playbook(playbook=playbook)
    bank_release = release_bank(bank=load_bank(document=sample_bank(title=both("New"), examples=worked_examples())))
    again = release_playbook(playbook=playbook)
    assert (again.version, again.bank_release) == ("1.1", bank_release)


def test_another_document_is_released_and_leaves_the_working_copy_alone(
    playbook: Playbook, document: PlaybookDocument
) -> None:
    other = with_action(document, cost_band="some")
    assert playbook_of(release_playbook(playbook=playbook, document=other).pk) == other
    assert compile_playbook(playbook) == document


def test_playbook_with_errors_is_not_released(playbook: Playbook, document: PlaybookDocument) -> None:
    load_playbook(document=with_action(document, node="attic"))
    with pytest.raises(PlaybookHasErrors) as refused:
        release_playbook(playbook=playbook)
    assert str(refused.value) == "actions.A.node: there is no node attic"
    assert PlaybookRelease.objects.count() == 0


def test_playbook_without_a_released_bank_is_not_released(db: None, document: PlaybookDocument) -> None:
    with pytest.raises(BankNotReleased):
        release_playbook(playbook=load_playbook(document=document))


def test_release_cannot_be_changed_or_deleted(playbook: Playbook) -> None:
    release = release_playbook(playbook=playbook)
    with pytest.raises(IntegrityError), transaction.atomic():
        PlaybookRelease.objects.filter(pk=release.pk).update(note="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        release.delete()
    release.refresh_from_db()
    assert release.note == ""


def test_adviser_is_built_once_for_a_pair_of_releases(
    playbook: Playbook, bank_release: Release, django_assert_num_queries: Any
) -> None:
    release = release_playbook(playbook=playbook)
    first = adviser_of(release.pk, bank_release.pk)
    with django_assert_num_queries(0):
        assert adviser_of(release.pk, bank_release.pk) is first


def test_there_is_no_current_playbook_for_a_bank_without_one(playbook: Playbook) -> None:
    assert current_playbook("sample") is None
    assert [release_numbered("sample", number) for number in ("1.0", "x", "1")] == [None, None, None]
