from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.responses.models import Assessment
from recommendations.plan.models import OverlayChange, PlanItem
from tests.plan.overlays import Advisers, make_advisers


@pytest.fixture
def advisers(submitted: Assessment, consultant: User) -> Advisers:
    return make_advisers(submitted, consultant)


def test_desk_shows_the_engines_list_and_the_same_list_before_any_change(advisers: Advisers) -> None:
    page = advisers.browser.get(advisers.address())
    assert page.status_code == 200
    assert [row.key for row in page.context["engine"]] == ["A", "B"]
    assert [row.key for row in page.context["shown"]] == ["A", "B"]


def test_every_page_of_the_desk_opens(advisers: Advisers) -> None:
    for name in ("advice-words", "advice-services"):
        assert advisers.browser.get(advisers.address(name, "A")).status_code == 200
    assert advisers.browser.get(advisers.address("advice-add")).status_code == 200
    assert advisers.hide("A").status_code == 302
    assert advisers.shown() == ["B"]
    assert advisers.move("A", "").status_code == 302
    assert advisers.browser.get(advisers.address()).status_code == 200


def test_what_is_left_out_is_kept_with_reason_and_author_beside_the_engines_list(advisers: Advisers) -> None:
    advisers.hide("A", reason="Too early for them")
    page = advisers.browser.get(advisers.address())
    assert [(row.key, row.position) for row in page.context["engine"]] == [("A", None), ("B", 1)]
    hidden = page.context["hidden"]
    assert [(row.key, row.item.because, row.item.hidden_by) for row in hidden] == [
        ("A", "Too early for them", "Consultant")
    ]
    row = OverlayChange.objects.get()
    assert (row.number, row.kind, row.action_key, row.reason, row.author) == (
        1,
        "hide",
        "A",
        "Too early for them",
        advisers.consultant,
    )
    event = AuditEvent.objects.get(event="advice.changed")
    assert (event.actor_id, event.enterprise_id) == (advisers.consultant.pk, advisers.assessment.enterprise_id)


def test_moving_answers_with_the_button_that_was_pressed(advisers: Advisers) -> None:
    answer = advisers.move("B", "A")
    assert answer.url == f"{advisers.address()}?moved=B,up"
    assert advisers.shown() == ["B", "A"]
    page = advisers.browser.get(answer.url)
    assert page.context["focus"] == "down-B"
    assert page.context["move_reason"] == "It suits them better."


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("advice-change", {"kind": "hide", "key": "A"}, "reason-hide-A"),
        ("advice-move", {"move": "A,,down"}, "move-reason"),
        ("advice-undo", {}, "undo-reason"),
    ],
)
def test_change_without_a_reason_is_refused_at_its_field(
    advisers: Advisers, name: str, data: dict[str, str], place: str
) -> None:
    answer = advisers.send(name, **data, reason="  ")
    assert answer.status_code == 422
    assert answer.context["problem"] == "Say why: each change of the advice keeps its reason."
    assert answer.context["problem_at"] == place
    assert not OverlayChange.objects.exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("advice-change", {"kind": "add", "key": "A"}),
        ("advice-change", {"kind": "hide", "key": "A\x00"}),
        ("advice-change", {"kind": "hide", "key": "A", "base": "x"}),
        ("advice-change", {"kind": "hide", "key": "A", "reason": "bad \x07"}),
        ("advice-move", {"move": "A"}),
        ("advice-move", {"move": "A,B,sideways"}),
        ("advice-add", {"title_en": "x" * 201}),
        ("advice-add", {"title_en": ""}),
        ("advice-add", {"title_en": "Bank", "cost_from": "9", "cost_to": "3"}),
        ("advice-add", {"title_en": "Bank", "barrier": "nowhere"}),
        ("advice-add", {"title_en": "Bank", "steps_en": "x\n" * 13}),
    ],
)
def test_hostile_input_is_refused_and_changes_nothing(advisers: Advisers, name: str, data: dict[str, str]) -> None:
    assert advisers.send(name, **data).status_code == 422
    assert not OverlayChange.objects.exists()


def test_change_that_means_nothing_is_said_and_not_kept(advisers: Advisers) -> None:
    answer = advisers.send("advice-change", kind="show", key="A")
    page = advisers.browser.get(answer.url)
    assert [str(message) for message in page.context["messages"]] == [
        "That was not possible: the list is not as you saw it. Look again."
    ]
    assert not OverlayChange.objects.exists()


def test_own_words_count_in_their_language_only_and_reasons_stay(advisers: Advisers) -> None:
    form = advisers.browser.get(advisers.address("advice-words", "A")).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    advisers.send("advice-words", "A", **data | {"title_en": "Begin with one machine", "reason": "Clearer"})
    assert OverlayChange.objects.get().data == {"title": {"en": "Begin with one machine"}}
    row = advisers.browser.get(advisers.address()).context["shown"][0]
    assert row.words.title == "Begin with one machine"
    assert row.engine is not None and row.engine.words.title == "Do A"
    chinese = advisers.browser.get(advisers.address(), headers={"Accept-Language": "zh-hans"}).context["shown"][0]
    assert chinese.words.title == "〔Do A〕"


def test_words_that_stand_already_are_no_change(advisers: Advisers) -> None:
    form = advisers.browser.get(advisers.address("advice-words", "A")).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() is not None}
    assert advisers.send("advice-words", "A", **data | {"reason": "Nothing"}).status_code == 302
    assert not OverlayChange.objects.exists()


OWN = {"title_en": "Ask the bank", "why_en": "It is near.", "steps_en": "Call\n\nGo there", "cost_from": "1.8万"}


def test_own_recommendation_is_shown_last_taken_out_and_goes_into_the_plan(advisers: Advisers) -> None:
    advisers.send("advice-add", **OWN, cost_to="20000", days="3天", barrier="machines")
    row = advisers.browser.get(advisers.address()).context["shown"][-1]
    assert (row.key, row.item.added_by, row.words.steps) == ("own-1", "Consultant", ("Call", "Go there"))
    assert (row.cost, row.days, row.part) == ("CNY 18,000–20,000", "3 own working days", "Machines")
    for _twice in range(2):
        advisers.browser.post(advisers.address("advice-take-up"), {"key": "own-1"})
    item = PlanItem.objects.get()
    assert (item.title, item.note) == ({"en": "Ask the bank"}, "It is near.\nCall\nGo there")
    advisers.send("advice-change", kind="remove", key="own-1")
    assert advisers.shown() == ["A", "B"]
    assert advisers.browser.post(advisers.address("advice-take-up"), {"key": "own-1"}).status_code == 404
    advisers.send("advice-add", **OWN)
    assert advisers.shown() == ["A", "B", "own-2"]


def test_engines_action_goes_into_the_plan(advisers: Advisers) -> None:
    advisers.browser.post(advisers.address("advice-take-up"), {"key": "A"})
    assert PlanItem.objects.get().action_key == "A"
    assert advisers.browser.get(advisers.address()).context["shown"][0].status == "planned"
    advisers.hide("B")
    assert advisers.browser.post(advisers.address("advice-take-up"), {"key": "B"}).status_code == 404


def test_together_is_scored_again_and_never_added_up(advisers: Advisers) -> None:
    both = advisers.browser.get(advisers.address()).context["together"]
    advisers.hide("A")
    one = advisers.browser.get(advisers.address()).context["together"]
    assert (both.count, both.now, both.then, both.gain) == (2, "14.3", "50.0", "+35.7")
    assert (one.count, one.now, one.then, one.gain) == (1, "14.3", "35.7", "+21.4")
    advisers.hide("B")
    assert advisers.browser.get(advisers.address()).context["together"] is None


def test_undo_changes_back_and_goes_further_back_each_time(advisers: Advisers) -> None:
    advisers.hide("A")
    advisers.move("B", "")
    advisers.send("advice-add", **OWN)
    for expected in (["B"], ["B"], ["A", "B"]):
        advisers.send("advice-undo", reason="Taken back.")
        assert advisers.shown() == expected
    answer = advisers.send("advice-undo", reason="Taken back.")
    page = advisers.browser.get(answer.url)
    assert [str(message) for message in page.context["messages"]] == ["There is nothing to take back."]
    assert [row.undoes for row in page.context["history"]] == [1, 2, 3, None, None, None]


def test_page_asks_the_database_as_often_for_one_change_as_for_six(
    advisers: Advisers, django_assert_num_queries: Any
) -> None:
    advisers.hide("A")
    with CaptureQueriesContext(connection) as one:
        advisers.browser.get(advisers.address())
    count = len(one)
    advisers.move("B", "")
    for number in range(4):
        advisers.send("advice-add", **OWN | {"title_en": f"Ask bank {number}"})
    with django_assert_num_queries(count):
        advisers.browser.get(advisers.address())
