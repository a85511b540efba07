"""Secrets for people without an account: made here, shown once, kept only as a hash."""

import secrets
from datetime import timedelta

from assessment.accounts.tokens import hash_token as hash_token
from assessment.accounts.tokens import make_token as make_token

LIFETIME = timedelta(days=180)
COOKIE_NAME = "respondent"
# The same key again, for the first page: it offers to go on with what this browser opened last.
LATEST_COOKIE_NAME = "latest"

# Crockford's base 32: no I, L, O or U, so that a code can be read aloud and typed from paper.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans("OIL", "011")
CODE_LENGTH = 16  # 80 bits; OWASP ASVS 5.0 asks for 64 where guesses are not counted
CODE_GROUP = 4


def make_code() -> str:
    """This function will return a new secret of 80 bits that a person can type, such as "7K3M-Q9TX-0B4C-HZ2W"."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)))


def grouped(code: str) -> str:
    return "-".join(code[start : start + CODE_GROUP] for start in range(0, len(code), CODE_GROUP))


def read_code(typed: str) -> str | None:
    """This function will return a typed code as `make_code` writes it, or None if it cannot be one.

    Case, spaces, hyphens and look-alikes (O for 0, I and L for 1) do not matter.
    """
    code = "".join(character for character in typed.upper() if character not in "-–— \t").translate(LOOK_ALIKES)
    if len(code) != CODE_LENGTH or any(character not in ALPHABET for character in code):
        return None
    return grouped(code)
