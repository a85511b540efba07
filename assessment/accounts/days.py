"""Days, and the moments at which they begin and end, in the time zone of the site."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def begin_of(day: date) -> datetime:
    """This function will return the first moment of a day."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of(day: date) -> datetime:
    """This function will return the moment at which a day is over: the first of the next. Raises OverflowError on the last."""
    return begin_of(day + timedelta(days=1))


def last_day_until(ends_at: datetime) -> date:
    """This function will return the last day on which something works that ends at a moment; midnight ends the day before."""
    return timezone.localdate(ends_at - timedelta(microseconds=1))
