"""What a file is called that an enterprise takes away."""

from urllib.parse import quote

LONGEST_NAME = 80


def attachment_header(plain: str, ending: str, enterprise: str, called: str = "") -> str:
    """This function will return a Content-Disposition header for a download called `plain` with its `ending`, ".pdf".

    It has a plain name for every browser, and one with the enterprise's own name for those that read UTF-8: there the
    file is `called` something in the reader's language, where that is given. Of the enterprise's name only letters,
    digits, blanks, hyphens and dots are left.
    """
    shown = "".join(character for character in enterprise if character.isalnum() or character in " -.").strip()
    full = " ".join(part for part in (called or plain, shown[:LONGEST_NAME]) if part) + ending
    return f"attachment; filename=\"{plain}{ending}\"; filename*=UTF-8''{quote(full)}"
