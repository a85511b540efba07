"""Random banks that use whatever a bank document can say; the same in every run."""

from random import Random

from tests.independent.random_conditions import asked_before, condition, of_number_fact
from tests.independent.random_questions import (
    CREDITS,
    WEIGHTS,
    Fields,
    of_many,
    of_numbers,
    of_one,
    of_rows,
    options,
    question,
    text,
)
from tests.independent.recompute import Case

AGGREGATES = ["mean"] * 4 + ["sum"] * 4 + ["min", "max", "product", "table", "none"]
SIZE = {
    "employees": "people",
    "revenue": "turnover",
    "sector": "sector",
    "labels": {size: {"en": size} for size in ("micro", "small", "large")},
    "smallest": "micro",
    "source": {"en": "Invented"},
}


def profile(dice: Random) -> list[Fields]:
    yes_or_no = {"yes": None, "no": None}
    asked = [question(key, "yes_no", options=options(yes_or_no, "credit")) for key in ("p0", "p1")]
    asked.append(question("sector", "single", options=options({"a": None, "b": None, "c": None}, "credit")))
    return [*asked, *(question(key, "number", decimals=dice.randint(0, 1)) for key in ("people", "turnover"))]


def size(dice: Random) -> Fields:
    return SIZE | {"rules": [{"sectors": ["a"], "classes": classes(dice)}, {"sectors": [], "classes": classes(dice)}]}


def classes(dice: Random) -> list[Fields]:
    asked = dice.choice([("employees",), ("revenue",), ("employees", "revenue")])
    made = [{"size": "small"} | dict.fromkeys(asked, "10"), {"size": "large"} | dict.fromkeys(asked, "100")]
    return dice.sample(made, 2)


def scored_questions(dice: Random, readings: list[str], sized: bool) -> list[Fields]:
    made: list[Fields] = []
    for place in range(dice.randint(2, 8)):
        asked = dice.choice([of_one, of_one, of_many, of_rows, of_numbers])(dice, f"Q{place}")
        asked["core"] = dice.random() < 0.6
        asked["allow_not_applicable"] = dice.random() < 0.7
        if readings and dice.random() < 0.5:
            asked["reading"] = dice.choice(readings)
        if dice.random() < 0.3:
            asked["visible_if"] = condition(dice, lambda: asked_before(dice, made, sized))
        made.append(asked)
    return made


class Tree:
    """Makes the nodes of a bank, and the ladders that they name."""

    def __init__(self, dice: Random, asked: list[Fields], bank_levels: list[str]) -> None:
        self.dice, self.asked, self.bank_levels = dice, {each["key"]: each for each in asked}, bank_levels
        self.ladders: dict[str, Fields] = {}
        self.root = self.node("n", list(self.asked), depth=3)
        self.root.pop("weight", None)
        self.root.pop("passes", None)

    def node(self, key: str, keys: list[str], depth: int) -> Fields:
        dice = self.dice
        made: Fields = {"key": key, "title": text(key), "aggregate": dice.choice(AGGREGATES)}
        made |= dice.choice([{}, {"weight": dice.choice(WEIGHTS)}, {"weight": "1"}])
        if depth == 0 or len(keys) < 2 or dice.random() < 0.3:
            made["measures"] = self.some_aside([self.measure(question) for question in keys])
        else:
            cuts = sorted(dice.sample(range(1, len(keys)), dice.randint(1, min(2, len(keys) - 1))))
            ends = list(zip([0, *cuts], [*cuts, len(keys)], strict=True))
            overlap = dice.choice([0, 0, 1])
            children = [
                self.node(f"{key}{place}", keys[max(low - overlap, 0) : high], depth - 1)
                for place, (low, high) in enumerate(ends)
            ]
            made["children"] = self.some_aside(children)
        return self.finished(made)

    def some_aside(self, parts: list[Fields]) -> list[Fields]:
        """Some parts are shown and not counted, but never all of them."""
        aside = self.dice.random() < 0.25
        return [part | ({"weight": 0} if aside and self.dice.random() < 0.5 else {}) for part in parts[1:]] + parts[:1]

    def measure(self, key: str) -> Fields:
        dice, asked = self.dice, self.asked[key]
        made: Fields = {"question": key, "weight": dice.choice(WEIGHTS)}
        keys = [option["key"] for option in asked.get("options", [])]
        if keys and dice.random() < 0.25:
            name = dice.choice(["points", "credits"])
            worths = dice.choices([0, 1, 2, 4] if name == "points" else CREDITS, k=len(keys))
            alone = {option["key"] for option in asked["options"] if option["exclusive"]}
            made[name] = dict(zip(keys, worths, strict=True)) | {dice.choice(sorted({*keys} - alone)): 1}
            made[name] |= dict.fromkeys(alone, 0) if dice.random() < 0.5 else {}
        return made

    def finished(self, made: Fields) -> Fields:
        dice = self.dice
        if dice.random() < 0.45 or (made["aggregate"] == "none" and dice.random() < 0.5):
            made["ladder"] = f"l_{made['key']}"
            self.ladders[made["ladder"]] = {"key": made["ladder"], "levels": rungs(dice, dice.randint(2, 4))}
        elif self.ladders and dice.random() < 0.2:
            made["ladder"] = dice.choice(list(self.ladders))
        if made["aggregate"] == "table":
            if all(self.level_keys(child) for child in made.get("children", [])) and "children" in made:
                made["cells"] = self.cells(made["children"])
            else:
                made["aggregate"] = "mean"
        if dice.random() < 0.2:
            made["scale"] = dice.choice(["3", "5", "10", "7.5"])
        if dice.random() < 0.3 and made["aggregate"] != "none":
            made["target"] = "1"
        passes = ["score", "score"] + ["target"] * ("target" in made) + ["level"] * (len(self.level_keys(made)) > 1)
        return made | {"passes": dice.choice(passes)}

    def level_keys(self, node: Fields) -> list[str]:
        ladder = self.ladders.get(node.get("ladder", ""))
        return [level["key"] for level in ladder["levels"]] if ladder else self.bank_levels

    def cells(self, children: list[Fields]) -> list[Fields]:
        return [self.cell(children) for _ in range(self.dice.randint(1, 4))] + [
            {"when": {children[0]["key"]: self.level_keys(children[0])}, "score": 1}
        ]

    def cell(self, children: list[Fields]) -> Fields:
        dice = self.dice
        when = {}
        for child in dice.sample(children, dice.randint(1, len(children))):
            keys = self.level_keys(child)
            when[child["key"]] = dice.sample(keys, dice.randint(1, len(keys)))
        return {"when": when, "score": dice.choice(["0", "0.5", "1", "2", "2.5", "3"])}


def rungs(dice: Random, count: int) -> list[Fields]:
    return [{"key": f"k{place}", "title": text(f"k{place}")} for place in range(count)]


def below(node: Fields) -> list[Fields]:
    return [each for child in node.get("children", []) for each in (child, *below(child))]


class Numbers:
    """Fills in what has to fit the scales: targets, bounds and gates."""

    def __init__(self, dice: Random, bank: Fields, asked: list[Fields]) -> None:
        self.dice, self.asked, self.sized = dice, asked, "size" in bank
        nodes = [bank["tree"], *below(bank["tree"])]
        for node in reversed(nodes):
            if "target" in node:
                node["target"] = written(dice.choice([0.3, 0.5, 0.8, 1]) * self.scale(bank, node["key"]))
        self.scales = {node["key"]: self.scale(bank, node["key"]) for node in nodes}
        self.levels = {ladder["key"]: ladder["levels"] for ladder in bank["ladders"]} | {None: bank["levels"]}
        for node in nodes:
            if node.get("ladder") == f"l_{node['key']}":
                self.bound(self.levels[node["ladder"]], node, node.get("passes") == "level")
        self.bound(bank["levels"], bank["tree"], any(node.get("passes") == "level" for node in nodes))

    def scale(self, bank: Fields, key: str) -> float:
        return float(Case(bank, {}).nodes[key].scale)

    def bound(self, levels: list[Fields], node: Fields, everybody: bool) -> None:
        """Gives levels bounds and gates. A node without a number meets no bound, so it has gates alone."""
        shares = [
            0 if everybody or self.dice.random() < 0.8 else 4,
            *sorted(self.dice.sample(range(5, 95), len(levels))),
        ]
        unscored, gated = node["aggregate"] == "none", bool(below(node)) or not everybody
        for place, level in enumerate(levels):
            kind = self.dice.choice(["lower", "lower", "above", *["gate"] * (gated and bool(place))])
            if kind != "gate" and not unscored:
                level[kind if place else "lower"] = written(shares[place] * self.scales[node["key"]] / 100)
            if gated and place and (kind == "gate" or unscored or self.dice.random() < 0.3):
                level["gate"] = condition(self.dice, lambda: self.comparison(node, everybody))

    def comparison(self, node: Fields, handed: bool) -> Fields:
        """What a gate of the node may ask for: of one whose level is handed up, only scores below it."""
        dice, nodes = self.dice, below(node)
        if not handed and (not nodes or dice.random() < 0.15):
            return asked_before(dice, self.asked, self.sized)
        one = dice.choice(nodes)
        family = dice.choice(["node", "node", "level", "coverage", *["rank"] * (not handed)])
        fact, levels = f"{family}.{one['key']}", self.levels[one.get("ladder")]
        if family == "level" and levels:
            return of_number_fact(dice, fact, len(levels) - 1, 0)
        if family == "rank":
            among = next(len(each["children"]) for each in [node, *nodes] if one in each.get("children", []))
            return {"fact": fact, "op": dice.choice(["lte", "eq", "gte"]), "value": dice.randint(1, among)}
        top = {"coverage": 1.0}.get(family, self.scales[one["key"]])
        return of_number_fact(dice, fact if family != "level" else f"node.{one['key']}", top)


def written(value: float) -> str:
    return format(value, ".4f")


def random_bank(dice: Random) -> Fields:
    """This function will return a bank document as plain data; not every one is without faults."""
    readings = dice.choice([[], [], ["done", "sure"]])
    sized = dice.random() < 0.7
    asked = scored_questions(dice, readings, sized)
    levels = [] if dice.random() < 0.25 else rungs(dice, dice.randint(1, 4))
    tree = Tree(dice, asked, [level["key"] for level in levels])
    aimed = any("target" in node for node in [tree.root, *below(tree.root)])
    cut = dice.randint(1, len(asked))
    pages = [asked[:cut], [*asked[cut:], question("T", "text")]]
    sections = [{"key": "profile", "title": text("P"), "profile": True, "questions": profile(dice)}]
    sections += [{"key": f"s{place}", "title": text("S"), "questions": page} for place, page in enumerate(pages)]
    bank = {
        "slug": "random",
        "locales": ["en"],
        "title": text("Random"),
        "sections": sections,
        "tree": tree.root,
        "levels": levels,
        "ladders": list(tree.ladders.values()),
        "readings": [{"key": key, "title": text(key), "counts": dice.random() < 0.5} for key in readings],
        "minimum_coverage": dice.choice(["0", "0.5", "0.6", "1"]),
        "not_applicable": dice.choice(["excluded", "zero", "full", *["target"] * (3 * aimed)]),
        "display": {"decimals": dice.randint(0, 3), "rounding": dice.choice(["half_up", "truncate"])},
    } | ({"size": size(dice)} if sized else {})
    Numbers(dice, bank, asked)
    return bank
