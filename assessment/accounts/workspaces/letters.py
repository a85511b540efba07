"""The letter with an invitation, in the language of the workspace or of the owner who invites."""

from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from assessment.accounts.models import GrantLevel, Invitation, WorkspaceRole
from assessment.mail.actions import post_letter
from assessment.mail.addresses import public_address


def post_invitation(invitation: Invitation, token: str, days: int) -> None:
    """This function will post the letter with the link that only the invited address can use, for some days."""
    language = invitation.workspace.language if invitation.workspace else get_language()
    with override(language):
        subject, opening = _workspace_words(invitation) if invitation.workspace else _enterprise_words(invitation)
        lines = [
            gettext("Good day,"),
            "",
            opening,
            "",
            gettext("Accept the invitation here, within %(days)d days, signed in with this e-mail address:")
            % {"days": days},
            public_address(reverse("accounts:invitation", kwargs={"invitation_token": token})),
            "",
            gettext("If you do not know who this is, do nothing: without your consent nothing happens."),
        ]
    post_letter(to=invitation.email, subject=subject, body="\n".join(lines))


def _workspace_words(invitation: Invitation) -> tuple[str, str]:
    names = {
        "person": invitation.invited_by.get_full_name(),
        "workspace": str(invitation.workspace),
        "role": str(WorkspaceRole(invitation.role).label),
    }
    subject = gettext("Invitation: workspace %(workspace)s") % names
    said = gettext("%(person)s invites you to the workspace “%(workspace)s” on Fourfold. Your role: %(role)s.") % names
    return subject, said


def _enterprise_words(invitation: Invitation) -> tuple[str, str]:
    """The name of an enterprise may be as long as a subject: it stands in the text only."""
    names = {
        "person": invitation.invited_by.get_full_name(),
        "enterprise": str(invitation.enterprise),
        "level": str(GrantLevel(invitation.level).label),
    }
    said = gettext("%(person)s invites you to the enterprise “%(enterprise)s” on Fourfold. You %(level)s.") % names
    return gettext("Invitation to an enterprise on Fourfold"), said
