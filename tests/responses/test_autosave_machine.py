"""Two devices save, retry and resolve conflicts in any order; a model says what must be true after each step."""

import json
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from assessment.bank.models import Release
from assessment.responses.actions import start_assessment
from assessment.responses.models import Answer
from assessment.responses.queries import current_answers
from assessment.scoring.scorecard import Scope
from tests.responses.conftest import address, answered, client_with

DEVICES = ("device-0001", "device-0002")
KEYS = ("E1", "T1")
OPTIONS = {"E1": ("low", "half", "full"), "T1": ("no", "so", "yes")}
Request = dict[str, Any]


class Autosave(RuleBasedStateMachine):
    release: Release

    def __init__(self) -> None:
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        opened = start_assessment(enterprise_name="Four", release=self.release, scope=Scope.FULL, language="en")
        self.assessment, self.client = opened.assessment, client_with(opened.token)
        self.truth: dict[str, list[str]] = {key: [] for key in KEYS}
        self.seen = {(device, key): 0 for device in DEVICES for key in KEYS}
        self.next = dict.fromkeys(DEVICES, 1)
        self.answered: list[tuple[str, Request, int, Request]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.savepoint.__exit__(None, None, None)

    def put(self, key: str, body: Request) -> tuple[int, Request]:
        client: Client = self.client
        response = client.put(address("answer-save", self.assessment, key), json.dumps(body), "application/json")
        return response.status_code, response.json()

    @rule(device=st.sampled_from(DEVICES), key=st.sampled_from(KEYS), choice=st.integers(0, 2))
    def save(self, device: str, key: str, choice: int) -> None:
        base, value = self.seen[device, key], OPTIONS[key][choice]
        body = {"value": value, "base_version": base, "device": device, "seq": self.next[device]}
        body["release"] = str(self.assessment.release_id)
        self.next[device] += 1
        status, reply = self.put(key, body)
        current = len(self.truth[key])
        if base == current:
            assert (status, reply["version"]) == (200, current + 1)
            self.truth[key].append(value)
            self.seen[device, key] = current + 1
            self.answered.append((key, body, status, reply))
        else:
            assert (status, reply["version"], reply["value"]) == (409, current, self.truth[key][-1])

    @rule(device=st.sampled_from(DEVICES), key=st.sampled_from(KEYS))
    def look(self, device: str, key: str) -> None:
        """The device learns the latest version: it loaded the page, or its person decided a conflict."""
        self.seen[device, key] = len(self.truth[key])

    @rule(place=st.integers(0, 50))
    def retry(self, place: int) -> None:
        """A reply was lost: the same request comes again, however much happened since."""
        if self.answered:
            key, body, status, reply = self.answered[place % len(self.answered)]
            assert self.put(key, body) == (status, reply)

    @invariant()
    def every_acknowledged_answer_is_stored_once(self) -> None:
        rows = Answer.objects.filter(assessment=self.assessment).order_by("question_key", "version")
        stored = [tuple(row) for row in rows.values_list("question_key", "version", "value")]
        expected = [(key, number, value) for key in KEYS for number, value in enumerate(self.truth[key], start=1)]
        assert stored == expected

    @invariant()
    def the_latest_answer_counts(self) -> None:
        latest = {key: answered(values[-1]) for key, values in self.truth.items() if values}
        assert current_answers(self.assessment) == latest


@pytest.mark.django_db
def test_no_acknowledged_answer_is_lost_and_none_is_overwritten_unseen(release: Release) -> None:
    Autosave.release = release
    run_state_machine_as_test(Autosave, settings=settings(max_examples=40, stateful_step_count=25, deadline=None))
