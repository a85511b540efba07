"""Keeping what was typed into the form of a question."""

from dataclasses import dataclass

from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.differences import keyed
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError, Fault
from recommendations.studio.editor.question_page import Desk
from recommendations.studio.editor.removal_page import UsedAt, used_at, uses_of_all
from recommendations.studio.editor.sheet import Sheet
from recommendations.studio.uses import Use


@dataclass(frozen=True, slots=True)
class Outcome:
    """`key` of the question as it was saved, "" where it was not; then one of the others says why."""

    key: str = ""
    overtaken: Overtaken | None = None
    faults: tuple[Fault, ...] = ()
    in_use: tuple[UsedAt, ...] = ()


def save_question(desk: Desk, sheet: Sheet) -> Outcome:
    """This function will keep a valid form, or say why that cannot be.

    An option or a row goes only when nothing refers to it any more.
    """
    in_use = _uses_of_what_goes(desk, sheet.question())
    if in_use:
        return Outcome(in_use=used_at(desk.workshop, in_use))
    key = desk.put(sheet)
    try:
        desk.draft.save(by=desk.workshop.person)
    except Overtaken as overtaken:
        return Outcome(overtaken=overtaken)
    except DocumentError as error:
        return Outcome(faults=error.faults)
    return Outcome(key=key)


def _uses_of_what_goes(desk: Desk, question: Data) -> list[Use]:
    found: list[Use] = []
    for name, family in (("options", "option"), ("rows", "row")):
        gone = set(keyed(desk.question.get(name)) or {}) - set(keyed(question.get(name)) or {})
        if gone and not desk.around.is_new:
            keys = [f"{desk.key}.{key}" for key in sorted(gone)]
            found += uses_of_all(desk.workshop, desk.draft, family, keys)
    return found
