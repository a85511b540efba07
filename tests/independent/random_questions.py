"""Random questions of every kind, and random answers to them."""

from random import Random
from typing import Any

Fields = dict[str, Any]
WEIGHTS = ["0.5", "1", "1.5", "2", "3", "7"]
CREDITS = ["0", "0.1", "0.25", "0.3", "0.5", "0.75", "1"]


def text(words: str) -> Fields:
    return {"en": words}


def question(key: str, kind: str, **fields: Any) -> Fields:
    return {"key": key, "kind": kind, "text": text(key), **fields}


def options(worths: dict[str, Any], name: str, exclusive: tuple[str, ...] = ()) -> list[Fields]:
    return [
        {"key": key, "label": text(key), "exclusive": key in exclusive} | ({} if worth is None else {name: worth})
        for key, worth in worths.items()
    ]


def of_one(dice: Random, key: str) -> Fields:
    kind = dice.choice(["single", "likert", "yes_no"])
    count = 2 if kind == "yes_no" else dice.randint(2, 5)
    if dice.random() < 0.5:
        worths = sorted(dice.choices(CREDITS, k=count - 1), key=float) + ["1"]
        return question(key, kind, options=options(named(worths), "credit"))
    made = question(key, kind, options=options(named(steadily(dice, count)), "points"))
    return made | ({"maximum": made["options"][-1]["points"] - dice.randint(0, 1)} if dice.random() < 0.3 else {})


def named(worths: list[Any], letter: str = "o") -> dict[str, Any]:
    return {f"{letter}{place}": worth for place, worth in enumerate(worths)}


def steadily(dice: Random, count: int) -> list[int]:
    return sorted(dice.sample(range(1, 3 * count), count - 1) + [0]) if count > 2 else [0, dice.randint(2, 6)]


def of_many(dice: Random, key: str, kind: str = "multi", **fields: Any) -> Fields:
    worths: dict[str, Any] = named([dice.randint(1, 3) for _ in range(dice.randint(2, 4))])
    most = sum(worths.values())
    alone = dice.choice([(), ("none",), ("none", "enough")])
    worths |= dict.fromkeys(alone, 0)
    made = question(key, kind, options=options(worths, "points", alone), **fields)
    way = dice.choice(["all", "all", "maximum", "steps"])
    if way == "maximum":
        made["maximum"] = dice.randint(1, most)
    if way == "steps":
        edges = [0, *sorted(dice.sample(range(1, most + 1), dice.randint(1, min(2, most))))]
        credits = ["0", *sorted(dice.choices(CREDITS, k=len(edges) - 2), key=float), "1"]
        made["steps"] = [{"points": at, "credit": worth} for at, worth in zip(edges, credits, strict=True)]
    return made


def of_rows(dice: Random, key: str) -> Fields:
    rows = [{"key": f"r{place}", "label": text("row")} for place in range(dice.randint(1, 3))]
    for row in rows:
        row |= dice.choice([{}, {"weight": dice.choice(WEIGHTS)}])
    if dice.random() < 0.5:
        return of_many(dice, key, "table", rows=rows, multiple=True)
    made = of_one(dice, key) | {"kind": "table", "rows": rows}
    return made | ({"maximum": dice.randint(1, 4)} if "maximum" in made else {})


def of_numbers(dice: Random, key: str) -> Fields:
    kind = dice.choice(["percent", "number"])
    made = question(key, kind, minimum=0, maximum=100, decimals=dice.randint(0, 2))
    if kind == "percent" and dice.random() < 0.5:
        made["ratio"] = {"numerator": text("part"), "denominator": text("whole")}
    if dice.random() < 0.5:
        edges = [*sorted(dice.sample(range(0, 100), dice.randint(1, 3))), 100]
        credits = sorted(dice.choices(CREDITS, k=len(edges) - 1), key=float) + ["1"]
        bands = [{"upto": edge, "credit": worth} for edge, worth in zip(edges, credits, strict=True)]
        return made | {"bands": bands}
    zero, full = dice.choice([(0, 100), (20, 60), (80, 0), (100, 30), (0, 125)])
    if kind == "number" and dice.random() < 0.4:
        made.pop(dice.choice(["minimum", "maximum"]))
    return made | {"linear": {"zero_at": zero, "full_at": full}}


def random_answers(dice: Random, bank: Fields) -> Fields:
    """This function will return raw answers to some of the questions, and now and then to none or to all."""
    gaps = dice.choice([0, 0.1, 0.3, 0.6, 1])
    asked = [each for section in bank["sections"] for each in section["questions"]]
    raw = {each["key"]: random_answer(dice, each, gaps) for each in asked}
    return {key: value for key, value in raw.items() if value is not None}


def random_answer(dice: Random, asked: Fields, gaps: float) -> Any:
    if dice.random() < gaps:
        return dice.choice([None, "unknown", "not_applicable" if asked.get("allow_not_applicable") else None])
    if asked["kind"] == "text":
        return "Words"
    if asked["kind"] in ("percent", "number"):
        return random_number(dice, asked)
    alone = [option["key"] for option in asked["options"] if option["exclusive"]]
    together = [option["key"] for option in asked["options"] if not option["exclusive"]]
    if asked["kind"] == "multi":
        return ticks(dice, together, alone, least=int(bool(alone)))
    if asked.get("multiple"):
        rows = {row["key"]: ticks(dice, together, alone, least=0) for row in asked["rows"]}
        return {row: keys for row, keys in rows.items() if keys}
    if asked["kind"] == "table":
        return {row["key"]: dice.choice(together) for row in asked["rows"]}
    return dice.choice(together)


def ticks(dice: Random, together: list[str], alone: list[str], least: int) -> list[str]:
    if alone and dice.random() < 0.2:
        return [dice.choice(alone)]
    return dice.sample(together, dice.randint(least, len(together)))


def random_number(dice: Random, asked: Fields) -> Any:
    if "ratio" in asked and dice.random() < 0.5:
        return {"numerator": str(dice.randint(0, 7)), "denominator": "7"}
    if "bands" in asked and dice.random() < 0.3:
        return str(dice.choice(asked["bands"])["upto"])
    if dice.random() < 0.15:
        return dice.choice(["10", "100"])
    top, steps = int(asked.get("maximum", 150)), 10 ** asked["decimals"]
    return format(dice.randint(int(asked.get("minimum", 0)), top * steps) / steps, f".{asked['decimals']}f")
