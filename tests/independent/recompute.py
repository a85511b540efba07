"""Recompute a result from the exported bank and the answers: `python recompute.py BANK.json RESULT.json ANSWERS.json`.

BANK.json is what `manage bank export SLUG --format json` writes, RESULT.json what `manage score --json` writes; the
answers are `{question: {state, value}}` and may also stand in the result, as `answers`. Says for every node whether the
two agree or what differs, and ends with 1 if anything does. Written from docs/bank-document.md, "How a score is
calculated", whose steps are named here, and from nothing else: on purpose, no line is shared with the engine.
Contributions (step 12) are not recomputed.
"""

import json
import math
import operator
import sys
from collections import namedtuple
from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path

Part = namedtuple("Part", "low high coverage inside", defaults=[1])
Result = namedtuple("Result", "status score low high coverage scale points level")
ALWAYS = {"all": []}
OPERATORS = {
    **{"lt": operator.lt, "lte": operator.le, "eq": operator.eq, "gte": operator.ge, "gt": operator.gt},
    **{"is": operator.eq, "has": operator.contains, "in": lambda known, value: known in value},
    "between": lambda known, value: value[0] <= known <= value[1],
    "has_any": lambda known, value: not known.isdisjoint(value),
    "has_none": lambda known, value: known.isdisjoint(value),
}


def holds(condition, fact):
    """True, False, or None where it cannot be told."""
    if "not" in condition:
        inner = holds(condition["not"], fact)
        return None if inner is None else not inner
    for name, decisive in (("all", False), ("any", True)):
        if name in condition:
            parts = [holds(part, fact) for part in condition[name]]
            return decisive if decisive in parts else None if None in parts else not decisive
    known, value = fact(condition["fact"]), condition.get("value")
    if known is None or condition["op"] == "known":
        return known is not None if condition["op"] == "known" else None
    if isinstance(known, int | Fraction):
        value = [Fraction(each) for each in value] if isinstance(value, list) else Fraction(value)
    return OPERATORS[condition["op"]](known, value)


class Asked:
    """Steps 1 and 2: the state of every question that is asked, and the values that are known."""

    def __init__(self, bank, answers, scope):
        self.size, self.states, self.values = bank.get("size"), {}, {}
        questions = [
            (each["key"], each, page.get("profile")) for page in bank["sections"] for each in page["questions"]
        ]
        for key, question, profile in questions:
            in_scope = scope == "full" or profile or question.get("core")
            if in_scope and holds(question.get("visible_if", ALWAYS), self.fact):
                self.states[key] = answers[key]["state"] if key in answers else "unanswered"
                if self.states[key] == "answered":
                    is_number = question["kind"] in ("percent", "number")
                    self.values[key] = number(answers[key]["value"]) if is_number else answers[key]["value"]

    def fact(self, name):
        family, _dot, key = name.partition(".")
        if family == "unknown":
            return "yes" if self.states.get(key) in ("unanswered", "unknown") else "no"
        value = self.size_class() if name == "profile.size_class" else self.values.get(key)
        if isinstance(value, dict):
            value = [f"{row}:{tick}" for row, ticks in value.items() for tick in listed(ticks)]
        return set(value) if isinstance(value, list) else value

    def size_class(self):
        sector, by = self.values.get(self.size["sector"]), ("employees", "revenue")
        rules = [rule for rule in self.size["rules"] if sector and (sector in rule["sectors"] or not rule["sectors"])]
        if not rules:
            return None
        classes = max(rules, key=lambda rule: len(rule["sectors"]))["classes"]
        for rung in sorted(classes, key=lambda rung: [-Fraction(rung.get(each, 0)) for each in by]):
            has = [(self.values.get(self.size[each]), Fraction(rung[each])) for each in by if each in rung]
            met = [None if known is None else known >= least for known, least in has]
            if False not in met:
                return None if None in met else rung["size"]
        return self.size["smallest"]


def listed(ticks):
    return ticks if isinstance(ticks, list) else [ticks]


def number(value):
    ratio = value if isinstance(value, dict) else {"numerator": value, "denominator": 100}
    return 100 * Fraction(ratio["numerator"]) / Fraction(ratio["denominator"])


def of_number(question, _measure):
    """Step 3 for numbers: what one is worth, the best credit, and the points of the measure (step 5)."""
    if "bands" in question:
        edges = [(Fraction(band["upto"]), Fraction(band["credit"])) for band in question["bands"]]
        return lambda value: next((c for e, c in edges if e >= value), edges[-1][1]), max(c for _e, c in edges), 1
    zero, full = (Fraction(question["linear"][end]) for end in ("zero_at", "full_at"))

    def credit(value):
        return min(max((value - zero) / (full - zero), Fraction(0)), Fraction(1))

    ends = [question.get("minimum"), question.get("maximum")]
    return credit, Fraction(1) if None in ends else max(credit(Fraction(end)) for end in ends), 1


def of_options(question, measure):
    """The same for options, worth what they say themselves or what the measure says."""
    options, rows = question["options"], question.get("rows", [{"key": None}])
    own = measure.get("points", measure.get("credits"))
    in_points = "points" in (measure if own else options[0])
    each = {o["key"]: Fraction(own[o["key"]] if own else o.get("points", o.get("credit", 0))) for o in options}
    weights = {row["key"]: Fraction(row.get("weight", 1)) for row in rows}
    steps = [(Fraction(step["points"]), Fraction(step["credit"])) for step in question.get("steps", []) if not own]
    several, most = question["kind"] == "multi" or question.get("multiple"), max(each.values())
    total = sum(weights.values())
    if several:
        most = max(sum(each[option["key"]] for option in options if not option.get("exclusive")), most)
    full = Fraction(question["maximum"]) if "maximum" in question and not own else most * total

    def worth(earned):
        if steps:
            return max((step for step in steps if step[0] <= earned), default=(0, Fraction(0)))[1]
        return min(earned / (full if in_points else 1 if several else total), Fraction(1))

    def credit(value):
        by_row = (value if "rows" in question else {None: value}).items()
        return worth(sum((weights[row] * each[key] for row, keys in by_row for key in listed(keys)), Fraction(0)))

    return credit, worth(most * total), full if in_points and not steps else 1


def flat(node):
    return [node, *(below for child in node.get("children", []) for below in flat(child))]


class Bank:
    """What follows from the document alone: nodes, questions, levels, worths, and step 5: scales."""

    def __init__(self, document):
        self.document, self.root, ladders = document, document["tree"]["key"], document.get("ladders", [])
        self.nodes = {node["key"]: node for node in flat(document["tree"])}
        self.questions = {each["key"]: each for page in document["sections"] for each in page["questions"]}
        self.levels = {None: document.get("levels", [])} | {ladder["key"]: ladder["levels"] for ladder in ladders}
        self.levels = {key: self.levels[node.get("ladder")] for key, node in self.nodes.items()}
        measured = [
            (self.questions[m["question"]], m) for node in self.nodes.values() for m in node.get("measures", [])
        ]
        self.worth = {
            id(m): (of_options if "options" in question else of_number)(question, m) for question, m in measured
        }
        self.minimum = Fraction(document.get("minimum_coverage", "0.6"))
        self.aside = [each["key"] for each in document.get("readings", []) if not each.get("counts", True)]
        self.scale = cache(self.scale)

    def scale(self, key):
        node = self.nodes[key]
        children, measures = node.get("children", []), node.get("measures", [])
        if "scale" in node:
            return Fraction(node["scale"])
        if node.get("aggregate") == "sum":
            measured = sum(Fraction(measure["weight"]) * self.worth[id(measure)][2] for measure in measures)
            return measured + sum(Fraction(c.get("weight", 1)) * self.handed(c) for c in children) or Fraction(100)
        common = {self.handed(child) for child in children if Fraction(child.get("weight", 1))}
        return common.pop() if len(common) == 1 and not measures else Fraction(100)

    def handed(self, node):
        if node.get("passes") == "level":
            return Fraction(max(len(self.levels[node["key"]]) - 1, 1))
        passes_target = node.get("passes") == "target" and "target" in node
        return Fraction(node["target"]) if passes_target else self.scale(node["key"])


class Scores:
    """Steps 4 to 10: the scores of one reading, as they are or in the best case."""

    def __init__(self, bank, asked, reading=None, best=False):
        self.bank, self.asked, self.reading, self.is_best = bank, asked, reading, best
        self.best = self if best else Scores(bank, asked, reading, best=True)
        self.part, self.handed, self.reached = cache(self.part), cache(self.handed), cache(self.reached)

    def mark(self, node, measure):
        """Step 4; None where the question does not apply."""
        state = self.asked.states.get(measure["question"])
        reading = self.bank.questions[measure["question"]].get("reading")
        if state is None or (reading != self.reading if self.reading else reading in self.bank.aside):
            return None
        if state == "not_applicable":
            target = min(Fraction(node["target"]) / self.bank.scale(node["key"]), 1) if "target" in node else None
            worths = {"excluded": None, "zero": Fraction(0), "full": Fraction(1), "target": target}
            share = worths[self.bank.document.get("not_applicable", "excluded")]
            return None if share is None else Part(share, share, 1)
        credit, best, _points = self.bank.worth[id(measure)]
        if state == "answered":
            best = credit(self.asked.values[measure["question"]])
        return Part(best, best, 1) if state == "answered" or self.is_best else Part(Fraction(0), best, 0)

    def parts(self, node):
        """Step 6: the parts with their effective weights."""
        adding = node.get("aggregate") == "sum"
        for measure in node.get("measures", []):
            points = self.bank.worth[id(measure)][2] if adding else 1
            yield Fraction(measure["weight"]) * points, self.mark(node, measure)
        for child in node.get("children", []):
            part, weight = self.handed(child["key"]), Fraction(child.get("weight", 1))
            plain = child.get("aggregate") == "sum" and "scale" not in child and child.get("passes", "score") == "score"
            if adding and not plain:
                weight *= self.bank.handed(child)
            elif part and (adding or "weight" not in child):
                weight *= part.inside
            yield weight, part

    def part(self, key):
        """Step 7; None where nothing below applies."""
        node = self.bank.nodes[key]
        parts = [(weight, part) for weight, part in self.parts(node) if part and weight]
        inside, way = sum(weight for weight, _part in parts), node.get("aggregate", "mean")
        if not inside or not all(self.part(child) for cell in node.get("cells", []) for child in cell["when"]):
            return None
        ends = [sum(weight * part[end] for weight, part in parts) / inside for end in range(3)]
        if way in ("min", "max", "product"):
            pick = {"min": min, "max": max, "product": math.prod}[way]
            ends[:2] = (pick(part[end] for _weight, part in parts) for end in range(2))
        if way == "table":
            found = product(*(self.may_reach(child["key"]) for child in node["children"]))
            scores = [looked_up(node["cells"], dict(levels)) / self.bank.scale(key) for levels in found]
            ends[:2] = min(scores), max(scores)
        return Part(*ends, inside)

    def may_reach(self, key):
        """A node with each of the levels that it may turn out to have, by key, or None for no level."""
        ends = sorted(-1 if at is None else at for at in (self.reached(key), self.best.reached(key)))
        return [(key, None if at < 0 else self.bank.levels[key][at]["key"]) for at in range(ends[0], ends[1] + 1)]

    def handed(self, key):
        """Step 8."""
        part, node = self.part(key), self.bank.nodes[key]
        if part and node.get("passes") == "target":
            full = self.bank.handed(node) / self.bank.scale(key)
            return part._replace(low=min(part.low / full, 1), high=min(part.high / full, 1))
        if part and node.get("passes") == "level":
            low, high = sorted(Fraction(of.reached(key) or 0) / self.bank.handed(node) for of in (self, self.best))
            return part._replace(low=low, high=high)
        return part

    def status(self, key):
        """Step 9."""
        part = self.part(key)
        if not part or self.bank.nodes[key].get("aggregate") == "none":
            return "unscored" if part else "not_assessed"
        return "scored" if part.coverage >= self.bank.minimum else "not_enough_answers"

    def reached(self, key):
        """Step 9: the number of the level."""
        part = self.part(key)
        levels = self.bank.levels[key] if part and part.coverage >= self.bank.minimum else []
        reached = next((at for at, level in enumerate(levels) if not self.holds(key, level)), len(levels))
        return reached - 1 if reached else None

    def holds(self, key, level):
        bound, own = level.get("lower", level.get("above")), "ladder" in self.bank.nodes[key]
        if bound is not None:
            points = self.part(key).low * self.bank.scale(key if own else self.bank.root)
            reached = points > Fraction(bound) if "above" in level else points >= Fraction(bound)
            if not reached or self.status(key) == "unscored":
                return False
        if own or (key == self.bank.root and not self.reading):
            return holds(level.get("gate", ALWAYS), self.fact) is True
        return "gate" not in level or Fraction(bound or 0) > 0

    def fact(self, name):
        family, _dot, key = name.partition(".")
        if family in ("answer", "profile", "unknown"):
            return self.asked.fact(name)
        if family == "level":
            return self.reached(key or self.bank.root)
        if family == "coverage" or self.status(key) != "scored":
            return self.part(key).coverage if family == "coverage" and self.part(key) else None
        if family == "node":
            return self.part(key).low * self.bank.scale(key)
        if family != "rank":
            raise NotImplementedError(name)
        families = [[child["key"] for child in node.get("children", [])] for node in self.bank.nodes.values()]
        beside = [each for family in families if key in family for each in family if self.status(each) == "scored"]
        return 1 + sum(self.part(each).low < self.part(key).low for each in beside)

    def result(self, key):
        part, status, at, scale = self.part(key), self.status(key), self.reached(key), self.bank.scale(key)
        low, high = (part.low * 100, part.high * 100) if part and status != "unscored" else (None, None)
        score, level = low if status == "scored" else None, None if at is None else self.bank.levels[key][at]["key"]
        return Result(status, score, low, high, part and part.coverage, scale, score and score * scale / 100, level)


def looked_up(cells, levels):
    fitting = (cell for cell in cells if all(levels[child] in keys for child, keys in cell["when"].items()))
    return Fraction(next(fitting, {"score": 0})["score"])


def recompute(bank, answers, scope="full"):
    """By reading, the main score under None: the result of every node; and the questions that are asked."""
    asked, readings = Asked(bank.document, answers, scope), [each["key"] for each in bank.document.get("readings", [])]
    scores = {reading: Scores(bank, asked, reading) for reading in (None, *readings)}
    return {name: {key: of.result(key) for key in bank.nodes} for name, of in scores.items()}, list(asked.states)


def shown(points, decimals=1, rounding="half_up"):
    """Step 13."""
    scaled = points * 10**decimals
    return float(Fraction(math.floor(scaled + Fraction(1, 2) if rounding == "half_up" else scaled), 10**decimals))


def unlike(bank, node, own):
    """What the file says otherwise of a node; it writes points rounded, and none in a second reading."""
    exact = {name: text and Fraction(text) for name, text in node["exact"].items() if name in Result._fields}
    level = bank.levels[node["key"]][node["level"]]["key"] if isinstance(node["level"], int) else node["level"]
    theirs = own._replace(
        **exact | ({"score": None} if node["score"] is None else {}), status=node["status"], level=level
    )
    points = own.points and shown(own.points, **bank.document.get("display", {}))
    theirs = theirs._replace(points=own.points if node.get("points", points) == points else node["points"])
    return [f"{name} {a}, not {b}" for name, a, b in zip(Result._fields, theirs, own, strict=True) if a != b]


def differences(bank, result, answers):
    """The name of every node, in every reading, with what differs; at last the questions asked."""
    mine, visible = recompute(bank, answers, result["scope"])
    for reading, nodes in {None: result["nodes"], **result["readings"]}.items():
        theirs = {node["key"]: node for node in nodes}
        for key, own in mine[reading].items():
            yield f"{reading or 'score'}.{key}", unlike(bank, theirs[key], own) if key in theirs else ["is missing"]
    yield "asked", [] if result["visible"] == visible else [f"{result['visible']}, not {visible}"]


def main(bank, result, *answers):
    bank, result, *answers = (json.loads(Path(name).read_text(encoding="utf-8")) for name in (bank, result, *answers))
    found = list(differences(Bank(bank), result, *answers or [result["answers"]]))
    sys.stdout.writelines(f"{name}: {'; '.join(unlike) or 'agrees'}\n" for name, unlike in found)
    return int(any(unlike for _name, unlike in found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
