"""Answers of the round before: carried over into the next one, where a person confirms or changes them.

A carried answer is a version like any other, written under a device of its own name. Whoever saves the question again,
with the same value or another, writes the next version; what is still carried then is what nobody has looked at.
"""

import secrets

PREFIX = "carried-"


def carried_device() -> str:
    """This function will return the device under which answers are carried over into one new round."""
    return f"{PREFIX}{secrets.token_hex(12)}"


def is_carried(device: str) -> bool:
    return device.startswith(PREFIX)
