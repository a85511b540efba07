"""What a workspace keeps in a browser ends with its access: links that it opened itself, pages under /a/."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.granting import give_access
from assessment.accounts.models import Client as WorkspaceClient
from assessment.accounts.models import Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.mail.models import Letter
from assessment.responses.actions import Opened, make_resume_keys, start_for_client
from assessment.responses.closing import close_to, end_keys_of_expired_access
from assessment.responses.models import Assessment, Mode
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.desk.ending import end_access


@pytest.fixture
def grant(mine: Enterprise, advisers: Workspace) -> Grant:
    return mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)


@pytest.fixture
def begun(grant: Grant, advisers: Workspace, mine: Enterprise, opened: Opened, consultant: User) -> Assessment:
    seat = Seat(consultant, advisers, WorkspaceRole.CONSULTANT)
    release = opened.assessment.release
    return start_for_client(
        seat=seat, enterprise=mine, release=release, scope=Scope.FULL, language="en", mode=Mode.SELF
    )


def browser_with_link(assessment: Assessment) -> Client:
    """The consultant opens the link that was meant for the client."""
    browser = Client()
    browser.post(f"/r/{make_resume_keys(assessment=assessment).link_token}/")
    assert COOKIE_NAME in browser.cookies
    return browser


def reaches(browser: Client, assessment: Assessment) -> int:
    return browser.get(f"/a/{assessment.public_id}/check/").status_code


def test_key_from_a_link_ends_with_the_access(begun: Assessment, grant: Grant, owner: User) -> None:
    browser = browser_with_link(begun)
    assert reaches(browser, begun) == 200
    assert close_to(grant=grant, by=owner) == 3  # the link, the code, and the browser's key
    assert reaches(browser, begun) == 404


def test_what_the_enterprise_began_itself_keeps_its_keys(
    begun: Assessment, grant: Grant, owner: User, opened: Opened
) -> None:
    Assessment.objects.filter(pk=opened.assessment.pk).update(enterprise=grant.enterprise)
    close_to(grant=grant, by=owner)
    browser = Client()
    browser.cookies[COOKIE_NAME] = opened.token
    assert reaches(browser, opened.assessment) == 200


def test_keys_end_where_the_access_has_run_out(begun: Assessment, grant: Grant) -> None:
    browser = browser_with_link(begun)
    assert end_keys_of_expired_access() == 0
    Grant.objects.filter(pk=grant.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert (end_keys_of_expired_access(), reaches(browser, begun)) == (3, 404)


def test_enterprise_without_an_owner_keeps_its_only_way_in(begun: Assessment, grant: Grant) -> None:
    browser = browser_with_link(begun)
    Enterprise.objects.filter(pk=grant.enterprise_id).update(owner=None)
    grant.delete()
    assert (end_keys_of_expired_access(), reaches(browser, begun)) == (0, 200)


@pytest.mark.parametrize(("demanded", "met"), [("optional", 200), ("required", 404)])
def test_pages_of_an_assessment_wait_for_the_second_step_too(
    demanded: str, met: int, begun: Assessment, advisers: Workspace, consultant: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    advisers.memberships.get_or_create(person=consultant, defaults={"role": WorkspaceRole.CONSULTANT})
    monkeypatch.setattr(settings, "SECOND_FACTOR", demanded)
    browser = Client()
    browser.force_login(consultant)
    assert reaches(browser, begun) == met
    begun.enterprise.grants.create(person=consultant, level=GrantLevel.VIEW)
    assert reaches(browser, begun) == 200  # what is theirs as a person stays open


def test_workspace_that_is_let_in_finds_the_enterprise_among_its_clients(
    mine: Enterprise, advisers: Workspace, owner: User, consultant: User
) -> None:
    advisers.memberships.update_or_create(person=consultant, defaults={"role": WorkspaceRole.OWNER})
    give_access(enterprise=mine, workspace=advisers, level=GrantLevel.EDIT, expires_at=None, by=owner)
    client = WorkspaceClient.objects.get(workspace=advisers, enterprise=mine)
    letter = Letter.objects.get(to=consultant.email)
    assert letter.subject == f"{mine.name} lets you in"
    assert f"/w/{advisers.slug}/clients/{client.public_id}/" in letter.body
    client.archived_at = timezone.now()
    client.save()
    end_access(grant=Grant.objects.get(), by=owner)
    give_access(enterprise=mine, workspace=advisers, level=GrantLevel.VIEW, expires_at=None, by=owner)
    assert WorkspaceClient.objects.get().archived_at is None
