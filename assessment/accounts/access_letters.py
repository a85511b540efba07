"""The letter to a workspace that an enterprise has let in."""

from django.urls import reverse
from django.utils.translation import gettext, override

from assessment.accounts.models import Client, Grant, WorkspaceRole
from assessment.mail.actions import post_letter
from assessment.mail.addresses import public_address


def post_access_given(grant: Grant, client: Client) -> None:
    """This function will tell the owners of a workspace, in its language, that an enterprise has let it in."""
    workspace = client.workspace
    place = {"workspace_slug": workspace.slug, "client_id": client.public_id}
    names = {"enterprise": str(client.enterprise), "workspace": str(workspace), "level": grant.get_level_display()}
    with override(workspace.language):
        names["level"] = grant.get_level_display()
        subject = " ".join((gettext("%(enterprise)s lets you in") % names).split())[:200]
        lines = [
            gettext("Good day,"),
            "",
            gettext("%(enterprise)s lets the workspace “%(workspace)s” in: it %(level)s. It is among your clients now:")
            % names,
            public_address(reverse("desk:client-show", kwargs=place)),
        ]
    for member in workspace.memberships.filter(role=WorkspaceRole.OWNER).select_related("person").order_by("pk"):
        post_letter(to=member.person.email, subject=subject, body="\n".join(lines))
