"""Answers on their way: without network, lost replies, two windows, keys that were taken back."""

from datetime import timedelta

import pytest
from playwright.sync_api import Route, expect
from pytest_django.live_server_helper import LiveServer

from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Assessment
from assessment.responses.submitting import submit_assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from tests.chromium import wait_until
from tests.responses.browsing import SAVED, MakePage, choose, opened, stored, versions, visit
from tests.responses.conftest import address

__all__ = ["opened", "visit"]


pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_answers_given_offline_wait_and_are_sent(visit: MakePage, opened: Opened) -> None:
    page = visit("talent")
    page.context.set_offline(True)
    choose(page, "T1", "so")
    choose(page, "T1", "yes")
    page.fill("#f-T3", "offline")
    page.locator("#f-T3").blur()
    expect(page.locator("#offline")).to_contain_text("answers are waiting")
    assert stored(opened) == {}
    page.context.set_offline(False)
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#offline")).to_be_hidden()
    assert stored(opened) == {"T1": "yes", "T3": "offline"}


def test_unsent_answers_survive_a_reload(visit: MakePage, opened: Opened) -> None:
    page = visit("talent")
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answers/**", lambda route: route.abort())
    choose(page, "T1", "so")
    expect(page.locator("#saved")).to_have_text("Not saved yet – trying again")
    page.reload()
    expect(page.locator("#q-T1 input:checked")).to_have_value("so")
    page.unroute("**/answers/**")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert (stored(opened), versions(opened)) == ({"T1": "so"}, 1)


def test_a_lost_reply_saves_once(visit: MakePage, opened: Opened) -> None:
    page = visit("talent")
    lost: list[str] = []

    def lose_first_reply(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().text())
            route.abort()

    page.route("**/answers/**", lose_first_reply)
    choose(page, "T1", "so")
    choose(page, "T1", "yes")
    expect(page.locator("#saved")).to_have_text(SAVED)
    expect(page.locator("#conflict")).to_be_hidden()
    assert (len(lost), stored(opened), versions(opened)) == (1, {"T1": "yes"}, 2)


def test_unsent_answers_of_one_assessment_never_go_to_another(
    visit: MakePage, opened: Opened, live_server: LiveServer
) -> None:
    page = visit("talent")
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/answers/**", lambda route: route.abort())
    choose(page, "T1", "so")
    expect(page.locator("#saved")).to_have_text("Not saved yet – trying again")
    release = opened.assessment.release
    other = start_assessment(enterprise_name="Other Ltd", release=release, scope=Scope.FULL, language="en")
    page.context.add_cookies([{"name": COOKIE_NAME, "value": other.token, "url": live_server.url}])
    page.unroute("**/answers/**")
    page.goto(live_server.url + address("section", other.assessment, "talent"))
    expect(page.locator("#q-T1 input:checked")).to_have_count(0)
    choose(page, "T1", "no")
    expect(page.locator("#saved")).to_have_text(SAVED)
    assert (stored(other), stored(opened)) == ({"T1": "no"}, {})


@pytest.mark.parametrize(("button", "kept"), [("Keep the answer given here", "yes"), ("Take the other answer", "no")])
def test_a_conflict_shows_both_and_the_person_decides(visit: MakePage, opened: Opened, button: str, kept: str) -> None:
    here, there = visit("talent"), visit("talent")
    choose(there, "T1", "no")
    expect(there.locator("#saved")).to_have_text(SAVED)
    choose(here, "T1", "yes")
    dialog = here.get_by_role("dialog", name="This answer was changed elsewhere")
    expect(dialog.locator("#conflict-question")).to_have_text("Question T1?")
    expect(dialog.locator("#conflict-theirs")).to_have_text("Option no")
    expect(dialog.locator("#conflict-mine")).to_have_text("Option yes")
    here.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name=button).click()
    expect(dialog).to_be_hidden()
    expect(here.locator("#q-T1 input:checked")).to_have_value(kept)
    here.get_by_role("button", name="Check answers").click()
    here.wait_for_url("**/check/")
    assert stored(opened) == {"T1": kept}


def test_two_windows_with_the_same_answer_do_not_quarrel(visit: MakePage, opened: Opened) -> None:
    here, there = visit("talent"), visit("talent")
    choose(there, "T1", "no")
    expect(there.locator("#saved")).to_have_text(SAVED)
    choose(here, "T1", "no")
    expect(here.locator("#saved")).to_have_text(SAVED)
    choose(here, "T1", "yes")
    here.get_by_role("button", name="Check answers").click()
    here.wait_for_url("**/check/")
    assert (stored(opened), versions(opened)) == ({"T1": "yes"}, 2)


def test_a_revoked_key_keeps_the_answers_in_the_browser(visit: MakePage, opened: Opened) -> None:
    page = visit("talent")
    tokens = opened.assessment.tokens
    tokens.update(expires_at=opened.assessment.started_at - timedelta(hours=1))
    choose(page, "T1", "so")
    expect(page.locator("#offline")).to_contain_text("This browser no longer has access. Your answer is kept here")
    kept = page.evaluate("Object.keys(localStorage)")
    assert (kept, stored(opened)) == ([f"fourfold.unsent.{opened.assessment.public_id}.T1"], {})


def test_after_submitting_elsewhere_nothing_is_taken_over(visit: MakePage, opened: Opened) -> None:
    page = visit("profile")
    page.fill("#f-employees", "86")
    page.locator("#f-employees").blur()
    expect(page.locator("#saved")).to_have_text(SAVED)
    choose(page, "makes", "no")
    expect(page.locator(".rail [data-section=profile] > span").first).to_have_text("2 / 3")
    wait_until(page, "Object.keys(localStorage).length === 0")
    submit_assessment(assessment=Assessment.objects.get())
    page.select_option("#f-region", "place1")
    expect(page.locator("#offline")).to_contain_text("This assessment has been submitted meanwhile")
    assert stored(opened) == {"employees": "86", "makes": "no"}
