"""The owner's page: everything of theirs, nothing of others, and what was done with it."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, GrantLevel, User, Workspace
from assessment.audit.actions import record_event
from assessment.responses.actions import Opened, make_resume_keys
from assessment.responses.models import Assessment, RespondentToken
from assessment.responses.tokens import LATEST_COOKIE_NAME, hash_token
from recommendations.desk.mine.record_page import newest_events
from recommendations.desk.mine.record_views import ON_A_PAGE
from recommendations.plan.items import Event as ItemEvent
from recommendations.plan.planning import take_up_actions
from recommendations.report.models import ShareLink
from tests.desk.mine.conftest import Begin, signed_in, texts, with_key
from tests.desk.mine.everything import make_everything
from tests.desk.mine.test_deleting import make_offering

MINE = reverse("desk:mine")


def page(enterprise: Enterprise, name: str = "mine-enterprise", *more: object) -> str:
    return reverse(f"desk:{name}", args=[enterprise.public_id, *more])


def test_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(MINE)["Location"] == f"{reverse('accounts:sign-in')}?next={MINE}"


def test_single_enterprise_is_shown_at_once(mine: Enterprise, owner: User) -> None:
    assert signed_in(owner).get(MINE)["Location"] == page(mine)


def test_several_are_listed_with_what_is_shared(
    begin: Begin, owned: Opened, owner: User, colleague: User, release: object
) -> None:
    begin("Second Ltd", owner=owner)
    theirs = begin("Their Ltd", owner=colleague, is_submitted=True).assessment.enterprise
    theirs.grants.create(person=owner, level=GrantLevel.VIEW)
    ended = begin("Past Ltd", owner=colleague).assessment.enterprise
    ended.grants.create(person=owner, level=GrantLevel.VIEW, expires_at=timezone.now() - timedelta(days=1))
    shown = signed_in(owner).get(MINE)
    lines = [(line.name, line.open_count, line.submitted_count) for line in shown.context["owned"]]
    assert lines == [("Four Gears Ltd", 0, 1), ("Second Ltd", 1, 0)]
    assert [line.grant.enterprise for line in shown.context["shared"]] == [theirs]
    assert page(theirs) not in shown.content.decode()


def test_nothing_yet_says_how_to_begin(stranger: User) -> None:
    assert "No enterprise is kept in this account yet." in signed_in(stranger).get(MINE).content.decode()


def test_only_the_owner_opens_it(
    mine: Enterprise, owned: Opened, colleague: User, consultant: User, advisers: Workspace, client: Client
) -> None:
    mine.grants.create(person=colleague, level=GrantLevel.EDIT)
    mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    browsers = [client, with_key(owned.token), signed_in(colleague), signed_in(consultant)]
    assert [each.get(page(mine)).status_code for each in browsers] == [404] * 4


def test_page_shows_result_reports_plan_access_and_links(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace, consultant: User
) -> None:
    make_everything(owned.assessment, advisers, consultant, make_offering())
    shown = signed_in(owner).get(page(mine)).context
    draft, submitted = shown["assessments"]
    assert (draft.submitted_at, submitted.verified_by) == (None, "Con Sultant (Gear Advisers)")
    assert (submitted.score, submitted.scale) == ("14.3", "100")
    assert [(report.number, report.workspace) for report in submitted.reports] == [("F-1", "Gear Advisers")]
    assert (shown["plan"].open_count, shown["plan"].overdue_count) == (1, 0)
    access = shown["access"]
    assert [(row.name, row.members, row.is_over) for row in access.grants] == [("Gear Advisers", 1, False)]
    assert ([each.email for each in access.invitations], access.offer) == (["new@example.org"], None)
    links = shown["links"]
    assert [key.kind for key in links.keys] == ["A browser"]
    assert [link.label for link in links.shares] == ["The bank"]
    assert [letter.email for letter in links.letters] == ["boss@firm.example"]
    assert [line.request.offering for line in links.requests] == ["Sensors"]


@pytest.mark.parametrize("name", ["mine", "mine-enterprise", "mine-record"])
def test_queries_do_not_grow_with_rows(
    name: str, begin: Begin, owner: User, advisers: Workspace, consultant: User, colleague: User
) -> None:
    offering = make_offering()

    def add(number: int) -> Enterprise:
        for each in range(number):
            opened = begin(f"Number {each} Ltd", owner=owner, is_submitted=True)
            make_everything(opened.assessment, advisers, consultant, offering)
            shared = begin(f"Shared {each} Ltd", owner=colleague, is_submitted=True).assessment.enterprise
            shared.grants.create(person=owner, level=GrantLevel.VIEW)
        return opened.assessment.enterprise

    counts = []
    for number in (1, 3):
        enterprise, client = add(number), signed_in(owner)
        for opened in Enterprise.objects.filter(owner=owner).exclude(pk=enterprise.pk):
            opened.assessments.update(enterprise=enterprise)
            opened.grants.exclude(workspace=advisers).update(enterprise=enterprise)
        address = MINE if name == "mine" else page(enterprise, name)
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_record_says_who_did_what_newest_first(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace, consultant: User
) -> None:
    mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    take_up_actions(assessment=owned.assessment, actions=["A"], language="en", actor=consultant)
    rows = newest_events(mine, 3)
    assert [(row.what, row.who) for row in rows] == [
        ("Action taken up", "Consultant, Gear Advisers"),
        ("Advice worked out from the result", "the program"),
        ("Answers submitted", "without an account"),
    ]
    assert [row.who for row in newest_events(mine, 9)][-1] == "you"


def test_record_has_pages_and_no_events_of_others(mine: Enterprise, owner: User, begin: Begin) -> None:
    begin("Other Ltd")
    for number in range(ON_A_PAGE):
        record_event(event=ItemEvent.DONE, object_type="plan.item", object_id=number, enterprise_id=mine.pk)
    first = signed_in(owner).get(page(mine, "mine-record")).context
    last = signed_in(owner).get(page(mine, "mine-record") + "?page=2").context
    assert (len(first["rows"]), first["listed"].paginator.num_pages) == (ON_A_PAGE, 2)
    assert [row.what for row in last["rows"]] == [
        "Advice worked out from the result",
        "Answers submitted",
        "Assessment begun",
    ]


def test_keys_are_revoked_one_by_one_or_all_others(owned: Opened, mine: Enterprise, owner: User) -> None:
    make_resume_keys(assessment=owned.assessment)
    client = signed_in(owner)
    client.cookies[LATEST_COOKIE_NAME] = owned.token
    keys = client.get(page(mine)).context["links"].keys
    assert [key.is_this_browser for key in keys] == [False, False, True]
    assert sorted(key.kind for key in keys) == ["A browser", "Resume code", "Resume link"]
    address = page(mine, "mine-keys-revoke")
    client.post(address, {"key": keys[0].fingerprint})
    assert RespondentToken.objects.usable().count() == 2
    response = client.post(address, {"others": "1"}, follow=True)
    assert texts(response) == ["1 key opens nothing any more."] * 2
    assert [key.hash for key in RespondentToken.objects.usable()] == [hash_token(owned.token)]


def test_key_of_another_browser_is_not_called_this_one(owned: Opened, mine: Enterprise, owner: User) -> None:
    shown = signed_in(owner).get(page(mine))
    assert [(key.kind, key.is_this_browser) for key in shown.context["links"].keys] == [("A browser", False)]
    assert "This browser" not in shown.content.decode()


def test_keys_say_which_workspace_began_the_assessment(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace
) -> None:
    Assessment.objects.filter(pk=owned.assessment.pk).update(workspace=advisers)
    shown = signed_in(owner).get(page(mine))
    assert [key.workspace for key in shown.context["links"].keys] == ["Gear Advisers"]
    assert "assessment begun by Gear Advisers" in shown.content.decode()


def test_page_says_nobody_sees_it_only_where_nobody_does(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace
) -> None:
    client, alone = signed_in(owner), "and nobody else sees it."
    assert alone not in client.get(page(mine)).content.decode()
    RespondentToken.objects.all().delete()
    assert alone in client.get(page(mine)).content.decode()
    mine.grants.create(workspace=advisers, level=GrantLevel.VIEW)
    assert alone not in client.get(page(mine)).content.decode()


def test_access_that_ends_at_midnight_is_shown_with_its_last_day(
    mine: Enterprise, owner: User, advisers: Workspace
) -> None:
    ends_at = timezone.make_aware(datetime(2027, 11, 24))
    mine.grants.create(workspace=advisers, level=GrantLevel.VIEW, expires_at=ends_at)
    shown = signed_in(owner).get(page(mine)).content.decode()
    assert "until 23 November 2027" in shown
    assert "24 November 2027" not in shown


@pytest.mark.parametrize("sent", ["", "0", "%", "_" * 20, "f" * 64])
def test_strange_fingerprint_revokes_nothing(sent: str, owned: Opened, mine: Enterprise, owner: User) -> None:
    assert signed_in(owner).post(page(mine, "mine-keys-revoke"), {"key": sent}).status_code == 404
    assert RespondentToken.objects.usable().count() == 1


def test_keys_of_another_enterprise_are_not_mine(mine: Enterprise, owner: User, begin: Begin) -> None:
    other = begin("Other Ltd")
    fingerprint = hash_token(other.token)[:20]
    assert signed_in(owner).post(page(mine, "mine-keys-revoke"), {"key": fingerprint}).status_code == 404
    signed_in(owner).post(page(mine, "mine-keys-revoke"), {"others": "1"})
    assert other.assessment.tokens.get().revoked_at is None


def test_link_to_a_report_is_revoked(
    owned: Opened, mine: Enterprise, owner: User, advisers: Workspace, consultant: User, stranger: User
) -> None:
    make_everything(owned.assessment, advisers, consultant, make_offering())
    link = ShareLink.objects.get()
    address = page(mine, "mine-share-revoke", link.public_id)
    assert signed_in(stranger).post(address).status_code == 404
    signed_in(owner).post(address)
    assert ShareLink.objects.usable().count() == 0
