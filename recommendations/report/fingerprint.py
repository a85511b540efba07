"""What names a report: the hash of its content, and the number that follows from it."""

from datetime import date
from hashlib import sha256

from recommendations.report.content.schema import ReportContent

NUMBER_LETTERS = 8


def content_hash(content: ReportContent) -> str:
    """This function will return the SHA-256 of the content; equal contents have equal hashes."""
    return sha256(content.model_dump_json().encode("utf-8")).hexdigest()


def report_number(submitted_on: date, digest: str) -> str:
    """This function will return the number printed on the report, such as FF-20261122-3A9C71B0."""
    return f"FF-{submitted_on:%Y%m%d}-{digest[:NUMBER_LETTERS].upper()}"


def submitted_in(number: str) -> str:
    """This function will return the day in a report's number, such as 2026-11-22."""
    day = number.split("-")[1]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"
