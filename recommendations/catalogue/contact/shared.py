"""What an enterprise may share with a provider, in words; and the snapshot of what it chose, which is all that is read."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext

from assessment.bank.releases import scorer_of
from assessment.responses.models import Assessment, Result
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.facts import Lookup
from assessment.scoring.figures import shown_points, shown_scale
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.ladders import ladders_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scope, Scorecard
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.models import Offering
from recommendations.playbook.queries import current_playbook
from recommendations.playbook.releases import playbook_of

FORMAT = "fourfold-contact/1"


class Part(StrEnum):
    SECTOR = "sector"
    REGION = "region"
    SIZE = "size"
    RESULT = "result"
    BARRIERS = "barriers"


PROFILE = {Part.SECTOR: SECTOR, Part.REGION: REGION, Part.SIZE: SIZE}


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SharablePart:
    """`value` is what one line holds; a part of several lines has a `title` of its own."""

    key: Part
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Sharable:
    """`region` is the key of the enterprise's region, "" if it is not known. `actions` by key: what help may be for."""

    enterprise: str
    parts: tuple[SharablePart, ...]
    actions: Mapping[str, str]
    region: str

    def snapshot(self, chosen: Collection[str], action: str) -> dict[str, Any]:
        """This function will return exactly what is shared, for `ContactRequest.shared`: the name and what was chosen."""
        lines = [line for part in self.parts if part.key in chosen for line in part.lines]
        if action:
            lines.append(Line(gettext("Action it is about"), self.actions[action]))
        return {
            "format": FORMAT,
            "enterprise": self.enterprise,
            "lines": [{"label": line.label, "value": line.value} for line in lines],
        }


def fingerprint(snapshot: Mapping[str, Any]) -> str:
    """This function will return what tells two snapshots apart, so that what is sent is what was looked at."""
    return hashlib.sha256(json.dumps(snapshot, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def sharable(assessment: Assessment, result: Result, offering: Offering, locale: str) -> Sharable:
    """This function will return what could be shared of a frozen result, in `locale`, which is the active language.

    What is not known is not offered. Two queries once the documents are remembered.
    """
    scorer, scorecard = scorer_of(result.release_id), thaw_scorecard(result.scorecard)
    lookup = scorer.facts(thaw_answers(result.answers), Scope(result.scope), scorecard).get
    known = _known(scorer, lookup)
    parts = [*_profile(scorer, known, locale), *_result(scorer, scorecard, locale)]
    return Sharable(
        enterprise=assessment.enterprise.name,
        parts=tuple(part for part in parts if part.lines),
        actions=_actions(scorer.document.slug, offering, locale),
        region=known.get(REGION, ""),
    )


def _known(scorer: Scorer, lookup: Lookup) -> dict[str, str]:
    """The chosen option by name of the fact; a bank need not ask for any of them."""
    asked = facts_of(scorer.document, set(PROFILE.values()))
    found = {name: lookup(name) for name in asked}
    return {
        name: str(value) for name, value in found.items() if value is not None and str(value) in asked[name].options
    }


def _profile(scorer: Scorer, known: Mapping[str, str], locale: str) -> Iterator[SharablePart]:
    titles = {Part.SECTOR: gettext("Sector"), Part.REGION: gettext("Region"), Part.SIZE: gettext("Size class")}
    asked = facts_of(scorer.document, set(known))
    for part, name in PROFILE.items():
        if name in known:
            value = localise(asked[name].options[known[name]], locale)
            yield SharablePart(part, titles[part], (Line(titles[part], value),))


def _result(scorer: Scorer, scorecard: Scorecard, locale: str) -> Iterator[SharablePart]:
    document = scorer.document
    levels = {level.key: level.title for level in ladders_of(document)[document.tree.key]}
    lines = []
    if scorecard.level.key in levels:
        lines.append(Line(gettext("Level"), localise(levels[scorecard.level.key], locale)))
    if scorecard.overall.points is not None:
        lines.append(Line(gettext("Overall score"), _points(scorer, scorecard.overall)))
    yield SharablePart(Part.RESULT, gettext("Level and overall score"), tuple(lines))
    scores = [(node, scorecard.nodes[node.key]) for node in document.tree.children if node.key in scorecard.nodes]
    yield SharablePart(
        Part.BARRIERS,
        gettext("Scores of the parts"),
        tuple(
            Line(localise(node.title, locale), _points(scorer, score))
            for node, score in scores
            if score.points is not None
        ),
    )


def _points(scorer: Scorer, node: NodeScore) -> str:
    shown = shown_points(node.points, scorer.document.display)
    return gettext("%(points)s of %(scale)s points") % {"points": shown, "scale": shown_scale(node.scale)}


def _actions(bank_slug: str, offering: Offering, locale: str) -> dict[str, str]:
    """The actions that point to the offering's kind of help."""
    release = current_playbook(bank_slug)
    if release is None:
        return {}
    wanted = offering.category.key
    actions = playbook_of(release.pk).actions
    return {action.key: localise(action.title, locale) for action in actions if wanted in action.categories}
