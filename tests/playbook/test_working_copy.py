"""Rows and document are two forms of the same thing."""

import pytest
from django.db import IntegrityError, transaction

from assessment.bank.documents import canonical_json
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Action, Playbook
from recommendations.rules.document import PlaybookDocument


@pytest.mark.django_db
def test_compiled_rows_are_the_document_again(document: PlaybookDocument) -> None:
    playbook = load_playbook(document=document)
    assert compile_playbook(playbook) == document
    assert canonical_json(compile_playbook(playbook)) == canonical_json(document)


def test_compiling_asks_as_often_for_two_actions_as_for_three(
    playbook: Playbook, document: PlaybookDocument, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        compile_playbook(playbook)
    third = document.actions[0].model_copy(update={"key": "C"})
    load_playbook(document=document.model_copy(update={"actions": [*document.actions, third]}))
    with django_assert_num_queries(2):  # type: ignore[operator]
        compile_playbook(playbook)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"weeks_from": 9}, "action_weeks_are_in_order"),
        ({"key": ""}, "action_has_a_key"),
        ({"key": "B"}, "action_key_is_unique_in_its_playbook"),
    ],
)
def test_database_refuses_rows_that_make_no_sense(
    playbook: Playbook, change: dict[str, object], constraint: str
) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Action.objects.filter(playbook=playbook, key="A").update(**change)
    assert constraint in str(refused.value) or "playbook_action.key" in str(refused.value)


def test_database_refuses_a_priority_out_of_scale(playbook: Playbook) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        playbook.rules.update(priority=101)
    with pytest.raises(IntegrityError), transaction.atomic():
        Playbook.objects.create(slug="second", bank_slug=playbook.bank_slug)


@pytest.mark.django_db
def test_what_rules_an_action_out_is_kept(document: PlaybookDocument) -> None:
    first, *others = document.actions
    excluding = document.model_copy(update={"actions": [first.model_copy(update={"excludes": ["X"]}), *others]})
    assert compile_playbook(load_playbook(document=excluding)).actions[0].excludes == ["X"]
