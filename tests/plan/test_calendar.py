"""The calendar file, octet by octet where RFC 5545 counts them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils.translation import override

from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from recommendations.plan.calendar import calendar_of
from recommendations.plan.item_rows import item_rows
from recommendations.plan.items import change_item, content_of, set_status
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.plan_queries import items_of
from recommendations.plan.planning import add_own_item
from recommendations.plan.rounds import round_of

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
DUE = date(2027, 3, 31)


def calendar(assessment: Assessment, locale: str = "en") -> bytes:
    current = round_of(assessment)
    assert current is not None
    with override(locale):
        rows = item_rows(items_of(Plan.objects.get()), current, date(2026, 11, 23), locale)
        return calendar_of(rows, "Plan", "https://example.org/plan/", AT)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def own(assessment: Assessment, title: str = "Ask the bank") -> PlanItem:
    return add_own_item(assessment=assessment, title=title, language="en", due_on=DUE)


def test_item_is_a_whole_day_with_an_alarm_a_week_before(submitted: Assessment) -> None:
    item = own(submitted)
    assert unfolded(calendar(submitted)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fourfold//Plan//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Plan",
        "BEGIN:VEVENT",
        f"UID:{item.public_id}",
        "DTSTAMP:20261123T100000Z",
        "SEQUENCE:1",
        "DTSTART;VALUE=DATE:20270331",
        "DTEND;VALUE=DATE:20270401",
        "SUMMARY;LANGUAGE=en:Ask the bank",
        "URL:https://example.org/plan/",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION;LANGUAGE=en:Ask the bank",
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_texts_are_escaped_and_cannot_add_lines(submitted: Assessment) -> None:
    item = own(submitted, "a;b,c\\d: “e”")
    content = replace(content_of(item), note="One\nBEGIN:VEVENT\ntwo", responsible="Li, Wang", budget=18_000)
    change_item(item=item, base_version=1, content=content)
    lines = unfolded(calendar(submitted))
    assert "SUMMARY;LANGUAGE=en:a\\;b\\,c\\\\d: “e”" in lines
    description = "Who does it: Li\\, Wang\\nBudget: CNY 18\\,000\\nOne\\nBEGIN:VEVENT\\ntwo"
    assert f"DESCRIPTION;LANGUAGE=en:{description}" in lines
    assert lines.count("BEGIN:VEVENT") == 1


@pytest.mark.parametrize("title", ["机" * 100, "a" * 200, "é🙂" * 60, "ab" + "机" * 90])
def test_lines_are_folded_at_75_octets_and_never_within_a_character(submitted: Assessment, title: str) -> None:
    own(submitted, title)
    content = calendar(submitted)
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert f"SUMMARY;LANGUAGE=en:{title}" in unfolded(content)


def test_changes_are_counted_and_done_items_ring_no_more(submitted: Assessment) -> None:
    item = own(submitted)
    set_status(item=item, base_version=1, status=ItemStatus.DONE)
    lines = unfolded(calendar(submitted))
    assert {"SEQUENCE:2", "SUMMARY;LANGUAGE=en:Done: Ask the bank", "STATUS:CONFIRMED"} <= set(lines)
    assert "BEGIN:VALARM" not in lines


def test_declined_item_is_cancelled_under_the_same_name(submitted: Assessment) -> None:
    item = own(submitted)
    declined = replace(content_of(item), status=ItemStatus.DECLINED, declined_because="Too dear.")
    change_item(item=item, base_version=1, content=declined)
    lines = unfolded(calendar(submitted))
    assert {f"UID:{item.public_id}", "STATUS:CANCELLED", "DESCRIPTION;LANGUAGE=en:Why not: Too dear."} <= set(lines)
    assert "BEGIN:VALARM" not in lines


def test_item_without_a_day_is_left_out(submitted: Assessment) -> None:
    add_own_item(assessment=submitted, title="Some day", language="en")
    assert "BEGIN:VEVENT" not in unfolded(calendar(submitted))


def test_calendar_says_its_language(submitted: Assessment) -> None:
    own(submitted)
    assert "SUMMARY;LANGUAGE=zh-Hans:Ask the bank" in unfolded(calendar(submitted, "zh-hans"))


def test_calendar_is_handed_out_as_a_file(client: Client, opened: Opened) -> None:
    client.cookies[COOKIE_NAME] = opened.token
    item = own(opened.assessment)
    reply = client.get(f"/a/{opened.assessment.public_id}/plan.ics")
    assert reply["Content-Type"] == "text/calendar; charset=utf-8"
    assert reply["Content-Disposition"].startswith('attachment; filename="plan.ics"; filename*=UTF-8')
    assert (reply["Cache-Control"], reply["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    lines = unfolded(reply.content)
    assert {f"UID:{item.public_id}", "X-WR-CALNAME:Plan of Four Gears Ltd"} <= set(lines)


@pytest.mark.parametrize(
    ("due_on", "lines"),
    [
        (date(1, 1, 1), ["DTSTART;VALUE=DATE:00010101", "DTEND;VALUE=DATE:00010102"]),
        (date.max, ["DTSTART;VALUE=DATE:99991231"]),
    ],
)
def test_days_at_the_ends_of_time_are_written_in_eight_digits(
    submitted: Assessment, due_on: date, lines: list[str]
) -> None:
    add_own_item(assessment=submitted, title="Ask", language="en", due_on=due_on)
    written = unfolded(calendar(submitted))
    assert [line for line in written if line.startswith(("DTSTART", "DTEND"))] == lines
