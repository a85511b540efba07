"""Everything that the bench shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from assessment.scoring.findings import Finding
from assessment.scoring.texts import localise
from recommendations.studio.places import page_of
from recommendations.studio.trial.advised import advised_page
from recommendations.studio.trial.asked import asked_sections, problems_of
from recommendations.studio.trial.check_page import finding_rows
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.given import Given
from recommendations.studio.trial.offers import offers
from recommendations.studio.trial.prepared import Prepared
from recommendations.studio.trial.samples import LARGEST_NUMBER, sample_groups
from recommendations.studio.trial.scores import scores, staircases
from recommendations.studio.trial.sides import Side, copy_side, release_side
from recommendations.studio.trial.traces import rule_groups


@dataclass(frozen=True, slots=True)
class Contradiction:
    message: str
    address: str


class Bench:
    """One set of answers on the working copies, in one language."""

    def __init__(self, copies: Copies, ready: Prepared, given: Given, locale: str, on: date) -> None:
        self._copies, self._ready, self._given, self._locale, self._on = copies, ready, given, locale, on

    @cached_property
    def side(self) -> Side:
        """How the working copies judge the answers."""
        return copy_side(self._ready, self._given.answers, self._given.scope, self._locale)

    @cached_property
    def _before(self) -> Side | None:
        return release_side(self._copies.slug, self.side)

    @cached_property
    def _visible(self) -> frozenset[str]:
        return self.side.scorer.visible(self._given.answers, self._given.scope)

    @property
    def has_problems(self) -> bool:
        return bool(self._given.problems)

    def context(self) -> dict[str, Any]:
        """This function will return what the whole page needs."""
        bank, given = self._copies.bank, self._given
        return {
            "given": given,
            "groups": sample_groups(bank, self._locale),
            "largest": LARGEST_NUMBER,
            "number": given.sample.partition(":")[2] if given.sample.startswith("generated:") else "",
            "sections": list(asked_sections(bank, given, self._visible, self._locale)),
            "problems": problems_of(bank, given, self._locale),
            **self._result(),
        }

    def differences(self) -> dict[str, Any]:
        """This function will return, for a script, what other answers change on the page."""
        questions = [each.key for section in self._copies.bank.sections for each in section.questions]
        return {
            "result": render_to_string("studio/trial/bench_result.html", self._result()),
            "hidden": [key for key in questions if key not in self._visible],
            "problems": dict(self._given.problems),
            "said": self._said(),
        }

    def _result(self) -> Mapping[str, Any]:
        now, before = self.side, self._before
        return {
            "scores": scores(now, before),
            "staircases": staircases(now),
            "contradictions": self._contradictions(),
            "advice": advised_page(now, before),
            "rule_groups": rule_groups(now, before),
            "offers": offers(now, self._on),
            "hindrances": list(finding_rows(self._copies, self._ready.hindrances, self._locale, in_playbook=True)),
            "has_playbook": self._copies.playbook is not None,
            "has_release": before is not None,
        }

    def _contradictions(self) -> list[Contradiction]:
        messages = {check.key: check.message for check in self._copies.bank.consistency}
        return [
            Contradiction(localise(messages[key], self._locale), page_of(self._copies.slug, f"consistency.{key}"))
            for key in self.side.card.inconsistent
        ]

    def _said(self) -> str:
        overall, speaker = self.side.card.overall, self.side.speaker
        values = {"points": speaker.points(overall, overall.shown), "level": speaker.level(overall) or "–"}
        return _("Score %(points)s, level %(level)s.") % values


def hindered_context(copies: Copies, findings: Iterable[Finding], locale: str) -> dict[str, Any]:
    """This function will return what the page says while errors keep the bank from being scored."""
    return {"bank_hindrances": list(finding_rows(copies, findings, locale, in_playbook=False))}
