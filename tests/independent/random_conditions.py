"""Random conditions over whatever may be asked for at a place."""

from collections.abc import Callable
from random import Random

from tests.independent.random_questions import Fields

YES_NO = ["yes", "no"]


def condition(dice: Random, comparison: Callable[[], Fields], depth: int = 2) -> Fields:
    way = dice.choice(["all", "any", "not", "one", "one", "one"]) if depth else "one"
    if way == "one":
        made: Fields = comparison()
        return made
    if way == "not":
        return {"not": condition(dice, comparison, depth - 1)}
    return {way: [condition(dice, comparison, depth - 1) for _ in range(dice.randint(1, 3))]}


def of_number_fact(dice: Random, fact: str, top: float, digits: int = 2) -> Fields:
    op = dice.choice(["lt", "lte", "eq", "gte", "gte", "gt", "between", "known"])
    at = [format(dice.choice([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) * top, f".{digits}f") for _ in range(2)]
    if op == "known":
        return {"fact": fact, "op": op}
    return {"fact": fact, "op": op, "value": sorted(at, key=float) if op == "between" else at[0]}


def of_choice(dice: Random, fact: str, keys: list[str]) -> Fields:
    op = dice.choice(["is", "in", "known"])
    return {"fact": fact, "op": op} | {
        "is": {"value": dice.choice(keys)},
        "in": {"value": dice.sample(keys, dice.randint(1, len(keys)))},
        "known": {},
    }[op]


def of_set(dice: Random, fact: str, keys: list[str]) -> Fields:
    op = dice.choice(["has", "has_any", "has_none", "known"])
    some = dice.sample(keys, dice.randint(1, len(keys)))
    if op == "known":
        return {"fact": fact, "op": op}
    return {"fact": fact, "op": op, "value": some[0] if op == "has" else some}


def asked_before(dice: Random, asked: list[Fields], sized: bool) -> Fields:
    if not asked or dice.random() < 0.5:
        key = dice.choice(["p0", "p1", "people", *["size"] * sized])
        if key == "people":
            return of_number_fact(dice, "profile.people", 200, 0)
        sizes = ["micro", "small", "large"]
        return (
            of_choice(dice, "profile.size_class", sizes) if key == "size" else of_choice(dice, f"profile.{key}", YES_NO)
        )
    one = dice.choice(asked)
    return of_choice(dice, f"unknown.{one['key']}", YES_NO) if dice.random() < 0.2 else of_answer(dice, one)


def of_answer(dice: Random, asked: Fields) -> Fields:
    fact = f"answer.{asked['key']}"
    if asked["kind"] in ("percent", "number"):
        return of_number_fact(dice, fact, 100, 0)
    keys = [option["key"] for option in asked["options"]]
    if asked["kind"] == "table":
        return of_set(dice, fact, [f"{row['key']}:{key}" for row in asked["rows"] for key in keys])
    return of_set(dice, fact, keys) if asked["kind"] == "multi" else of_choice(dice, fact, keys)
