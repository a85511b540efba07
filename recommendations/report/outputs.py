"""Files that a command leaves behind: whole, or not at all."""

import os
import tempfile
from pathlib import Path


class NotWritable(Exception):
    """The message names the path and what the system said."""


def write_whole(path: Path, data: bytes) -> None:
    """This function will put `data` at `path`, replacing what stood there only when all of it is on disk."""
    try:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise NotWritable(f"{path}: {error.strerror}") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        raise NotWritable(f"{path}: {error.strerror}") from error
