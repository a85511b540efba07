"""What others changed meanwhile, shown by any page whose save was refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.html import escape

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overtaken
from recommendations.studio.access import READ, Workshop, workshop_for
from recommendations.studio.drafts import bank_draft, playbook_draft
from recommendations.studio.history.overlapping import Met, met_lines
from tests.studio.working_copies import at, edit_bank, edit_playbook, open_workshop

Change = Callable[[Any], Any]


@pytest.fixture
def workshop(editor: User) -> Workshop:
    return open_workshop(editor)


def refused(workshop: Workshop, change: Change, draft_of: Callable[..., Any] = bank_draft) -> Overtaken:
    """What saving `change`, made from the first revision, is answered with."""
    draft = draft_of(workshop_for(workshop.person, "four-barriers", READ), base=1)
    change(draft.data)
    with pytest.raises(Overtaken) as raised:
        draft.save(by=workshop.person)
    return raised.value


def met(workshop: Workshop, overtaken: Overtaken) -> list[Met]:
    return list(met_lines(workshop, overtaken.overlaps))


def titled(title: str) -> Change:
    return lambda data: data["title"].update(en=title)


def test_text_shows_both_values_and_who(workshop: Workshop, second_editor: User) -> None:
    edit_bank(second_editor, titled("Theirs"))
    [line] = met(workshop, refused(workshop, titled("Mine")))
    assert (line.what, line.current, line.yours, line.by) == (
        "The bank: Title, English",
        "Theirs",
        "Mine",
        second_editor,
    )


def test_condition_of_a_rule_is_said_in_words(workshop: Workshop, second_editor: User) -> None:
    def when(value: int) -> Change:
        condition = {"fact": "node.equipment", "op": "lt", "value": value}
        return lambda data: at(data, "rules", "R-A01-maintenance").update(when=condition)

    edit_playbook(second_editor, when(40))
    [line] = met(workshop, refused(workshop, when(50), playbook_draft))
    assert (line.current, line.yours) == ("Equipment and networks is below 40", "Equipment and networks is below 50")


def test_part_that_others_removed_is_named(workshop: Workshop, second_editor: User) -> None:
    key = bank_draft(workshop).data["consistency"][0]["key"]
    edit_bank(second_editor, lambda data: data["consistency"].pop(0))
    overtaken = refused(workshop, lambda data: at(data, "consistency", key)["message"].update(en="Mine"))
    [line] = met(workshop, overtaken)
    assert (line.current, line.yours, line.by) == ("", "Mine", second_editor)


def test_part_that_was_changed_and_is_to_be_removed_is_named(workshop: Workshop, second_editor: User) -> None:
    key = bank_draft(workshop).data["consistency"][0]["key"]
    edit_bank(second_editor, lambda data: at(data, "consistency", key)["message"].update(en="Theirs"))
    [line] = met(workshop, refused(workshop, lambda data: data["consistency"].pop(0)))
    assert (line.current, line.yours) == ("changed meanwhile", "to remove it")
    assert "was removed" not in line.what and line.by == second_editor


def test_order_that_both_changed_is_named(workshop: Workshop, second_editor: User) -> None:
    edit_bank(second_editor, lambda data: data["sections"].append(data["sections"].pop(1)))
    overtaken = refused(workshop, lambda data: data["sections"].append(data["sections"].pop(2)))
    assert all(line.what for line in met(workshop, overtaken)) and met(workshop, overtaken)


def test_texts_are_shown_as_text(workshop: Workshop, second_editor: User) -> None:
    edit_bank(second_editor, titled("<b>Theirs</b>"))
    overtaken = refused(workshop, titled("<script>mine</script>"))
    page = render_to_string("studio/overtaken.html", {"workshop": workshop, "overlaps": overtaken.overlaps})
    assert escape("<b>Theirs</b>") in page and escape("<script>mine</script>") in page and "<script>" not in page
    assert "Second-editor" in page and "Save again to put yours in its place." in page
