"""The fingerprint of a file that somebody sends to be compared. It is read once, in pieces, and kept nowhere."""

from hashlib import sha256

from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 20 * 1024 * 1024
_MARK, _MARK_WITHIN = b"%PDF-", 1024  # readers look for the mark in so many bytes, not only in the first


def fingerprint_of(upload: UploadedFile) -> str:
    """This function will return the SHA-256 of what was sent, whatever it is."""
    digest = sha256()
    for piece in upload.chunks():
        digest.update(piece)
    return digest.hexdigest()


def is_pdf(upload: UploadedFile) -> bool:
    """This function will say whether a file begins like a PDF; nothing more of it is read."""
    upload.seek(0)
    return _MARK in upload.read(_MARK_WITHIN)
