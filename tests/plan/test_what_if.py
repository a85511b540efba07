"""Trying other answers: what the page says then, and that nothing at all is kept."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.figures import shown_points
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.rounds import Round
from recommendations.playbook.models import PlaybookRelease
from tests.plan.what_if_pages import Ask, ask, current, page_of, said, score_of, send, whole_database
from tests.rules.samples import LOW

__all__ = ["ask", "current", "send"]


def test_nothing_supposed_shows_the_result_as_it_is(ask: Ask, current: Round) -> None:
    shown = ask().context["shown"]
    now = shown_points(current.scorecard.overall.score)
    assert (shown.overall.before, shown.overall.after, shown.overall.gain) == (now, now, "")
    assert shown.said == f"The score stays at {now}."
    assert (shown.is_changed, shown.advice.has_moved) == (False, False)


def test_another_answer_moves_score_level_and_parts(ask: Ask, current: Round) -> None:
    shown = ask("?q.skill=a4&q.lead=yes").context["shown"]
    then = score_of(current, skill=said("a4"), lead=said("yes"))
    assert (shown.overall.before, shown.overall.after) == (score_of(current), then) == ("14.3", "42.9")
    assert (shown.overall.level_before, shown.overall.level_after) == ("Level 0", "Level 2")
    assert [(move.title, move.before, move.after, move.gain) for move in shown.parts] == [
        ("Machines", "25.0", "25.0", ""),
        ("People", "6.3", "56.3", "+50.0"),
    ]
    assert shown.said == "Score 14.3 → 42.9 (+28.6). Level: Level 2. 1 action falls away."


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ("?q.tools=small&q.tools=big", {"tools": said(["big", "small"])}),
        ("?q.share=45", {"share": said("45")}),
        ("?q.share.numerator=9&q.share.denominator=10", {"share": said({"numerator": "9", "denominator": "10"})}),
        ("?q.delay.alt=unknown", {"delay": Answer(AnswerState.UNKNOWN)}),
        ("?q.grid.row.north=good&q.grid.row.south=good", {"grid": said({"north": "good", "south": "good"})}),
        ("?q.skill=not_applicable", {"skill": Answer(AnswerState.NOT_APPLICABLE)}),
        ("?q.skill=", {"skill": None}),
        ("?q.lead=yes&q.nonsense=1&do=nonsense", {"lead": said("yes")}),
    ],
)
def test_every_kind_of_question_can_be_answered_otherwise(
    ask: Ask, current: Round, query: str, answers: dict[str, Answer | None]
) -> None:
    assert ask(query).context["shown"].overall.after == score_of(current, **answers)


def test_quick_scan_asks_only_what_it_asked(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    core = {key: LOW[key] for key in ("has_plant", "staff", "steps", "tools")}
    quick = answered_assessment(core, scope=Scope.QUICK)
    submit_and_advise(assessment=quick.assessment)
    client.cookies[COOKIE_NAME] = quick.token
    page = client.get(page_of(quick) + "?q.tools=big&q.lead=yes")
    groups = [each.key for group in page.context["groups"] for each in group.questions]
    assert {each.key for each in page.context["first"]} | set(groups) == set(core)
    assert (page.context["shown"].overall.before, page.context["shown"].overall.after) == ("25.0", "37.5")


def test_form_leads_to_an_address_that_holds_only_what_differs(ask: Ask, send: Ask, opened: Opened) -> None:
    sent = {"q.skill.version": "0", "q.skill": "a3", "q.lead.version": "0", "q.lead": "no", "q.tools.version": "0"}
    response = send(sent)
    assert (response.status_code, response.url) == (302, f"{page_of(opened)}?q.tools=&q.skill=a3")
    page = send(sent | {"q.tools": "small", "q.skill": "a0"}, "?q.skill=a3")
    assert page.url == page_of(opened)


def test_unit_behind_a_number_is_read_as_in_the_questionnaire(send: Ask, opened: Opened) -> None:
    assert send({"q.share.version": "0", "q.share": "45 %"}).url == f"{page_of(opened)}?q.share=45"


def test_number_beside_i_do_not_know_counts_where_it_is_what_changed(send: Ask, opened: Opened) -> None:
    both = {"q.delay.version": "0", "q.delay": "3", "q.delay.alt": "unknown"}
    assert send(both, "?q.delay.alt=unknown").url == f"{page_of(opened)}?q.delay=3"


@pytest.mark.parametrize("query", ["", "?q.delay.alt=unknown"])
def test_what_is_typed_counts_before_i_do_not_know(ask: Ask, send: Ask, opened: Opened, query: str) -> None:
    """Without a script nothing takes the tick away; what was typed and cannot be read is still what was meant."""
    ticked = {"q.delay.version": "0", "q.delay.alt": "unknown"}
    assert send(ticked | {"q.delay": "3"}, query).url == f"{page_of(opened)}?q.delay=3"
    refused = send(ticked | {"q.delay": "plenty"}, query).url
    assert refused == f"{page_of(opened)}?q.delay=plenty"
    (problem,) = ask("?" + refused.partition("?")[2]).context["problems"]
    assert problem["message"] == "Enter a number in digits, such as 12 or 12.5."


def test_what_cannot_be_read_is_said_at_the_field_and_the_rest_counts(ask: Ask, send: Ask, current: Round) -> None:
    response = send({"q.share.version": "0", "q.share": "plenty", "q.lead.version": "0", "q.lead": "yes"})
    page = ask("?" + response.url.partition("?")[2])
    assert page.context["shown"].overall.after == score_of(current, lead=said("yes"))
    message = "Enter a number in digits, such as 12 or 12.5."
    assert f'<p class="invalid-feedback" id="e-share">{message}</p>' in page.content.decode()
    assert 'value="plenty"' in page.content.decode()
    assert page.context["problems"] == [{"key": "share", "question": "Which share?", "message": message}]


def test_changed_question_is_marked_and_goes_back(ask: Ask, send: Ask, opened: Opened) -> None:
    page = ask("?q.lead=yes&q.skill=a2").content.decode()
    assert page.count('<span class="tag">Changed</span>') == 2
    assert '<button class="btn btn-small" name="back" value="lead"' in page
    assert send({"back": "lead"}, "?q.lead=yes&q.skill=a2").url == f"{page_of(opened)}?q.skill=a2"


def test_question_that_a_condition_hides_comes_and_goes(ask: Ask, current: Round) -> None:
    def hidden(query: str) -> set[str]:
        page = ask(query)
        asked = [*page.context["first"], *(each for group in page.context["groups"] for each in group.questions)]
        return {each.key for each in asked if each.is_hidden}

    assert hidden("") == set()
    assert hidden("?q.has_plant=no") == {"steps"}
    assert ask("?q.has_plant=no").context["shown"].overall.after == score_of(current, has_plant=said("no"))


def test_score_that_was_withheld_can_be_given_with_more_answers(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    few = answered_assessment({key: LOW[key] for key in ("has_plant", "staff", "steps")})
    submit_and_advise(assessment=few.assessment)
    client.cookies[COOKIE_NAME] = few.token
    more = "?q.delay=30&q.grid.row.north=bad&q.grid.row.south=fair&q.skill=a0&q.lead=no&q.share=15&q.tools=small"
    shown = client.get(page_of(few) + more).context["shown"]
    assert (shown.overall.before, shown.overall.after) == ("–", "14.3")
    assert shown.said.startswith("A score can be given: 14.3. Level: Level 0.")


def test_next_level_is_told_as_things_are_supposed(ask: Ask) -> None:
    now = ask().context["shown"].next_level
    assert (now.line, now.met) == ("What the next level, Level 1, asks for:", "0 of 1 met")
    assert [(gate.text, gate.state) for gate in now.gates] == [("A score of 20 to below 40 (you: 14.3)", "fails")]
    then = ask("?q.skill=a4&q.lead=yes").context["shown"].next_level
    assert then.line == "What the next level, Level 3, asks for:"
    best = "?q.steps=a4&q.tools=big&q.tools=small&q.tools=other&q.share=100"
    best += "&q.delay=0&q.grid.row.north=good&q.grid.row.south=good&q.skill=a4&q.lead=yes"
    assert ask(best).context["shown"].next_level.line == "This is the highest level."
    empty = "".join(f"&q.{key}=" for key in LOW if key not in ("has_plant", "staff"))
    nothing = ask("?" + empty).context["shown"]
    assert nothing.next_level.line == "Too little is answered to name a level."
    assert (nothing.overall.after, nothing.overall.gain, nothing.short) == ("–", "", "Score: 14.3 → –")
    assert nothing.said.startswith("Too little is answered to give a score.")


def test_script_gets_only_what_differs(send: Ask, opened: Opened, current: Round) -> None:
    sent = {"q.lead.version": "0", "q.lead": "yes", "q.has_plant.version": "0", "q.has_plant": "no"}
    told = send(sent, script=True).json()
    assert told["address"] == f"{page_of(opened)}?q.has_plant=no&q.lead=yes"
    assert told["hidden"] == ["steps"]
    assert set(told["questions"]) == {"lead", "has_plant"}
    assert told["questions"]["lead"]["html"] is None
    assert "Back to my answer" in told["questions"]["lead"]["foot"]
    assert told["said"] in told["result"] or told["said"].startswith("Score")


def test_script_gets_fields_that_an_action_changed(send: Ask, current: Round) -> None:
    key = current.run.advice["recommendations"][0]["action"]  # type: ignore[union-attr]
    told = send({"do": key}, script=True).json()
    changes = current.changes([current.actions[key]])
    assert set(told["questions"]) == {change.question for change in changes}
    assert all(patch["html"] is not None for patch in told["questions"].values())


def test_nothing_in_the_database_changes(ask: Ask, send: Ask) -> None:
    before = whole_database()
    ask("?q.lead=yes&q.skill=a2&q.share=plenty")
    send({"q.lead.version": "0", "q.lead": "yes"})
    send({"q.lead.version": "0", "q.lead": "yes"}, script=True)
    assert whole_database() == before


def test_page_asks_the_database_as_often_whatever_is_supposed(ask: Ask) -> None:
    ask()
    counts = []
    for query in ("", "?q.lead=yes", "?q.lead=yes&q.skill=a2&q.share=45&q.tools=big"):
        with CaptureQueriesContext(connection) as captured:
            ask(query)
        counts.append(len(captured))
    assert counts == [3, 3, 3]


def test_page_is_there_once_there_is_a_result(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment()
    client.cookies[COOKIE_NAME] = opened.token
    check = reverse("responses:check", args=[opened.assessment.public_id])
    assert client.get(page_of(opened)).url == check
    assert client.post(page_of(opened) + "change/").url == check


def test_nobody_else_can_look(client: Client, opened: Opened, answered_assessment: Callable[..., Opened]) -> None:
    client.cookies[COOKIE_NAME] = answered_assessment().token
    assert client.get(page_of(opened)).status_code == 404
    assert client.post(page_of(opened) + "change/").status_code == 404


def test_page_speaks_chinese(ask: Ask) -> None:
    page = ask("?q.lead=yes", **{"accept-language": "zh-hans"}).content.decode()
    assert "<h1>假如……</h1>" in page
    assert '<span class="tag">已改动</span>' in page


def test_more_than_an_address_can_say_is_refused_in_words(send: Ask) -> None:
    reply = send({"q.share.version": "0", "q.share": "9" * 5_000})
    assert (reply.status_code, "more text than can be tried at once" in reply.content.decode()) == (422, True)
    assert send({"q.share.version": "0", "q.share": "9" * 500}).status_code == 302
