"""The form shown again as it was typed, with a line more or less, or with the parts of another kind."""

from django.http import QueryDict

from recommendations.studio.editor.acts import Act, with_lines
from recommendations.studio.editor.beginning import with_beginnings
from recommendations.studio.editor.keys import key_of_line
from recommendations.studio.editor.question_page import Desk
from recommendations.studio.editor.sheet import Sheet


def redrawn(desk: Desk, sent: QueryDict, act: Act) -> tuple[Sheet, str]:
    """This function will return the form as the pressed button wants it, and the id of what the person goes on with."""
    changed, line = with_lines(sent, act)
    if act.name == "kind":
        is_scored = not desk.section.get("profile")
        changed = with_beginnings(changed, desk.key, desk.draft.locales, is_scored=is_scored)
    if act.name == "add":
        changed = _with_key(changed, act.rows, line)
    return desk.typed(changed, redrawn=True), f"{act.rows}-{line}" if line >= 0 else act.rows or act.name


def _with_key(sent: QueryDict, rows: str, line: int) -> QueryDict:
    """A new option or row gets a key in the style of those before it."""
    if rows not in ("options", "rows") or line < 0:
        return sent
    keys = [sent.get(f"{rows}-{place}-key", "") for place in range(line)]
    changed = sent.copy()
    changed[f"{rows}-{line}-key"] = key_of_line(keys, "option_1" if rows == "options" else "row_1")
    return changed
