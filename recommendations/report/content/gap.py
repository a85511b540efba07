"""The enterprise's own answers beside the verified ones: scores, levels, and what was answered differently."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import displayed
from assessment.scoring.scorecard import NodeScore
from recommendations.report.content.figure import figure_of
from recommendations.report.content.gap_schema import GapLevel, GapPart, GapRow, GapView
from recommendations.report.content.ladder import ladder_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import gain
from recommendations.report.content.score_schema import Figure
from recommendations.report.content.sides import Effect, OwnSide
from recommendations.report.content.wording import brief_answer, short_title


def gap_of(material: Material) -> GapView | None:
    """This function will return both views side by side, or None where there is only one."""
    if material.own is None:
        return None
    own = _as_own(material, material.own)
    return GapView(
        headline=_headline(len(material.own.effects)),
        whole=_part(own, material, material.scorecard.root),
        parts=tuple(_part(own, material, node.key) for node in material.parts),
        own_level=_level(own),
        verified_level=_level(material),
        rows=tuple(_row(material, own, key, effect) for key, effect in by_effect(material.own.effects)),
    )


def by_effect(effects: Mapping[str, Effect | None]) -> list[tuple[str, Effect | None]]:
    """This function will return the questions with the largest effect first, then in the order of asking."""
    return sorted(effects.items(), key=lambda pair: -abs(pair[1].change) if pair[1] else Fraction(0))


def _as_own(material: Material, own: OwnSide) -> Material:
    return replace(material, answers=own.answers, facts=own.facts, scorecard=own.scorecard, own=None)


def _headline(count: int) -> str:
    if count == 0:
        return gettext("All verified answers are those that the enterprise gave.")
    sentence = ngettext(
        "%(count)d answer counts otherwise than the enterprise gave it.",
        "%(count)d answers count otherwise than the enterprise gave them.",
        count,
    )
    return sentence % {"count": count}


def _part(own: Material, material: Material, key: str) -> GapPart:
    before, after = figure_of(own, key), figure_of(material, key)
    difference = _difference(material, own.scorecard.nodes[key], material.scorecard.nodes[key])
    return GapPart(
        hue=material.hue_of(key),
        own=before,
        verified=after,
        difference=difference,
        line=_line(before, after, difference),
    )


def _difference(material: Material, before: NodeScore, after: NodeScore) -> str:
    """Of the numbers as they are shown, so that they add up on paper."""
    if before.points is None or after.points is None:
        return ""
    display = material.bank.display
    return gain(Fraction(displayed(after.points, display)) - Fraction(displayed(before.points, display)), display)


def _line(before: Figure, after: Figure, difference: str) -> str:
    values = {"title": after.title, "own": _said(before), "verified": _said(after), "difference": difference}
    if not difference:
        return gettext("%(title)s: own answers %(own)s, verified %(verified)s.") % values
    return gettext("%(title)s: own answers %(own)s, verified %(verified)s, a difference of %(difference)s.") % values


def _said(figure: Figure) -> str:
    if figure.score is None:
        return gettext("without a number")
    if not figure.is_interval:
        return figure.score
    return gettext("%(score)s (%(low)s to %(high)s)") % {
        "score": figure.score,
        "low": figure.low,
        "high": figure.high,
    }


def _level(material: Material) -> GapLevel:
    ladder = ladder_of(material)
    return GapLevel(headline=ladder.headline, distance=ladder.distance, gates=ladder.gates)


def _row(material: Material, own: Material, key: str, effect: Effect | None) -> GapRow:
    question = material.questions[key]
    reasons = {} if material.trail is None else material.trail.reasons
    return GapRow(
        key=key,
        short=short_title(material, question),
        hue=_hue(material, key),
        own=brief_answer(own, question, own.answers.get(key)),
        verified=brief_answer(material, question, material.answers.get(key)),
        effect="" if effect is None else material.gain(effect.node, effect.change),
        effect_of="" if effect is None else material.say(material.nodes[effect.node].title),
        reason=reasons.get(key, ""),
    )


def _hue(material: Material, key: str) -> int:
    section = next((each for each in material.bank.sections if any(q.key == key for q in each.questions)), None)
    return material.hue_of(section.node) if section is not None and section.node else 0
