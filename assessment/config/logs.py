"""What never reaches a log: the secret of a link stands in its address, and Django logs addresses."""

import logging
import re

from assessment.config.private import SECRET

SLASH = r"(?:/|%2F)"
ROOMS = "|".join(prefix.strip("/").replace("/", SLASH) for prefix in SECRET)
SECRET_IN_PATH = re.compile(rf"({SLASH}(?:{ROOMS}){SLASH})([^\s?&\"']+)", re.IGNORECASE)
SEGMENT = re.compile(r"(/|%2F)|(?:(?!%2F)[^/])+", re.IGNORECASE)

LONGEST_OF_STRANGERS = 200


class LeaveOutSecrets(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = SECRET_IN_PATH.sub(_masked, record.getMessage())
        record.args = ()
        return True


class SayStrangersInOneLine(logging.Filter):
    """A wrong host or a body too large is sent by strangers, as often as they like: no fault of ours, no traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.exc_info = record.exc_text = None
            said = record.getMessage().encode("unicode_escape").decode("ascii")
            record.msg, record.args = said[:LONGEST_OF_STRANGERS], ()
        return True


def _masked(found: re.Match[str]) -> str:
    return found[1] + SEGMENT.sub(lambda part: part[1] or "…", found[2])
