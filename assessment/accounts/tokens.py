"""Secrets in links and cookies: made here, shown once, kept only as a hash."""

import hashlib
import secrets


def make_token() -> str:
    """This function will return a new secret of 256 bits for a cookie or a link."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """This function will return what is stored of a secret. These secrets are random and long: no salt is needed."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
