"""Which addresses a person has proven to be theirs, and how an address is shown to somebody else."""

from allauth.account.models import EmailAddress

from assessment.accounts.models import User


def has_proven(person: User, email: str) -> bool:
    """This function will say whether a person has shown that they read an address, in whatever case it is written."""
    return person.is_active and EmailAddress.objects.filter(user=person, email__iexact=email, verified=True).exists()


def masked_address(email: str) -> str:
    """This function will return an address that its owner recognises and nobody else learns: "l…@example.org"."""
    name, _at, domain = email.rpartition("@")
    return f"{name[:1]}…@{domain}"
