"""Everything that the page of a file on trial shows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.crafts import BANK
from assessment.bank.faults import Fault
from recommendations.playbook.craft import PLAYBOOK
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.files.categories import CategoryChange, may_keep_categories
from recommendations.studio.files.listing import Listing, grain_for, listing_of, retick, whole_ticks
from recommendations.studio.files.picking import (
    NEW_PLAYBOOK,
    PicksDoNotFit,
    first_ticks,
    result_of,
    thinned_lists,
)
from recommendations.studio.files.trial import Side, Trial
from recommendations.studio.history.speakers import speakers_between
from recommendations.studio.trial.check_page import Row, finding_rows
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.place_words import PlaceWords
from recommendations.studio.trial.soundness import verdict_on

MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Findings:
    """What the checkers say of the working copies with the ticked differences in them; `failed`: worked examples."""

    errors: int
    warnings: int
    failed: int
    rows: list[Row]
    more: int


@dataclass(frozen=True, slots=True)
class CategoryUnit:
    """One category that the file would add or alter; `texts` are (language, before, after)."""

    change: CategoryChange
    is_ticked: bool
    texts: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class TrialPage:
    """`misfits` say where in words and why what is ticked makes no document; then there are no findings."""

    listing: Listing
    categories: list[CategoryUnit]
    may_keep_categories: bool
    new_playbook: PlaybookDocument | None
    is_new_ticked: bool
    misfits: list[Fault]
    findings: Findings | None
    removes_much: bool
    bases: dict[str, int]

    @property
    def count(self) -> int:
        return self.listing.count + len(self.categories) + (self.new_playbook is not None)

    @property
    def ticked(self) -> int:
        return self.listing.ticked + sum(unit.is_ticked for unit in self.categories) + self.is_new_ticked


def trial_page(
    workshop: Workshop, trial: Trial, locale: str, picks: Collection[str] | None = None, do: str = ""
) -> TrialPage:
    """This function will return the page of a trial; `picks` None = as it is first seen, `do` changes ticks at once."""
    may_keep = may_keep_categories(workshop.person)
    grain = grain_for(trial.sides)
    ticks = first_ticks(trial, with_categories=may_keep) if picks is None else set(picks)
    listing = listing_of(trial.sides, _speakers(trial, locale), whole_ticks(trial.sides, grain, ticks), grain)
    retick(listing, do)
    ticks |= _others(trial, do, may_keep)
    boxes = {unit.tick for group in listing.groups for unit in group.units if unit.is_ticked}
    misfits, findings = _outcome(workshop, trial, whole_ticks(trial.sides, grain, boxes), locale)
    return TrialPage(
        listing=listing,
        categories=[_category(change, change.tick in ticks and may_keep) for change in trial.categories],
        may_keep_categories=may_keep,
        new_playbook=trial.new_playbook,
        is_new_ticked=trial.new_playbook is not None and NEW_PLAYBOOK in ticks,
        misfits=misfits,
        findings=findings,
        removes_much=any(thinned_lists(side) for side in trial.sides),
        bases={word: draft.base for word, draft in trial.drafts.items()},
    )


def misfits_in_words(trial: Trial, error: PicksDoNotFit, locale: str) -> list[Fault]:
    """This function will return why the picks do not go together, each place named as people know it."""
    words = PlaceWords(_wished(trial), locale)
    in_playbook = error.side.word == PLAYBOOK.word
    return [Fault(words.of(fault.place, in_playbook=in_playbook), fault.message) for fault in error.faults]


def _others(trial: Trial, do: str, may_keep: bool) -> set[str]:
    if do != "all:*":
        return set()
    return {NEW_PLAYBOOK} | ({change.tick for change in trial.categories} if may_keep else set())


def _documents(trial: Trial) -> tuple[Any, Any]:
    bank, playbook = trial.drafts[BANK.word], trial.drafts.get(PLAYBOOK.word)
    return bank.document, playbook.document if playbook is not None else None


def _wished(trial: Trial) -> Copies:
    """Both documents as the file would have them, as they are where it says nothing."""
    bank, playbook = _documents(trial)
    made = {side.word: _document(side, side.wished) for side in trial.sides}
    return Copies(bank.slug, made.get(BANK.word, bank), made.get(PLAYBOOK.word, playbook or trial.new_playbook))


def _document(side: Side, data: Any) -> Any:
    return side.draft.craft.document(data, side.draft.copy.slug)


def _speakers(trial: Trial, locale: str) -> Any:
    wished = _wished(trial)
    return speakers_between(_documents(trial), (wished.bank, wished.playbook), locale)


def _outcome(
    workshop: Workshop, trial: Trial, ticks: Collection[str], locale: str
) -> tuple[list[Fault], Findings | None]:
    bank, playbook = _documents(trial)
    made = {}
    try:
        for side in trial.sides:
            made[side.word] = _document(side, result_of(side, ticks))
    except PicksDoNotFit as error:
        return misfits_in_words(trial, error, locale), None
    playbook = made.get(PLAYBOOK.word, playbook or trial.new_playbook)
    return [], findings_on(Copies(workshop.bank.slug, made.get(BANK.word, bank), playbook), locale)


def findings_on(copies: Copies, locale: str) -> Findings:
    """This function will return what the checkers say of a bank and its playbook, errors first."""
    verdict = verdict_on(copies, deep=False)
    rows = [
        *finding_rows(copies, verdict.bank.findings, locale, in_playbook=False),
        *finding_rows(copies, verdict.advice, locale, in_playbook=True),
    ]
    rows.sort(key=lambda row: not row.is_error)
    errors = sum(row.is_error for row in rows)
    shown = rows[:MOST_FINDINGS]
    return Findings(errors, len(rows) - errors, len(verdict.bank.failed), shown, len(rows) - len(shown))


def _category(change: CategoryChange, is_ticked: bool) -> CategoryUnit:
    before = change.before or {}
    texts: Sequence[tuple[str, str, str]] = [
        (locale, before.get(field, {}).get(locale, ""), text)
        for field, written in change.after.items()
        for locale, text in written.items()
        if before.get(field, {}).get(locale) != text
    ]
    return CategoryUnit(change, is_ticked, list(texts))
