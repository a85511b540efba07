"""Everything that the what-if page shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.template.loader import render_to_string
from django.urls import reverse

from assessment.responses.entries import read_entry
from assessment.responses.models import Assessment
from assessment.scoring.scorecard import Scope
from recommendations.plan.moves import Move, overall_move, part_moves
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.advice_moves import AdviceMoves, advice_moves
from recommendations.plan.what_if.outcome import Outcome, outcome_of
from recommendations.plan.what_if.questions import Asking, questions_of
from recommendations.plan.what_if.supposed import Supposed, address_of, read_address, read_form
from recommendations.plan.what_if.ticks import ticks_of
from recommendations.plan.what_if.words import NextLevel, in_short, next_level, summary


@dataclass(frozen=True, slots=True)
class Shown:
    """The outcome, ready for the template."""

    overall: Move
    of_scale: str
    parts: tuple[Move, ...]
    next_level: NextLevel | None
    advice: AdviceMoves
    is_changed: bool
    start_address: str
    short: str
    said: str


class WhatIfPage:
    """One round with what is supposed of it, in one language."""

    def __init__(self, assessment: Assessment, current: Round, address: QueryDict, locale: str) -> None:
        self._assessment, self._current = assessment, current
        self._speaker = Speaker(current.scorer.document, locale)
        self._questions = questions_of(current)
        self.supposed = read_address(current, self._questions, address, locale)

    @property
    def address(self) -> str:
        """Where this very supposition can be seen again."""
        return self._with_query("plan:what-if")

    def context(self) -> dict[str, Any]:
        """This function will return what the whole page needs."""
        asking, outcome = self._asking(), self._outcome()
        return {
            "assessment": self._assessment,
            "first": asking.first(),
            "groups": asking.groups(),
            "ticks": ticks_of(self._current, self.supposed, outcome, self._speaker),
            "has_ticks": bool(outcome.advised_before or outcome.advised_after or self.supposed.actions),
            "ticks_open": bool(self.supposed.actions),
            "change_address": self._with_query("plan:what-if-change"),
            "problems": self._problems(),
            "shown": self._shown(outcome),
        }

    def suppose(self, data: QueryDict) -> None:
        """This function will take on what a form says that was sent from this page."""
        self.supposed = read_form(self._current, self._questions, self.supposed, data, self._speaker.locale)

    def differences(self, before: Supposed, data: QueryDict) -> dict[str, Any]:
        """This function will return, for a script, what differs from the page that showed `before` and sent `data`."""
        asking, visible, outcome = self._asking(), self._visible(), self._outcome()
        shown, ticks = self._shown(outcome), ticks_of(self._current, self.supposed, outcome, self._speaker)
        return {
            "address": self.address,
            "action": self._with_query("plan:what-if-change"),
            "result": render_to_string("plan/what_if_result.html", {"shown": shown}),
            "ticks": render_to_string("plan/what_if_tick_rows.html", {"ticks": ticks}),
            "said": shown.said,
            "short": shown.short,
            "hidden": [key for key in self._questions if key not in visible],
            "questions": {key: self._patch(asking, key, before, data) for key in self._touched(before)},
        }

    def _touched(self, before: Supposed) -> list[str]:
        own, then, now = self._current.answers, before, self.supposed
        return [
            key
            for key in self._questions
            if key in then.entries
            or key in now.entries
            or not own.get(key) == then.answers.get(key) == now.answers.get(key)
        ]

    def _patch(self, asking: Asking, key: str, before: Supposed, data: QueryDict) -> dict[str, Any]:
        """`html` only where the fields in the browser say something else: nobody's typing is replaced."""
        question, asked = self._questions[key], asking.asked(key)
        was_sent = f"q.{key}.version" in data
        in_browser = read_entry(question, data) if was_sent else before.entry(question)
        is_typed = was_sent and key in self.supposed.entries and data.get("back") != key
        stays = is_typed or in_browser == self.supposed.entry(question)
        return {
            "foot": render_to_string("plan/what_if_foot.html", {"asked": asked}),
            "problem": self.supposed.problems.get(key, ""),
            "html": None if stays else asked.html,
        }

    def _asking(self) -> Asking:
        return Asking(self._current, self.supposed, self._visible(), self._speaker)

    def _visible(self) -> frozenset[str]:
        return self._current.scorer.visible(self.supposed.answers, Scope(self._current.result.scope))

    def _outcome(self) -> Outcome:
        return outcome_of(self._current, self.supposed.answers)

    def _shown(self, outcome: Outcome) -> Shown:
        speaker = self._speaker
        overall = overall_move(outcome.before, outcome.after, speaker)
        parts = part_moves(outcome.before, outcome.after, speaker)
        advice = advice_moves(outcome, self._current.actions, speaker)
        return Shown(
            overall=overall,
            of_scale=speaker.scale(outcome.before.overall),
            parts=parts,
            next_level=next_level(outcome, speaker),
            advice=advice,
            is_changed=bool(self.supposed.entries or self.supposed.actions),
            start_address=reverse("plan:what-if", args=[self._assessment.public_id]),
            short=in_short(overall, parts),
            said=summary(overall, parts, advice),
        )

    def _problems(self) -> list[Mapping[str, str]]:
        return [
            {"key": key, "question": self._speaker.say(self._questions[key].text), "message": message}
            for key, message in self.supposed.problems.items()
        ]

    def _with_query(self, name: str) -> str:
        address, query = reverse(name, args=[self._assessment.public_id]), address_of(self.supposed, self._questions)
        return f"{address}?{query}" if query else address
