"""A bank with a question of every kind, a size class, a ladder, gates and conditions; and generated answers to it."""

from assessment.scoring.samples import answer_sets
from tests.scoring.banks import (
    FIVE_LEVELS,
    asked_only,
    bands,
    bank,
    fact,
    multi,
    node,
    options,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)
from tests.scoring.checking import ladder, rung

TICKS = {
    **table("K", ("r", "s"), {}),
    "options": multi("K", {"x": 1, "y": 2, "none": 0}, exclusive="none")["options"],
    "multiple": True,
}
MEDIUM, SMALL = {"size": "medium", "employees": 300}, {"size": "small", "employees": 20, "revenue": 300}
RULE = {"sectors": [], "classes": [MEDIUM, SMALL]}
SIZE = {
    "employees": "people",
    "revenue": "turnover",
    "sector": "sector",
    "labels": {"micro": text("Micro"), "small": text("Small"), "medium": text("Medium")},
    "smallest": "micro",
    "rules": [RULE],
    "source": text("Published"),
}
PROFILE = (
    question("sector", "single", options=options({"industry": None, "trade": None})),
    question("people", "number", minimum=0, maximum=100_000),
    question("turnover", "number", minimum=0),
    asked_only("p"),
)
EVERYTHING = bank(
    single("A", core=True),
    multi("B", {"x": 1, "y": 1, "z": 2, "none": 0}, exclusive="none"),
    percent("C", bands=bands((10, 0), (60, 0.5), (100, 1))),
    question("N", "number", minimum=1, maximum=9, decimals=1, linear={"zero_at": 9, "full_at": 1}),
    question("O", "number", linear={"zero_at": 0, "full_at": 50}),
    table("D", ("r", "s"), {"no": 0, "yes": 1}),
    TICKS,
    question("T", "text"),
    yes_no("E", visible_if=fact("profile.p", "is", "yes"), allow_unknown=False, allow_not_applicable=False),
    yes_no("F", visible_if=fact("answer.E", "is", "yes")),
    profile=PROFILE,
    tree=node(
        "all",
        node("left", measures={"A": 1, "B": 1, "C": 1}, weight=1),
        node("right", measures={"N": 1, "O": 1, "D": 1, "K": 1}, weight=1),
        node("last", measures={"E": 1, "F": 1}, weight=1, ladder="steps"),
    ),
    levels=FIVE_LEVELS,
    ladders=[ladder("steps", rung("low", lower=0), rung("high", lower=50, gate=fact("answer.F", "known")))],
    size=SIZE,
    consistency=[{"key": "c", "when": fact("answer.A", "is", "full"), "message": text("C"), "questions": ["A"]}],
)
SETS_OF_EVERYTHING = list(answer_sets(EVERYTHING, 600))
