"""Who reads an assessment as one of its enterprise, and who only as a member of a workspace."""

from django.http import HttpRequest

from assessment.accounts.models import Grant, User
from assessment.responses.models import Assessment, Purpose
from assessment.responses.tokens import COOKIE_NAME, hash_token


def is_of_the_enterprise(request: HttpRequest, assessment: Assessment) -> bool:
    """This function will return whether the visitor reads what `assessment_for` opened as one of the enterprise.

    So do the browser with its key, the owner and whoever the owner let in by name; members of a workspace do not. Up
    to two queries for people who are signed in.
    """
    person = request.user
    if not isinstance(person, User) or assessment.enterprise.owner_id == person.pk:
        return True
    if Grant.objects.in_force().filter(enterprise=assessment.enterprise_id, person=person).exists():
        return True
    token = request.COOKIES.get(COOKIE_NAME)
    found = Assessment.objects.filter(pk=assessment.pk)
    return bool(token) and found.opened_by(hash_token(str(token)), Purpose.COOKIE).exists()
