"""Recompute a result from the exported bank: `python recompute.py BANK.json RESULT.json`.

BANK.json is what `manage bank export SLUG --format json` writes, RESULT.json what `manage score --json` writes. Says for
every node whether the two agree or what differs, and ends with 1 if anything does. Written from docs/bank-document.md,
"How a score is calculated", whose steps are named here, and from nothing else: on purpose, no line is shared with the
engine. Contributions (step 12) are not recomputed.
"""

import json
import math
import operator
import sys
from collections import namedtuple
from fractions import Fraction
from functools import cached_property
from itertools import product, takewhile
from pathlib import Path

Part = namedtuple("Part", "low high coverage inside", defaults=[1])
ALWAYS = {"all": []}
PICKS = {"min": min, "max": max, "product": math.prod}
OPERATORS = {
    **{"lt": operator.lt, "lte": operator.le, "eq": operator.eq, "gte": operator.ge, "gt": operator.gt},
    **{"is": operator.eq, "has": operator.contains, "in": lambda known, value: known in value},
    "between": lambda known, value: value[0] <= known <= value[1],
    "has_any": lambda known, value: not known.isdisjoint(value),
    "has_none": lambda known, value: known.isdisjoint(value),
}


def truth(condition, fact):
    """1 if it is true, 0 if not, and a half where nobody can tell."""
    if "not" in condition:
        return 1 - truth(condition["not"], fact)
    if "any" in condition:
        return max(truth(part, fact) for part in condition["any"])
    if "all" in condition:
        return min((truth(part, fact) for part in condition["all"]), default=1)
    known, value = fact(condition["fact"]), condition.get("value")
    if condition["op"] == "known" or known is None:
        return known is not None if condition["op"] == "known" else Fraction(1, 2)
    if isinstance(known, int | Fraction):
        value = [Fraction(each) for each in value] if isinstance(value, list) else Fraction(value)
    return OPERATORS[condition["op"]](known, value)


def chosen(value):
    """The options chosen, each with its row."""
    rows = value if isinstance(value, dict) else {None: value}
    return [(row, key) for row, keys in rows.items() for key in (keys if isinstance(keys, list) else [keys])]


def number(value):
    ratio = value if isinstance(value, dict) else {"numerator": value, "denominator": 100}
    return 100 * Fraction(ratio["numerator"]) / Fraction(ratio["denominator"])


class Case:
    """A bank with its answers as one reading sees them, with what is open as it is or, in the best case, at its best."""

    def __init__(self, bank, answers, scope="full", reading=None, is_best=False):
        self.bank, self.answers, self.scope, self.reading, self.is_best = bank, answers, scope, reading, is_best
        readings = [each["key"] for each in bank.get("readings", []) if each.get("counts", True)]
        self.counted = [reading] if reading else [None, *readings]
        ladders = [{"key": None, "levels": bank.get("levels", [])}, *bank.get("ladders", [])]
        self.ladders = {ladder["key"]: ladder["levels"] for ladder in ladders}
        self.minimum = Fraction(bank.get("minimum_coverage", "0.6"))
        self.questions, self.states, self.values, self.nodes = {}, {}, {}, {}
        for section in bank["sections"]:
            for question in section["questions"]:
                self.questions[question["key"]] = question
                if scope == "full" or section.get("profile") or question.get("core"):
                    self.ask(question, answers.get(question["key"], {"state": "unanswered"}))
        self.root = Node(bank["tree"], self)

    @cached_property
    def best(self):
        return self if self.is_best else Case(self.bank, self.answers, self.scope, self.reading, is_best=True)

    def ask(self, question, answer):
        """Steps 1 and 2."""
        key, is_number = question["key"], question["kind"] in ("percent", "number")
        if truth(question.get("visible_if", ALWAYS), self.fact) == 1:
            self.states[key] = answer["state"]
            if answer["state"] == "answered":
                self.values[key] = number(answer["value"]) if is_number else answer["value"]

    def fact(self, name):
        family, _dot, key = name.partition(".")
        if family == "unknown":
            return "yes" if self.states.get(key) in ("unanswered", "unknown") else "no"
        if family not in ("answer", "profile"):
            return (self.nodes[key] if key else self.root).fact(family)
        value = self.size_class() if name == "profile.size_class" else self.values.get(key)
        if isinstance(value, dict):
            value = [f"{row}:{key}" for row, key in chosen(value)]
        return set(value) if isinstance(value, list) else value

    def size_class(self):
        """Step 2."""
        size, by = self.bank["size"], ("employees", "revenue")
        sector = self.values.get(size["sector"])
        rules = [rule for rule in size["rules"] if sector and (sector in rule["sectors"] or not rule["sectors"])]
        classes = max(rules, key=lambda rule: len(rule["sectors"]))["classes"] if rules else []
        for rung in sorted(classes, key=lambda rung: [-Fraction(rung.get(each, 0)) for each in by]):
            least = [{"fact": size[each], "op": "gte", "value": rung[each]} for each in by if each in rung]
            if met := truth({"all": least}, self.values.get):
                return rung["size"] if met == 1 else None
        return size["smallest"] if rules else None


class Measure:
    """A question as a node measures it. Step 3 in two: an answer comes to an amount, and an amount earns a credit."""

    is_inner_sum = False

    def __init__(self, said, node):
        self.said, self.node, self.weight, self.full, self.steps = said, node, Fraction(said["weight"]), 1, []
        self.question = question = node.case.questions[said["question"]]
        if "options" in question:
            self.weigh_options(question["options"], said.get("points", said.get("credits")))
        elif "bands" in question:
            self.best_amounts = [Fraction(band["upto"]) for band in question["bands"]]
        else:
            self.zero_at, self.full_at = (Fraction(question["linear"][end]) for end in ("zero_at", "full_at"))
            ends = [Fraction(question[end]) for end in ("minimum", "maximum") if end in question]
            self.best_amounts = ends if len(ends) == 2 else [self.full_at]

    def weigh_options(self, options, own):
        """Steps 3 and 5: options are worth what they say themselves, or what the measure says."""
        worths = own or {option["key"]: option.get("points", option.get("credit", 0)) for option in options}
        self.worths = {key: Fraction(worth) for key, worth in worths.items()}
        self.rows = {row["key"]: Fraction(row.get("weight", 1)) for row in self.question.get("rows", [{"key": None}])}
        is_several, total = self.question["kind"] == "multi" or self.question.get("multiple"), sum(self.rows.values())
        together = [self.worths[each["key"]] for each in options if is_several and not each.get("exclusive")]
        self.best_amounts = [max(sum(together), *self.worths.values()) * total]
        self.zero_at, self.full_at = 0, Fraction(1) if is_several else total
        self.steps = [] if own else self.question.get("steps", [])
        if "points" in (self.said if own else options[0]):
            has_maximum = "maximum" in self.question and not own
            self.full_at = Fraction(self.question["maximum"]) if has_maximum else self.best_amounts[0]
            self.full = 1 if self.steps else self.full_at

    def credit(self, amount):
        if "bands" in self.question:
            bands = self.question["bands"]
            return Fraction(next((band for band in bands if amount <= Fraction(band["upto"])), bands[-1])["credit"])
        if self.steps:
            steps = [(Fraction(step["points"]), Fraction(step["credit"])) for step in self.steps]
            return max((step for step in steps if step[0] <= amount), default=(0, 0))[1]
        return min(max((amount - self.zero_at) / (self.full_at - self.zero_at), 0), 1)

    @cached_property
    def handed(self):
        """Step 4; None where the question does not apply."""
        key, case = self.question["key"], self.node.case
        state = case.states.get(key)
        if state is None or self.question.get("reading") not in case.counted:
            return None
        if state == "not_applicable":
            share = {"zero": 0, "full": 1, "target": self.node.aim}.get(case.bank.get("not_applicable"))
            return None if share is None else Part(share, share, 1)
        if state != "answered":
            best = max(self.credit(amount) for amount in self.best_amounts)
            return Part(best, best, 1) if case.is_best else Part(0, best, 0)
        value = case.values[key]
        if not isinstance(value, Fraction):
            value = sum(self.rows[row] * self.worths[option] for row, option in chosen(value))
        credit = self.credit(value)
        return Part(credit, credit, 1)


class Node:
    """A node of the tree, with its parts: its measures or its children."""

    def __init__(self, said, case):
        case.nodes[said["key"]] = self
        self.said, self.case, self.weight = said, case, Fraction(said.get("weight", 1))
        self.aggregate, self.passes = said.get("aggregate", "mean"), said.get("passes", "score")
        self.levels = case.ladders[said.get("ladder")]
        self.level_keys = [*(level["key"] for level in self.levels), None]
        self.children = [Node(child, case) for child in said.get("children", [])]
        self.parts = self.children + [Measure(measure, self) for measure in said.get("measures", [])]
        self.is_inner_sum = self.aggregate == "sum" and "scale" not in said and self.passes == "score"
        self.scale = Fraction(said["scale"]) if "scale" in said else self.common_scale()
        self.aim = min(Fraction(said["target"]) / self.scale, 1) if "target" in said else None
        handed = {"level": max(len(self.levels) - 1, 1), "target": said.get("target", self.scale)}
        self.full = Fraction(handed.get(self.passes, self.scale))

    def common_scale(self):
        """Step 5."""
        if self.aggregate == "sum":
            return sum(part.weight * part.full for part in self.parts) or Fraction(100)
        handed = {part.full for part in self.children if part.weight}
        return handed.pop() if len(handed) == 1 and self.parts == self.children else Fraction(100)

    def effective(self, part):
        """Step 6: the weight of a part that applies."""
        if self.aggregate == "sum":
            return part.weight * (part.handed.inside if part.is_inner_sum else part.full)
        return part.weight if "weight" in part.said else part.handed.inside

    @cached_property
    def share(self):
        """Step 7; None where the node does not apply."""
        parts = [(self.effective(part), part.handed) for part in self.parts if part.weight and part.handed]
        inside = sum(weight for weight, _part in parts)
        named = {key for cell in self.said.get("cells", []) for key in cell["when"]}
        if not parts or not all(self.case.nodes[key].share for key in named):
            return None
        ends = [sum(weight * part[end] for weight, part in parts) / inside for end in range(3)]
        if self.aggregate in PICKS:
            ends[:2] = (PICKS[self.aggregate](part[end] for _weight, part in parts) for end in range(2))
        if self.aggregate == "table":
            found = [self.looked_up(levels) for levels in product(*(child.may_reach() for child in self.children))]
            ends[:2] = min(found), max(found)
        return Part(*ends, inside)

    def looked_up(self, levels):
        at = {child.said["key"]: child.level_keys[level] for child, level in zip(self.children, levels, strict=True)}
        fits = (cell for cell in self.said["cells"] if all(at[key] in keys for key, keys in cell["when"].items()))
        return Fraction(next(fits, {"score": 0})["score"]) / self.scale

    def may_reach(self):
        """Step 7: the levels from the one now to the one in the best case."""
        low, high = sorted([self.level, self.case.best.nodes[self.said["key"]].level])
        return range(low, high + 1)

    @cached_property
    def handed(self):
        """Step 8."""
        if not self.share or self.passes == "score":
            return self.share
        if self.passes == "target":
            low, high = (min(end * self.scale / self.full, 1) for end in self.share[:2])
        else:
            low, high = (max(self.may_reach()[end], 0) / self.full for end in (0, -1))
        return self.share._replace(low=low, high=high)

    @cached_property
    def status(self):
        """Step 9."""
        if not self.share or self.aggregate == "none":
            return "unscored" if self.share else "not_assessed"
        return "scored" if self.share.coverage >= self.case.minimum else "not_enough_answers"

    @cached_property
    def level(self):
        """Step 9: the number of the level; -1 for none, the last of the keys."""
        is_withheld = not self.share or self.share.coverage < self.case.minimum
        return -1 if is_withheld else len(list(takewhile(self.holds, self.levels))) - 1

    def holds(self, level):
        bound, own = Fraction(level.get("lower", level.get("above", 0))), "ladder" in self.said
        if "lower" in level or "above" in level:
            points = self.share.low * (self if own else self.case.root).scale
            if self.status == "unscored" or points < bound or ("above" in level and points == bound):
                return False
        if own or (self is self.case.root and not self.case.reading):
            return truth(level.get("gate", ALWAYS), self.case.fact) == 1
        return "gate" not in level or bound > 0

    def fact(self, family):
        """Step 9: what gates may ask for."""
        if family == "level":
            return self.level if self.level >= 0 else None
        if family == "coverage" or self.status != "scored":
            return self.share.coverage if family == "coverage" and self.share else None
        if family == "node":
            return self.share.low * self.scale
        beside = [each for node in self.case.nodes.values() if self in node.children for each in node.children]
        return 1 + sum(each.share.low < self.share.low for each in beside if each.status == "scored")

    def result(self):
        """What a result says of the node; in a second reading it numbers the levels."""
        low, high = (100 * end for end in self.share[:2]) if self.share and self.aggregate != "none" else (None, None)
        score, points = (low, low * self.scale / 100) if self.status == "scored" else (None, None)
        return {
            **{"status": self.status, "score": score, "low": low, "high": high, "scale": self.scale},
            "coverage": self.share and self.share.coverage,
            "points": points and shown(points, **self.case.bank.get("display", {})),
            "level": self.fact("level") if self.case.reading else self.level_keys[self.level],
        }


def shown(points, decimals=1, rounding="half_up"):
    """Step 13."""
    scaled = points * 10**decimals
    return float(Fraction(math.floor(scaled + Fraction(1, 2) if rounding == "half_up" else scaled), 10**decimals))


def differences(bank, result):
    """The name of every node, in every reading, with what differs; at last the questions asked."""
    for reading, nodes in {None: result["nodes"], **result["readings"]}.items():
        case, theirs = Case(bank, result["answers"], result["scope"], reading), {node["key"]: node for node in nodes}
        for key, node in case.nodes.items():
            unlike = unlike_values(theirs[key], node.result()) if key in theirs else ["is missing"]
            yield f"{reading or 'score'}.{key}", unlike
    yield "asked", [] if result["visible"] == [*case.states] else [f"{result['visible']}, not {[*case.states]}"]


def unlike_values(theirs, own):
    exact = {name: text and Fraction(text) for name, text in theirs["exact"].items()}
    theirs = own | theirs | exact | ({"score": None} if theirs["score"] is None else {})
    return [f"{name} {theirs[name]}, not {value}" for name, value in own.items() if theirs[name] != value]


def main(*files):
    found = list(differences(*(json.loads(Path(file).read_text(encoding="utf-8")) for file in files)))
    sys.stdout.writelines(f"{name}: {'; '.join(unlike) or 'agrees'}\n" for name, unlike in found)
    return int(any(unlike for _name, unlike in found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
