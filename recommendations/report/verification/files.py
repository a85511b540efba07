"""The fingerprint of a file that somebody sends to be compared. It is read once, in pieces, and kept nowhere."""

from hashlib import sha256

from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 20 * 1024 * 1024


def fingerprint_of(upload: UploadedFile) -> str:
    """This function will return the SHA-256 of what was sent, whatever it is."""
    digest = sha256()
    for piece in upload.chunks():
        digest.update(piece)
    return digest.hexdigest()
