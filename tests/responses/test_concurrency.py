"""The same thing asked many times at once, on a real database with real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted, Change, save_answer, save_section
from assessment.responses.models import Answer, Assessment, Result
from assessment.responses.next_round import start_next_round
from assessment.responses.queries import current_answers
from assessment.responses.saving import Save, TokenOpener
from assessment.responses.submitting import submit_assessment
from assessment.responses.tokens import hash_token
from assessment.scoring.freeze import freeze_answers
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import answered

MANY = 20
T = TypeVar("T")


def at_once(count: int, task: Callable[[int], T]) -> list[T]:
    barrier = Barrier(count)

    def run(number: int) -> T:
        barrier.wait()
        try:
            return task(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


@pytest.fixture
def opened(real_database: None) -> Opened:
    release: Release = make_release(bank_document())
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    needed = [Change("employees", answered("86"), 0), Change("makes", answered("yes"), 0)]
    save_section(assessment=opened.assessment, changes=needed)
    return opened


def save_of(opened: Opened, value: str, number: int, base: int = 0) -> Save:
    return Save(
        public_id=opened.assessment.public_id,
        opener=TokenOpener(hash_token(opened.token)),
        release_id=opened.assessment.release_id,
        question_key="E1",
        answer=answered(value),
        base_version=base,
        device=f"device-{number:04}",
        sequence=1,
    )


def test_submitting_twenty_times_at_once_makes_one_result(opened: Opened) -> None:
    results = at_once(MANY, lambda _number: submit_assessment(assessment=opened.assessment).pk)
    assert results == [Result.objects.get().pk] * MANY


def test_of_twenty_saves_on_one_base_one_wins_and_the_others_know(opened: Opened) -> None:
    def save(number: int) -> str:
        try:
            return f"saved {save_answer(save=save_of(opened, 'half', number)).version}"
        except AnswerConflict as conflict:
            assert conflict.current is not None
            return f"conflict {conflict.current.version}"

    outcomes = at_once(MANY, save)
    assert sorted(outcomes) == ["conflict 1"] * (MANY - 1) + ["saved 1"]
    assert Answer.objects.filter(question_key="E1").count() == 1


def test_the_same_save_twenty_times_is_stored_once(opened: Opened) -> None:
    replies = at_once(MANY, lambda _number: save_answer(save=save_of(opened, "half", 1)))
    assert ({reply.version for reply in replies}, len({reply.saved_at for reply in replies})) == ({1}, 1)
    assert Answer.objects.filter(question_key="E1").count() == 1


def test_every_save_that_beat_the_submit_is_in_the_result(opened: Opened) -> None:
    """Ten devices save in a row while another submits: what was acknowledged counts, what came late is told so."""

    def save_or_submit(number: int) -> int:
        if number == 0:
            submit_assessment(assessment=opened.assessment)
            return 0
        saved = 0
        try:
            for _attempt in range(5):
                key = f"device-{number:04}"
                save_answer(save=save_in_own_question(opened, number, saved, key))
                saved += 1
        except AssessmentSubmitted:
            pass
        return saved

    at_once(5, save_or_submit)
    result = Result.objects.get()
    assert result.answers == freeze_answers(current_answers(opened.assessment))


OWN = {1: ("E1", "half"), 2: ("T1", "so"), 3: ("region", "place3"), 4: ("E3", "40")}


def save_in_own_question(opened: Opened, number: int, base: int, device: str) -> Save:
    key, value = OWN[number]
    return Save(
        public_id=opened.assessment.public_id,
        opener=TokenOpener(hash_token(opened.token)),
        release_id=opened.assessment.release_id,
        question_key=key,
        answer=answered(value),
        base_version=base,
        device=device,
        sequence=base + 1,
    )


def test_the_next_round_started_many_times_at_once_is_one_round(opened: Opened) -> None:
    submit_assessment(assessment=opened.assessment)
    first = Assessment.objects.select_related("enterprise", "release").get(pk=opened.assessment.pk)
    rounds = at_once(8, lambda _: start_next_round(assessment=first, scope=Scope.FULL, language="en").assessment.pk)
    assert len(set(rounds)) == 1
    assert Assessment.objects.filter(follows=first).count() == 1
    assert Answer.objects.filter(assessment=rounds[0]).count() == 2
