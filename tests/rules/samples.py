"""A bank with one question of every scored kind, and a playbook on it."""

from typing import Any

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advice import Advice
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument

Json = dict[str, Any]


def both(text: str) -> dict[str, str]:
    return {"en": text, "zh-hans": f"〔{text}〕"}


def steps_of_five(key: str, **options: Any) -> Json:
    """A single choice whose options a0 to a4 are worth nothing, a quarter, … , everything."""
    credits = [0, 0.25, 0.5, 0.75, 1]
    return {
        "key": key,
        "kind": "single",
        "text": both(f"Question {key}"),
        "short": both(key),
        "allow_not_applicable": True,
        "options": [
            {"key": f"a{step}", "label": both(f"{key} step {step}"), "credit": credit}
            for step, credit in enumerate(credits)
        ],
    } | options


MULTI = {
    "key": "tools",
    "kind": "multi",
    "text": both("Which tools?"),
    "core": True,
    "options": [
        {"key": "none", "label": both("None"), "points": 0, "exclusive": True},
        {"key": "big", "label": both("Big tool"), "points": 3},
        {"key": "small", "label": both("Small tool"), "points": 1},
        {"key": "other", "label": both("Another small tool"), "points": 1},
        {"key": "idle", "label": both("Idle tool"), "points": 0},
    ],
    "steps": [
        {"points": 0, "credit": 0},
        {"points": 1, "credit": 0.25},
        {"points": 2, "credit": 0.5},
        {"points": 5, "credit": 1},
    ],
}
SHARE = {
    "key": "share",
    "kind": "percent",
    "text": both("Which share?"),
    "minimum": 0,
    "maximum": 100,
    "decimals": 1,
    "unit": {"en": "%", "zh-hans": "%"},
    "ratio": {"numerator": both("Part"), "denominator": both("Whole")},
    "bands": [
        {"upto": 10, "credit": 0},
        {"upto": 20, "credit": 0.25},
        {"upto": 40, "credit": 0.5},
        {"upto": 60, "credit": 0.75},
        {"upto": 100, "credit": 1},
    ],
}
DELAY = {
    "key": "delay",
    "kind": "number",
    "text": both("How many days?"),
    "minimum": 0,
    "maximum": 30,
    "linear": {"zero_at": 30, "full_at": 0},
}
GRID = {
    "key": "grid",
    "kind": "table",
    "text": both("How well?"),
    "rows": [{"key": "north", "label": both("North")}, {"key": "south", "label": both("South")}],
    "options": [
        {"key": "bad", "label": both("Bad"), "credit": 0},
        {"key": "fair", "label": both("Fair"), "credit": 0.5},
        {"key": "good", "label": both("Good"), "credit": 1},
    ],
}
YES_NO = [{"key": "yes", "label": both("Yes"), "credit": 1}, {"key": "no", "label": both("No"), "credit": 0}]


def sample_bank(**changes: Any) -> BankDocument:
    """This function will return the bank: root `all` over `machines` (steps, tools, share) and `people` (the rest)."""
    profile = [
        {"key": "has_plant", "kind": "yes_no", "text": both("Plant?"), "short": both("Plant"), "options": YES_NO},
        {"key": "staff", "kind": "number", "text": both("Staff?"), "short": both("Staff"), "minimum": 0},
    ]
    machines = [
        steps_of_five("steps", core=True, visible_if={"fact": "profile.has_plant", "op": "is", "value": "yes"}),
        MULTI,
        SHARE,
    ]
    people = [
        DELAY,
        GRID,
        steps_of_five("skill"),
        {"key": "lead", "kind": "yes_no", "text": both("Lead?"), "options": YES_NO},
    ]
    data = {
        "slug": "sample",
        "locales": ["en", "zh-hans"],
        "title": both("Sample"),
        "sections": [
            {"key": "profile", "title": both("Profile"), "profile": True, "questions": profile},
            {"key": "machines", "title": both("Machines"), "questions": machines},
            {"key": "people", "title": both("People"), "questions": people},
        ],
        "tree": {
            "key": "all",
            "title": both("All"),
            "children": [
                {"key": "machines", "title": both("Machines"), "measures": _measures("steps", "tools", "share")},
                {"key": "people", "title": both("People"), "measures": _measures("delay", "grid", "skill", "lead")},
            ],
        },
        "levels": [{"key": f"l{index}", "title": both(f"Level {index}"), "lower": index * 20} for index in range(5)],
    }
    return BankDocument.model_validate(data | changes)


def _measures(*questions: str) -> list[Json]:
    return [{"question": question, "weight": 1} for question in questions]


def action(key: str, **changes: Any) -> Json:
    return {
        "key": key,
        "node": "machines",
        "title": both(f"Do {key}"),
        "why": both("Because it helps."),
        "steps": [both("Begin.")],
        "effort": "low",
        "cost_band": "free",
        "weeks": {"minimum": 1, "maximum": 2},
        "raises": [{"node": "machines", "levels": 1, "up_to": 4}],
        "source": both("Our estimate."),
    } | changes


def rule(key: str, recommends: str, **changes: Any) -> Json:
    return {
        "key": key,
        "when": {"fact": "node.all", "op": "lt", "value": 90},
        "recommends": recommends,
        "priority": 50,
        "because": both("It is time."),
    } | changes


def playbook(actions: list[Json], rules: list[Json], **changes: Any) -> PlaybookDocument:
    data: Json = {
        "slug": "sample",
        "bank": "sample",
        "locales": ["en", "zh-hans"],
        "title": both("Sample playbook"),
        "efforts": [{"key": "low", "title": both("Low")}],
        "cost_bands": [
            {"key": "free", "title": both("Free"), "minimum": 0, "maximum": 0},
            {"key": "some", "title": both("Some"), "minimum": 0, "maximum": 1000},
            {"key": "much", "title": both("Much"), "minimum": 1000, "maximum": None},
        ],
        "priority_bands": [
            {"key": "first", "title": both("First"), "from_priority": 70},
            {"key": "later", "title": both("Later"), "from_priority": 1},
        ],
        "actions": actions,
        "rules": rules,
        "sources": [{"key": "ours", "text": both("Our estimate."), "estimate": True}],
    } | changes
    for name in ("efforts", "cost_bands", "priority_bands", "rules"):
        data[name] = [{"sources": ["ours"]} | part for part in data[name]]
    return PlaybookDocument.model_validate(data)


def answered(**values: Any) -> dict[str, Answer]:
    """This function will return answers by key; None stands for "I don't know"."""
    return {
        key: Answer(AnswerState.UNKNOWN) if value is None else Answer(AnswerState.ANSWERED, value)
        for key, value in values.items()
    }


LOW = answered(
    has_plant="yes",
    staff="12",
    steps="a1",
    tools=["small"],
    share="15",
    delay="30",
    grid={"north": "bad", "south": "fair"},
    skill="a0",
    lead="no",
)


def advise(
    document: PlaybookDocument,
    answers: dict[str, Answer] | None = None,
    scope: Scope = Scope.FULL,
    bank: BankDocument | None = None,
) -> Advice:
    scorer = Scorer(bank or sample_bank())
    given = LOW if answers is None else answers
    return Adviser(scorer, document).advise(given, scope, scorer.score(given, scope))
