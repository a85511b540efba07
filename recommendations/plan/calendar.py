"""A plan as a calendar file, RFC 5545: whole-day events, because that is what calendars on phones show."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import get_language, gettext

from assessment.scoring.texts import language_tag
from recommendations.plan.item_rows import ItemRow
from recommendations.plan.models import ItemStatus

LINE_LENGTH = 75  # octets, without the line break: RFC 5545, 3.1
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
BEFORE = "-P7D"


def calendar_of(rows: Iterable[ItemRow], name: str, address: str, written_at: datetime) -> bytes:
    """This function will return the items that have a due day as a calendar called `name`, in the active language.

    `address` leads to the plan. An event keeps its UID for good and counts its changes, so that a calendar which
    takes the file again corrects what it has. What was decided against is cancelled.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fourfold//Plan//EN", "CALSCALE:GREGORIAN"]
    lines += [_text("X-WR-CALNAME", name)]
    for row in rows:
        if row.item.due_on is not None:
            lines += _event(row, row.item.due_on, address, written_at)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(row: ItemRow, due_on: date, address: str, written_at: datetime) -> Iterator[str]:
    is_declined = row.status == ItemStatus.DECLINED
    yield "BEGIN:VEVENT"
    yield f"UID:{row.public_id}"
    yield f"DTSTAMP:{written_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{row.version}"
    yield f"DTSTART;VALUE=DATE:{_digits(due_on)}"
    if due_on < date.max:  # without an end an event of a day lasts that day: RFC 5545, 3.6.1
        yield f"DTEND;VALUE=DATE:{_digits(due_on + timedelta(days=1))}"
    yield _text("SUMMARY", _summary(row))
    if description := _description(row):
        yield _text("DESCRIPTION", description)
    yield f"URL:{address}"
    yield f"STATUS:{'CANCELLED' if is_declined else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    if row.is_open:
        yield from _alarm(row)
    yield "END:VEVENT"


def _digits(day: date) -> str:
    """Eight of them in any year: the system's own formatting leaves out leading zeros."""
    return day.isoformat().replace("-", "")


def _alarm(row: ItemRow) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield _text("DESCRIPTION", row.title)
    yield f"TRIGGER:{BEFORE}"
    yield "END:VALARM"


def _summary(row: ItemRow) -> str:
    if row.status == ItemStatus.DONE:
        return gettext("Done: %(title)s") % {"title": row.title}
    return row.title


def _description(row: ItemRow) -> str:
    lines = [
        (gettext("Who does it: %(name)s"), {"name": row.item.responsible}),
        (gettext("Budget: %(amount)s"), {"amount": row.budget}),
        (gettext("Service: %(title)s"), {"title": row.offering}),
        (gettext("Why not: %(reason)s"), {"reason": row.item.declined_because}),
        ("%(note)s", {"note": row.item.note}),
    ]
    return "\n".join(said % values for said, values in lines if all(values.values()))


def _text(name: str, value: str) -> str:
    language = get_language() or "en"
    parameter = "" if name.startswith("X-") else f";LANGUAGE={language_tag(language)}"
    return f"{name}{parameter}:{value.translate(ESCAPED)}"


def _folded(line: str) -> bytes:
    """Folded after 75 octets, never within a character; what goes on begins with a blank, which counts."""
    parts, part = [], b""
    for character in line:
        written = character.encode()
        if len(part) + len(written) > LINE_LENGTH:
            parts.append(part)
            part = b" "
        part += written
    return b"\r\n".join([*parts, part]) + b"\r\n"
