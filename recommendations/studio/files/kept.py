"""Files that somebody uploaded: kept for a day, seen by nobody else, forgotten afterwards."""

from datetime import timedelta
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from assessment.accounts.models import User
from assessment.accounts.roles import require_role
from recommendations.studio.access import EDIT
from recommendations.studio.models import FileOnTrial

KEPT = timedelta(days=1)
LONGEST_NAME = 200


def file_for(user: User | AnonymousUser, file_id: UUID) -> FileOnTrial:
    """This function will return a file to the editor who uploaded it within the last day, else raise Http404."""
    person = require_role(user, EDIT)
    fresh = FileOnTrial.objects.filter(uploaded_at__gte=timezone.now() - KEPT)
    file = fresh.filter(public_id=file_id, uploaded_by=person).first()
    if file is None:
        raise Http404
    return file


@transaction.atomic
def keep_file(*, content: bytes, name: str, by: User) -> FileOnTrial:
    """This function will keep an uploaded file for a day, so that it can be looked at before anything is taken."""
    return FileOnTrial.objects.create(content=content, name=name[-LONGEST_NAME:], uploaded_by=by)


@transaction.atomic
def forget_old_files() -> int:
    """This function will remove what was uploaded more than a day ago and return how many files that were."""
    return FileOnTrial.objects.filter(uploaded_at__lt=timezone.now() - KEPT).delete()[0]
