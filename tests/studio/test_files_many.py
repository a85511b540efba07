"""Files that change very much: one box then stands for a whole thing or a whole sheet, and a form can still send all."""

import pytest

from assessment.accounts.models import PlatformRole
from assessment.bank.actions import load_bank
from assessment.bank.compile import compile_bank
from assessment.bank.yaml_writing import write_yaml
from assessment.scoring.document import BankDocument
from recommendations.studio.access import Workshop
from recommendations.studio.files.actions import take_picks
from recommendations.studio.files.listing import MOST_BOXES, Grain, grain_for, whole_ticks
from recommendations.studio.files.picking import every_tick
from recommendations.studio.files.starting import empty_bank
from recommendations.studio.files.trial import Trial, trial_of
from recommendations.studio.files.trial_page import TrialPage, trial_page
from tests.conftest import appoint

TITLE = {"en": "Many", "zh-hans": "很多"}


def many(questions: int, texts: int, word: str) -> BankDocument:
    """This function will return a bank of single questions whose texts, `texts` for each, say `word`."""
    data = empty_bank("many", TITLE).model_dump(mode="json", by_alias=True, exclude_defaults=True)
    (first,) = data["sections"][0]["questions"]
    names = ["text", "short", "help", "example", "evidence"][:texts]
    data["sections"][0]["questions"] += [
        {**first, "key": f"M{number}", **{name: {"en": f"{word} {name}"} for name in names}}
        for number in range(questions)
    ]
    return BankDocument.model_validate(data)


def trial_between(before: BankDocument, after: BankDocument) -> tuple[Workshop, Trial]:
    workshop = Workshop(load_bank(document=before), None, appoint("editor", PlatformRole.EDITOR), True, False)
    return workshop, trial_of(workshop, write_yaml(after).encode(), "many.yaml")


@pytest.mark.parametrize(
    ("questions", "texts", "grain", "boxes"),
    [(150, 5, Grain.FIELD, 750), (170, 5, Grain.THING, 170), (MOST_BOXES + 1, 1, Grain.SHEET, 1)],
)
def test_boxes_are_never_more_than_can_be_sent(db: None, questions: int, texts: int, grain: Grain, boxes: int) -> None:
    after = many(questions, texts, "new")
    workshop, trial = trial_between(many(questions, texts, "old"), after)
    assert grain_for(trial.sides) is grain
    page: TrialPage = trial_page(workshop, trial, "en")
    ticks = {unit.tick for group in page.listing.groups for unit in group.units}
    assert (len(ticks), page.ticked, trial.count) == (boxes, boxes, questions * texts)
    assert whole_ticks(trial.sides, grain, ticks) == every_tick(trial, with_categories=False)
    taken = take_picks(
        trial=trial,
        bank_slug="many",
        ticks=whole_ticks(trial.sides, grain, ticks),
        with_categories=False,
        by=workshop.person,
    )
    assert (taken.count, taken.left) == (questions * texts, 0)
    workshop.bank.refresh_from_db()
    assert compile_bank(workshop.bank) == after


def test_places_of_yaml_are_lines(db: None) -> None:
    workshop, trial = trial_between(many(2, 1, "old"), many(2, 1, "new"))
    page = trial_page(workshop, trial, "en")
    (group,) = page.listing.groups
    written = write_yaml(many(2, 1, "new")).split("\n")
    numbers = [int(unit.spot.removeprefix("line ")) for unit in group.units]
    assert [written[number - 1].strip() for number in numbers] == ["en: new text", "en: new text"]
