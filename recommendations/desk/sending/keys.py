"""The key in a letter to a client with which its reader ends these letters: signed, and kept nowhere."""

from django.core.signing import BadSignature, Signer

from assessment.responses.models import ClientLink

SALT = "desk.sending"


def quiet_key(link: ClientLink) -> str:
    """This function will return the key to the letters of `link`, as long as they go to the same address."""
    return _signer(link).sign(str(link.pk))


def link_of_key(key: str) -> ClientLink | None:
    """This function will return the link whose letters a key ends; None for a wrong one and for an address of before."""
    number = key.partition(":")[0]
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    found = ClientLink.objects.filter(pk=int(number)).select_related("assessment__enterprise").first()
    if found is None:
        return None
    try:
        _signer(found).unsign(key)
    except BadSignature:
        return None
    return found


def _signer(link: ClientLink) -> Signer:
    return Signer(salt=f"{SALT} {link.email}")
