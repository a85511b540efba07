"""The record says to its owner who did what, to whom, and with which assessment."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import override

from assessment.accounts.handing_over import offer_enterprise
from assessment.accounts.models import Enterprise, GrantLevel, HandOver, Invitation, User
from assessment.accounts.workspaces.actions import invite_to_enterprise
from assessment.audit.actions import record_event
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened, make_resume_keys
from assessment.responses.closing import take_over
from recommendations.desk.mine.owner_words import OWNER_WORDS
from recommendations.desk.mine.record_page import event_rows, events_of, newest_events
from recommendations.plan.actions import Event as AdviceEvent
from recommendations.studio.people.event_words import EVENT_WORDS


def test_invitation_names_its_address_as_long_as_it_stands(mine: Enterprise, owner: User) -> None:
    invite_to_enterprise(
        enterprise=mine, email="li@gears.example", level=GrantLevel.VIEW, grant_expires_at=None, by=owner
    )
    row = newest_events(mine, 1)[0]
    assert (row.what, row.about) == ("Invitation sent", f"li@gears.example · {GrantLevel.VIEW.label}")
    assert "li@gears.example" not in str(AuditEvent.objects.values_list("details", flat=True))
    Invitation.objects.all().delete()
    assert newest_events(mine, 1)[0].about == str(GrantLevel.VIEW.label)


def test_hand_over_names_both_sides(mine: Enterprise, owner: User, colleague: User) -> None:
    offer_enterprise(enterprise=mine, email=colleague.email, by=owner)
    assert newest_events(mine, 1)[0].about == f"to {colleague.email}"
    take_over(offer=HandOver.objects.get(), person=colleague)
    mine.refresh_from_db()
    abouts = {row.what: row.about for row in newest_events(mine, 9)}
    assert abouts["Enterprise handed over"] == f"from {owner.get_full_name()} to {colleague.email}"
    assert "@" not in str(AuditEvent.objects.values_list("details", flat=True))


def test_events_of_an_assessment_say_which(owned: Opened, mine: Enterprise, consultant: User) -> None:
    make_resume_keys(assessment=owned.assessment, actor=consultant)
    row = newest_events(mine, 1)[0]
    day = date_format(localtime(owned.assessment.started_at), "j F Y")
    assert (row.what, row.about, row.who) == (
        "Link and code to continue made",
        f"of {day}, full diagnosis",
        consultant.get_full_name(),
    )


def test_words_are_for_an_owner_in_both_languages(mine: Enterprise) -> None:
    assert set(OWNER_WORDS) <= set(EVENT_WORDS)
    record_event(event=AdviceEvent.ADVISED, object_type="advice_run", object_id=1, enterprise_id=mine.pk)
    with override("zh-hans"):
        assert newest_events(mine, 1)[0].what == "已根据结果得出建议"


def test_copy_for_others_names_the_owner(mine: Enterprise, owner: User) -> None:
    rows = event_rows(mine, events_of(mine), is_copy=True)
    assert f"{owner.get_full_name()} (owner)" in {row.who for row in rows}
    assert "you" not in {row.who for row in rows}
