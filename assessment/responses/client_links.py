"""What happens by itself to an assessment that was sent to a client: it is opened, and its sender hears of the answers."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

from assessment.accounts.models import Client, Grant, Membership, User
from assessment.mail.actions import post_letter
from assessment.mail.addresses import public_address
from assessment.responses.models import Assessment, ClientLink


def note_opened(assessment_id: int) -> None:
    """This function will keep when the link of a letter was used first."""
    ClientLink.objects.filter(assessment=assessment_id, opened_at__isnull=True).update(opened_at=timezone.now())


def tell_consultant(assessment: Assessment) -> None:
    """This function will post a letter that a client has submitted, to whoever works for it; in the caller's transaction.

    Nobody is told where no link was sent, or where the enterprise lets the workspace in no more.
    """
    link = ClientLink.objects.filter(assessment=assessment).select_related("sent_by").first()
    client = (
        link
        and Client.objects.filter(workspace=assessment.workspace_id, enterprise=assessment.enterprise_id)
        .select_related("workspace", "enterprise", "consultant")
        .first()
    )
    if not link or not client or not _is_let_in(client):
        return
    person = _reader(client, link)
    if person is not None:
        with override(client.workspace.language):
            post_letter(to=person.email, subject=gettext("A client has submitted its answers"), body=_letter(client))


def _is_let_in(client: Client) -> bool:
    return Grant.objects.in_force().filter(enterprise=client.enterprise_id, workspace=client.workspace_id).exists()


def _reader(client: Client, link: ClientLink) -> User | None:
    """The client's consultant, else whoever sent the link: one of them who still belongs to the workspace."""
    members = Membership.objects.filter(workspace=client.workspace_id).values_list("person_id", flat=True)
    asked = [person for person in (client.consultant, link.sent_by) if person is not None]
    still_there = set(members.filter(person__in=asked))
    return next((person for person in asked if person.pk in still_there and person.is_active), None)


def _letter(client: Client) -> str:
    lines = [
        gettext("Good day,"),
        "",
        gettext("%(name)s has answered and submitted. The result, and the way on to review and report:")
        % {"name": client.enterprise.name},
        public_address(reverse("desk:client-show", args=[client.workspace.slug, client.public_id])),
    ]
    return "\n".join(lines) + "\n"
