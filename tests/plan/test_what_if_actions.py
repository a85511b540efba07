"""Suppositions about actions and advice: what they improve, add, bring and take away."""

from collections.abc import Callable

from django.test import Client

from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.figures import rounded
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.rounds import Round
from recommendations.playbook.models import PlaybookRelease
from tests.plan.what_if_pages import Ask, ask, current, page_of, said, score_of, send
from tests.rules.samples import LOW

__all__ = ["ask", "current", "send"]


def test_ticked_actions_change_the_answers_that_they_improve(ask: Ask, current: Round) -> None:
    actions = [current.actions[one["action"]] for one in current.run.advice["recommendations"]]  # type: ignore[union-attr]
    changes = current.changes(actions)
    page = ask("?" + "&".join(f"do={action.key}" for action in actions))
    assert page.context["shown"].overall.after == score_of(
        current, **{change.question: change.after for change in changes}
    )
    assert [tick.is_ticked for tick in page.context["ticks"]] == [True] * len(actions)
    assert page.content.decode().count("Changed by an action") == len(changes) > 0


def test_actions_to_tick_say_what_they_would_add_to_what_is_supposed(ask: Ask, send: Ask, current: Round) -> None:
    recommended = current.run.advice["recommendations"]  # type: ignore[union-attr]
    first, *others = [one["action"] for one in recommended]
    page = ask(f"?do={first}")
    ticks = {tick.key: tick for tick in page.context["ticks"]}
    assert (ticks[first].effect, ticks[first].is_ticked) == ("", True)
    assert page.content.decode().count("counted in") == 1
    for key in others:
        changed = current.changes([current.actions[first], current.actions[key]])
        both = current.scorer.score({**current.answers, **{each.question: each.after for each in changed}})
        one = current.changes([current.actions[first]])
        alone = current.scorer.score({**current.answers, **{each.question: each.after for each in one}})
        if key in ticks:
            gain = rounded(both.overall.score, 1) - rounded(alone.overall.score, 1)  # type: ignore[arg-type]
            assert abs(float(ticks[key].effect) - float(gain)) < 0.11
    sent = send({"do": first}, script=True).json()
    assert (f'value="{first}" checked' in sent["ticks"], sent["ticks"].count("counted in")) == (True, 1)


def test_action_that_no_longer_applies_is_not_offered(ask: Ask, current: Round) -> None:
    before = {tick.key for tick in ask().context["ticks"]}
    best = "?q.steps=a4&q.tools=big&q.tools=small&q.tools=other&q.share=100"
    page = ask(best + "&q.delay=0&q.grid.row.north=good&q.grid.row.south=good&q.skill=a4&q.lead=yes")
    gone = {"No longer recommended"} if before else set()
    assert (page.context["ticks"], all(words in page.content.decode() for words in gone)) == ((), True)
    assert "For these answers no action is recommended." in page.content.decode()


def test_own_answer_counts_more_than_an_action(ask: Ask, send: Ask, opened: Opened, current: Round) -> None:
    key = current.run.advice["recommendations"][0]["action"]  # type: ignore[union-attr]
    question = current.changes([current.actions[key]])[0].question
    response = send({"do": key, "back": question}, f"?do={key}")
    answers = {each.key: each for each in (*ask("?" + response.url.partition("?")[2]).context["first"],)}
    assert response.url.startswith(f"{page_of(opened)}?do={key}&q.{question}")
    assert not answers[question].is_from_action


def test_untouched_fields_follow_the_actions(send: Ask, opened: Opened, current: Round) -> None:
    """The page was shown with an action ticked, whose answers stood in the fields; taking the tick away takes them."""
    key = current.run.advice["recommendations"][0]["action"]  # type: ignore[union-attr]
    change = current.changes([current.actions[key]])[0]
    shown = {f"q.{change.question}.version": "0", f"q.{change.question}": change.after.value}
    assert send(shown, f"?do={key}").url == page_of(opened)


def test_advice_that_appears_and_vanishes_is_named(ask: Ask, current: Round) -> None:
    best = "?q.steps=a4&q.tools=big&q.tools=small&q.tools=other&q.share=100"
    shown = ask(best + "&q.delay=0&q.grid.row.north=good&q.grid.row.south=good&q.skill=a4&q.lead=yes").context["shown"]
    assert shown.overall.after == "100.0"
    recommended = [one["action"] for one in current.run.advice["recommendations"]]  # type: ignore[union-attr]
    assert len(shown.advice.vanished) == len(recommended)
    assert (shown.advice.appeared, shown.advice.moved) == ((), ())


def test_lower_answers_lose_points_and_bring_advice(
    client: Client, playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    people = {"delay": said("0"), "grid": said({"north": "good", "south": "good"}), "skill": said("a4")}
    better = answered_assessment({**LOW, **people, "lead": said("yes")})
    submit_and_advise(assessment=better.assessment)
    client.cookies[COOKIE_NAME] = better.token
    worse = "?q.delay=30&q.grid.row.north=bad&q.grid.row.south=bad&q.skill=a0&q.lead=no"
    shown = client.get(page_of(better) + worse).context["shown"]
    assert (shown.overall.before, shown.overall.after, shown.overall.gain) == ("67.9", "10.7", "−57.2")
    assert shown.overall.is_worse
    (row,) = shown.advice.appeared
    assert (row.title, row.because, row.rank_before, row.effect_before) == ("Do B", "It is time.", "", "")
    assert shown.said == "Score 67.9 → 10.7 (−57.2). Level: Level 0. 1 new action."
