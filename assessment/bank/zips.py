"""Zip archives that come from anybody: they may be damaged, and their directory may lie about sizes."""

import zipfile
import zlib

ZIP = b"PK\x03\x04"
CHUNK = 256 * 1024
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OSError)


def unpacks_beyond(archive: zipfile.ZipFile, most: int) -> bool:
    """This function will say whether the parts of an archive are more than `most` bytes, reading each to its end.

    The checksum of each is compared on the way. Raises one of DAMAGED.
    """
    total = 0
    for entry in archive.infolist():
        with archive.open(entry) as part:
            while chunk := part.read(CHUNK):
                total += len(chunk)
                if total > most:
                    return True
    return False
