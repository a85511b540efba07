"""Everything that the release page shows."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from recommendations.studio.access import Workshop
from recommendations.studio.banks.overview import overviews
from recommendations.studio.languages.stale import stale_texts
from recommendations.studio.models import Proposal, ProposalState
from recommendations.studio.release.forms import ReleaseForm, SendBackForm
from recommendations.studio.release.hashes import Hashes
from recommendations.studio.release.preview import preview_of
from recommendations.studio.release.second_person import Bar, bar_for, is_of
from recommendations.studio.trial.check_page import check_page
from recommendations.studio.trial.copies import copies_of


def release_page(
    workshop: Workshop, form: ReleaseForm | None = None, answer: SendBackForm | None = None
) -> dict[str, Any]:
    """This function will return what `studio/release/show.html` needs, or raise Unreadable.

    `form` and `answer` are what was sent and could not be used.
    """
    copies, locale = copies_of(workshop), get_language() or ""
    (overview,) = overviews(workshop.bank.slug)
    check = check_page(copies, QueryDict(), locale)
    preview = preview_of(overview, (copies.bank, copies.playbook), locale)
    now = Hashes(overview.standing.content_hash, overview.advice.content_hash if overview.advice else "")
    return {
        "workshop": workshop,
        "tab": "release",
        "each": overview,
        "check": check,
        "stale": stale_texts(workshop.bank, workshop.playbook),
        "preview": preview,
        "is_blocked": bool(check.errors or check.failed),
        "form": form or _fresh_form(now, overview.proposal),
        "answer_form": answer or SendBackForm(),
        **_proposal_context(workshop, overview.proposal, now),
    }


def _proposal_context(workshop: Workshop, proposal: Proposal | None, now: Hashes) -> dict[str, Any]:
    """What the person may do about the release and about the proposal that waits, if one does."""
    bar = bar_for(workshop.person, workshop.bank, workshop.playbook, proposal, now)
    is_own = proposal is not None and proposal.proposed_by_id == workshop.person.pk
    return {
        "proposal": proposal,
        "is_own_proposal": is_own,
        "is_outdated": proposal is not None and not is_of(proposal, now),
        "may_send_back": proposal is not None and workshop.may_release and not is_own,
        "may_release": workshop.may_release and bar is None,
        "bar": bar_words(bar) if workshop.may_release and bar is not Bar.NOT_PROPOSED else "",
        "last_answer": _last_answer(workshop) if proposal is None else None,
    }


def bar_words(bar: Bar | None) -> str:
    """This function will return why a person may not release, for that person to read."""
    return {
        Bar.NOT_PROPOSED: _("This bank asks for a second person: propose the release first."),
        Bar.PROPOSED_ONESELF: _("You proposed this release, so somebody else must make it."),
        Bar.CHANGED_ALONE: _("All changes since the last release are yours, so somebody else must make this one."),
        Bar.OUTDATED: _("The working copy has changed since it was proposed, so this proposal cannot be released."),
        None: "",
    }[bar]


def _fresh_form(now: Hashes, proposal: Proposal | None) -> ReleaseForm:
    note = "" if proposal is None else proposal.note
    return ReleaseForm(initial={"bank_hash": now.bank, "playbook_hash": now.playbook, "note": note})


def _last_answer(workshop: Workshop) -> Proposal | None:
    """What was said to the last proposal, if it was sent back and nothing has come since."""
    last = (
        Proposal.objects.filter(bank=workshop.bank).select_related("decided_by").order_by("-proposed_at", "-pk").first()
    )
    return last if last is not None and last.state == ProposalState.SENT_BACK else None
