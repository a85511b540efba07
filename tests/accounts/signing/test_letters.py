"""What letters about accounts advise."""

import pytest

from assessment.accounts.signing.letters import write_letter


@pytest.mark.parametrize(
    ("contact", "advice"),
    [
        ("help@example.org", "tell the people who run this service at once: help@example.org"),
        ("", "tell the people who run this service at once."),
    ],
)
def test_old_address_is_told_whom_to_ask(settings, contact: str, advice: str) -> None:
    settings.CONTACT = contact
    _subject, body = write_letter("account/email/email_changed", {"to_email": "new@example.org"})
    assert body.split("\n\n")[1:] == [f"If that was not you, {advice}", "Fourfold\n"]
