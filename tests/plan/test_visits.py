"""What an enterprise's pages say and offer to those who are let in."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.models import GrantLevel, User, WorkspaceRole
from assessment.responses.models import Assessment
from recommendations.plan.planning import take_up_actions
from tests.plan.overlays import Advisers, make_advisers

PAGES = ("report:result-show", "plan:plan-show", "plan:roadmap", "plan:what-if", "plan:services", "plan:progress")


@pytest.fixture
def advisers(submitted: Assessment, consultant: User) -> Advisers:
    take_up_actions(assessment=submitted, actions=["A"])
    return make_advisers(submitted, consultant)


def read(browser: Browser, name: str, assessment: Assessment) -> str:
    page = browser.get(reverse(name, args=[assessment.public_id]))
    assert page.status_code == 200
    return page.content.decode()


def forms(text: str) -> list[str]:
    """Where forms of the page lead, without the language of the page."""
    found = [part.split('"')[0] for part in text.split('action="')[1:]]
    return [address for address in found if "/a/" in address]


@pytest.mark.parametrize("name", PAGES)
def test_consultant_reads_as_whom_and_finds_the_way_back(advisers: Advisers, name: str) -> None:
    text = read(advisers.browser, name, advisers.assessment)
    assert "You see this as Consultant of Gear Advisers." in text
    back = reverse("desk:client-show", args=[advisers.workspace.slug, advisers.client.public_id])
    assert f'<a href="{back}">Back to the client</a>' in text


@pytest.mark.parametrize("name", PAGES)
def test_consultant_is_offered_nothing_that_only_the_enterprise_does(advisers: Advisers, name: str) -> None:
    text = read(advisers.browser, name, advisers.assessment)
    for word in (
        "/keep/",
        "Start the next round",
        "Change answers in a copy",
        "Reminders by mail",
        "Ask to be contacted",
    ):
        assert word not in text


def test_consultant_keeps_the_plan(advisers: Advisers) -> None:
    text = read(advisers.browser, "plan:plan-show", advisers.assessment)
    assert reverse("plan:plan-item-add", args=[advisers.assessment.public_id]) in forms(text)
    assert "You may work on the plan" in text


def test_viewer_of_the_workspace_only_reads(advisers: Advisers) -> None:
    advisers.workspace.memberships.update(role=WorkspaceRole.VIEWER)
    for name in PAGES:
        text = read(advisers.browser, name, advisers.assessment)
        assert "You may read it." in text
        changing = [address for address in forms(text) if "/what-if/" not in address and "/report/" not in address]
        assert [address for address in changing if "/roadmap/" not in address and "services" not in address] == []


def test_watcher_is_named_without_a_workspace(submitted: Assessment, colleague: User) -> None:
    submitted.enterprise.grants.create(person=colleague, level=GrantLevel.VIEW)
    browser = Browser()
    browser.force_login(colleague)
    text = read(browser, "plan:plan-show", submitted)
    assert "You see this as Colleague. You may read it." in text
    assert "Back to the client" not in text


def test_colleague_who_may_edit_finds_everything(submitted: Assessment, colleague: User) -> None:
    submitted.enterprise.grants.create(person=colleague, level=GrantLevel.EDIT)
    browser = Browser()
    browser.force_login(colleague)
    text = read(browser, "report:result-show", submitted)
    assert "You see this as Colleague. The owner lets you answer and plan." in text
    assert "Start the next round" in text


def test_owner_is_at_home(submitted: Assessment, owner: User) -> None:
    submitted.enterprise.owner = owner
    submitted.enterprise.save()
    browser = Browser()
    browser.force_login(owner)
    text = read(browser, "report:result-show", submitted)
    assert "You see this as" not in text
    assert "Start the next round" in text


def test_who_comes_in_two_ways_comes_in_the_one_that_lets_do_most(advisers: Advisers) -> None:
    advisers.assessment.enterprise.grants.create(person=advisers.consultant, level=GrantLevel.VIEW)
    text = read(advisers.browser, "plan:plan-show", advisers.assessment)
    assert "You see this as Consultant of Gear Advisers." in text
