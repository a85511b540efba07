"""Random valid banks, and random answers to them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from assessment.scoring.answers import Answer, AnswerState, read_answer
from assessment.scoring.document import BankDocument, Kind, Level, Question
from assessment.scoring.scales import Scales
from tests.scoring.banks import (
    Fields,
    asked_only,
    fact,
    level,
    multi,
    node,
    percent,
    pointed,
    question,
    questions_of,
    single,
    table,
    text,
    ticked,
)

CREDITS = [Decimal(written) for written in ("0", "0.1", "0.25", "0.3", "0.5", "0.75", "1")]
WEIGHTS = [Decimal(written) for written in ("0.5", "1", "1.5", "2", "3", "7")]
AGGREGATES = ["mean", "mean", "mean", "sum", "min", "max", "product"]
PROFILE = ("p0", "p1")
STATES = ["unknown", "not_applicable"]

credit_scales = st.lists(st.sampled_from(CREDITS), min_size=2, max_size=4).map(
    lambda credits: [*sorted(credits[:-1]), Decimal(1)]
)


@st.composite
def singles(draw: st.DrawFn, key: str) -> Fields:
    credits = draw(credit_scales)
    if draw(st.booleans()):
        return single(key, {f"o{place}": credit for place, credit in enumerate(credits)})
    return pointed(key, {f"o{place}": place for place in range(draw(st.integers(2, 6)))})


@st.composite
def multis(draw: st.DrawFn, key: str) -> Fields:
    points = draw(st.lists(st.integers(1, 3), min_size=2, max_size=4))
    chosen = {f"o{place}": worth for place, worth in enumerate(points)} | {"none": 0}
    way = draw(st.sampled_from(["sum", "maximum", "steps"]))
    extra: dict[str, Any] = {}
    if way == "maximum":
        extra["maximum"] = draw(st.integers(1, sum(points)))
    if way == "steps":
        extra["steps"] = [{"points": 0, "credit": 0}, {"points": 1, "credit": draw(st.sampled_from(CREDITS))}]
        extra["steps"].append({"points": sum(points), "credit": 1})
    return multi(key, chosen, exclusive="none", **extra)


@st.composite
def percents(draw: st.DrawFn, key: str) -> Fields:
    labels = {"numerator": text("part"), "denominator": text("whole")}
    if draw(st.booleans()):
        zero, full = draw(st.sampled_from([(0, 100), (20, 60), (80, 0)]))
        return percent(key, ratio=labels, linear={"zero_at": zero, "full_at": full})
    edges = [10, 50, 100][-draw(st.integers(1, 3)) :]
    credits = [*CREDITS[: len(edges) - 1], Decimal(1)]
    return percent(
        key, ratio=labels, bands=[{"upto": upto, "credit": worth} for upto, worth in zip(edges, credits, strict=True)]
    )


@st.composite
def tables(draw: st.DrawFn, key: str) -> Fields:
    rows = tuple(f"r{place}" for place in range(draw(st.integers(1, 3))))
    if draw(st.booleans()):
        return ticked(key, rows, {"have": 2, "plan": draw(st.integers(0, 1)), "none": 0}, exclusive="none")
    credits = draw(credit_scales)
    made = table(key, rows, {f"o{place}": credit for place, credit in enumerate(credits)})
    made["rows"][0]["weight"] = draw(st.sampled_from([None, 2]))
    return made


@st.composite
def scored_questions(draw: st.DrawFn, key: str) -> Fields:
    made = draw(draw(st.sampled_from([singles, singles, multis, percents, tables]))(key))
    shown = draw(st.sampled_from([None, None, *PROFILE]))
    if shown is not None:
        made["visible_if"] = fact(f"profile.{shown}", "is", "yes")
    return {**made, "core": draw(st.booleans())}


@st.composite
def subtrees(draw: st.DrawFn, key: str, keys: list[str], depth: int) -> Fields:
    """A node over `keys`, at most `depth` levels deep, each question measured at least once."""
    fields = {"aggregate": draw(st.sampled_from(AGGREGATES)), "weight": draw(st.sampled_from([None, *WEIGHTS]))}
    if depth == 0 or len(keys) < 2 or draw(st.booleans()):
        return node(key, measures={each: draw(st.sampled_from(WEIGHTS)) for each in keys}, **fields)
    cut = draw(st.integers(1, len(keys) - 1))
    left = draw(subtrees(f"{key}l", keys[:cut], depth - 1))
    right = draw(subtrees(f"{key}r", keys[cut - draw(st.integers(0, 1)) :], depth - 1))
    return node(key, left, right, **fields)


@st.composite
def levels(draw: st.DrawFn, scales: dict[str, Fraction], root: str) -> list[Fields]:
    """Bounds and constants at some percent of the scale that they stand on."""
    shares = sorted(draw(st.sets(st.integers(1, 95), max_size=4)))
    gates = [None, *(fact(f"node.{key}", "gte", part_of(scale, 30)) for key, scale in scales.items())]
    rungs = [level(f"l{share}", part_of(scales[root], share), draw(st.sampled_from(gates))) for share in shares]
    return [level("l0", 0), *rungs]


def part_of(scale: Fraction, percent_: int) -> str:
    return format(Decimal((scale * percent_ / 100).numerator) / Decimal((scale * percent_ / 100).denominator), ".6f")


@st.composite
def banks(draw: st.DrawFn) -> BankDocument:
    """Banks whose visibility depends on the profile alone, so that no answer can hide or show what is scored."""
    keys = [f"Q{place}" for place in range(draw(st.integers(1, 6)))]
    asked = [draw(scored_questions(key)) for key in keys]
    cut = draw(st.integers(0, len(asked) - 1))
    sections = [{"key": "s0", "title": text("First"), "questions": asked[:cut]}] if cut else []
    sections.append({"key": "s1", "title": text("Second"), "questions": [*asked[cut:], question("T", "text")]})
    tree = draw(subtrees("n", keys, 2))
    document = BankDocument.model_validate(
        {
            "slug": "random",
            "locales": ["en"],
            "title": text("Random"),
            "minimum_coverage": draw(st.sampled_from([Decimal(0), Decimal("0.6"), Decimal(1)])),
            "sections": [
                {
                    "key": "profile",
                    "title": text("P"),
                    "profile": True,
                    "questions": [asked_only(key) for key in PROFILE],
                },
                *sections,
            ],
            "tree": tree,
        }
    )
    scales = Scales(document).full
    rungs = [Level.model_validate(rung) for rung in draw(levels(scales, document.tree.key))]
    return document.model_copy(update={"levels": rungs})


def raw_values(asked: Question) -> st.SearchStrategy[object]:
    """Raw values that `asked` admits."""
    keys = [option.key for option in asked.options if not option.exclusive]
    if asked.kind is Kind.MULTI:
        return st.lists(st.sampled_from(keys), min_size=1, unique=True) | st.just(["none"])
    if asked.kind is Kind.TABLE and asked.multiple:
        ticks = st.lists(st.sampled_from(keys), unique=True) | st.just(["none"])
        return st.fixed_dictionaries({row.key: ticks for row in asked.rows})
    if asked.kind is Kind.TABLE:
        return st.fixed_dictionaries({row.key: st.sampled_from(keys) for row in asked.rows})
    if asked.kind is Kind.PERCENT:
        ratios = st.integers(0, 7).map(lambda part: {"numerator": part, "denominator": 7})
        return st.integers(0, 100) | st.decimals(0, 100, places=2) | ratios
    return st.just("words") if asked.kind is Kind.TEXT else st.sampled_from(keys)


@st.composite
def answer_sets(draw: st.DrawFn, document: BankDocument, states: bool = True) -> dict[str, Answer]:
    """Answers to some of the questions; with `states` also unknown and not applicable."""
    given: dict[str, Answer] = {}
    for key, asked in questions_of(document).items():
        raws = raw_values(asked)
        raw = draw(st.none() | raws | st.sampled_from(STATES) if states else raws)
        if raw is not None:
            given[key] = read_answer(asked, raw)
    return given


@st.composite
def answered_banks(draw: st.DrawFn, states: bool = True) -> tuple[BankDocument, dict[str, Answer]]:
    document = draw(banks())
    return document, draw(answer_sets(document, states))


def is_answered(answers: Mapping[str, Answer], key: str) -> bool:
    return key in answers and answers[key].state is AnswerState.ANSWERED
