"""Who refers to a part: found in conditions, tables, examples and texts alike."""

import pytest
from django.conf import settings

from assessment.bank.documents import read_bank_file
from assessment.scoring.document import BankDocument
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.uses import uses_of
from tests.scoring.banks import bank, fact, node, single, table, text
from tests.scoring.checking import ladder, rung
from tests.scoring.everything import EVERYTHING

LADDER = ladder(
    "steps", rung("low", lower=0), rung("mid", lower=40), rung("top", lower=80, gate=fact("level.left", "gte", 1))
)
MADE = bank(
    single("A", reading="sure", crosswalk=[{"ref": "EX:web", "alignment": "close"}], reference_lines=["web_all"]),
    table("D", ("r", "s"), {"no": 0, "yes": 1}),
    single(
        "B", visible_if={"all": [fact("answer.A", "in", ["low", "full"]), {"not": fact("answer.D", "has", "r:yes")}]}
    ),
    tree=node(
        "all",
        node("left", measures={"A": 1}, ladder="steps"),
        node("right", measures={"B": 1}, crosswalk=[{"ref": "EX:web", "alignment": "close"}]),
        aggregate="table",
        cells=[{"when": {"left": ["mid"]}, "score": 1}],
    ),
    readings=[{"key": "sure", "title": text("Sure")}],
    ladders=[LADDER],
    frameworks=[{"key": "EX", "title": text("Example"), "items": [{"key": "web", "title": text("Web")}]}],
    examples=[
        {
            "key": "one",
            "title": text("One"),
            "answers": {"A": "full", "D": {"r": "yes", "s": "no"}},
            "expect": {"left": {"level": "top", "readings": {"sure": 3}}},
        }
    ],
)


def places(document: BankDocument, family: str, key: str) -> list[str]:
    return [use.place for use in uses_of(document, None, family, key)]


@pytest.mark.parametrize(
    ("family", "key", "found"),
    [
        ("question", "A", ["sections.main.questions.B.visible_if", "nodes.left.measures.A", "examples.one.answers"]),
        ("option", "A.full", ["sections.main.questions.B.visible_if", "examples.one.answers"]),
        ("option", "A.none", []),
        ("option", "D.yes", ["sections.main.questions.B.visible_if", "examples.one.answers"]),
        ("row", "D.s", ["examples.one.answers"]),
        ("node", "left", ["nodes.all.cells", "ladders.steps.levels.top.gate", "examples.one.expect"]),
        ("level", "steps.mid", ["nodes.all.cells", "ladders.steps.levels.top.gate"]),
        ("level", "steps.top", ["examples.one.expect"]),
        ("level", "steps.low", ["ladders.steps.levels.top.gate"]),
        ("ladder", "steps", ["nodes.left.ladder"]),
        ("reading", "sure", ["sections.main.questions.A.reading", "examples.one.expect"]),
        ("reference_line", "web_all", ["sections.main.questions.A.reference_lines"]),
        ("framework_item", "EX:web", ["sections.main.questions.A.crosswalk", "nodes.right.crosswalk"]),
        ("framework", "EX", ["sections.main.questions.A.crosswalk", "nodes.right.crosswalk"]),
    ],
)
def test_uses_in_a_bank(family: str, key: str, found: list[str]) -> None:
    assert places(MADE, family, key) == found


def test_profile_and_size_classes_are_uses() -> None:
    assert places(EVERYTHING, "question", "people") == ["size.employees"]
    assert places(EVERYTHING, "size_class", "micro") == ["size.smallest"]
    assert places(EVERYTHING, "size_class", "medium") == ["size.rules"]
    assert places(EVERYTHING, "question", "A") == [
        "nodes.left.measures.A",
        "consistency.c.when",
        "consistency.c.questions",
    ]


@pytest.fixture(scope="module")
def shipped() -> BankDocument:
    return read_bank_file(settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml")


def test_uses_in_a_playbook_say_where_in_words(shipped: BankDocument) -> None:
    playbook = PlaybookDocument.model_validate(
        {
            "slug": "trial",
            "bank": shipped.slug,
            "locales": ["en"],
            "title": text("Trial"),
            "sources": [{"key": "us", "text": text("Us")}],
            "efforts": [{"key": "small", "title": text("Small"), "sources": ["us"]}],
            "cost_bands": [{"key": "free", "title": text("Free"), "minimum": 0}],
            "priority_bands": [{"key": "must", "title": text("Must"), "from_priority": 1}],
            "actions": [action("first"), action("second", requires=["first"], excludes=["first"])],
            "rules": [
                {
                    "key": "R1",
                    "when": fact("answer.EQ05", "is", "l1"),
                    "recommends": "first",
                    "priority": 5,
                    "because": text("You said {answer.EQ05}: {node.equipment}."),
                    "sources": ["us"],
                }
            ],
        }
    )

    def found(family: str, key: str) -> list[tuple[str, str]]:
        return [(use.place, use.words) for use in uses_of(shipped, playbook, family, key) if use.in_playbook]

    assert found("question", "EQ05") == [
        ("rules.R1.when", "Rule “first” (R1): its condition"),
        ("rules.R1.because", "Rule “first” (R1) names it in its reason"),
    ]
    assert found("option", "EQ05.l1") == [("rules.R1.when", "Rule “first” (R1): its condition")]
    assert [place for place, _words in found("node", "equipment")] == [
        "actions.first.node",
        "actions.first.raises",
        "actions.second.node",
        "actions.second.raises",
        "rules.R1.because",
    ]
    assert [place for place, _words in found("action", "first")] == [
        "actions.second.requires",
        "actions.second.excludes",
        "rules.R1.recommends",
    ]
    assert [place for place, _words in found("source", "us")] == ["efforts.small.sources", "rules.R1.sources"]
    assert len(found("effort", "small")) == len(found("cost_band", "free")) == 2


def action(key: str, **more: object) -> dict[str, object]:
    return {
        "key": key,
        "node": "equipment",
        "title": text(key),
        "why": text("Why"),
        "steps": [text("Step")],
        "effort": "small",
        "cost_band": "free",
        "weeks": {"minimum": 1, "maximum": 2},
        "raises": [{"node": "equipment", "levels": 1, "up_to": 4}],
        **more,
    }
