"""The form of a question after somebody else changed the same."""

from dataclasses import replace

from django.http import Http404, QueryDict

from assessment.bank.editing.actions import Overtaken
from recommendations.studio.drafts import bank_draft
from recommendations.studio.editor.question_page import Desk, desk_for_new, desk_of
from recommendations.studio.editor.sheet import Sheet


def overtaken_page(desk: Desk, sent: QueryDict, overtaken: Overtaken) -> tuple[Desk, Sheet]:
    """This function will return the question as it stands with one's own wishes in it, and its form.

    A question that was removed meanwhile is shown as it was typed. A new one whose key was taken gets another.
    """
    changed = sent.copy()
    changed["base"] = str(overtaken.revision)
    if desk.around.is_new:
        desk.workshop.bank.refresh_from_db()
        now = bank_draft(desk.workshop)
        again = desk_for_new(desk.workshop, now, desk.section["key"], sent.get("kind", ""), desk.around.locale)
        changed["key"] = again.key
        return again, again.typed(changed, redrawn=True)
    draft = replace(desk.draft, base=overtaken.revision, data=overtaken.data)
    try:
        again = desk_of(desk.workshop, draft, desk.key, desk.around.locale)
    except Http404:
        return desk, desk.typed(changed, redrawn=True)
    return again, again.sheet()
