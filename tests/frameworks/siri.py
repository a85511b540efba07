"""A profile after the Smart Industry Readiness Index: 3 building blocks, 16 dimensions, 6 bands, no overall score.

Structure: coretecs.be, "Taking a closer look at the SIRI maturity assessment" (2022-12-06); names of bands: the
assessment matrix in the index's white paper (both read 2026-11-22). The questions are our own.
"""

from assessment.scoring.document import BankDocument
from tests.frameworks.documents import Fields, choice, measures, node, text, worth

INTEGRATION = ["Undefined", "Defined", "Digital", "Integrated", "Automated", "Intelligent"]
AUTOMATION = ["None", "Basic", "Advanced", "Full", "Flexible", "Converged"]
CONNECTIVITY = ["None", "Connected", "Interoperable", "Interoperable and secure", "Real-time", "Scalable"]
INTELLIGENCE = ["None", "Computerised", "Visible", "Diagnostic", "Predictive", "Adaptive"]
LEARNING = ["Informal", "Structured", "Continuous", "Integrated", "Adaptive", "Forward-looking"]
LEADERSHIP = ["Unfamiliar", "Limited understanding", "Informed", "Semi-dependent", "Independent", "Adaptive"]
COLLABORATION = ["Informal", "Communicating", "Cooperating", "Coordinating", "Collaborating", "Integrated"]
STRATEGY = ["None", "Formalisation", "Development", "Implementation", "Scaling", "Adaptive"]
LADDERS = {
    "integration": INTEGRATION,
    "automation": AUTOMATION,
    "connectivity": CONNECTIVITY,
    "intelligence": INTELLIGENCE,
    "learning": LEARNING,
    "leadership": LEADERSHIP,
    "collaboration": COLLABORATION,
    "strategy": STRATEGY,
}
# Building block → dimension → whose bands it has.
BLOCKS = {
    "process": {"vertical": "integration", "horizontal": "integration", "life_cycle": "integration"},
    "technology": {
        f"{pillar}_{place}": pillar
        for pillar in ("automation", "connectivity", "intelligence")
        for place in ("shop_floor", "enterprise", "facility")
    },
    "organisation": {
        "workforce_learning": "learning",
        "leadership_competency": "leadership",
        "inter_and_intra_company": "collaboration",
        "strategy_and_governance": "strategy",
    },
}
DIMENSIONS = {dimension: ladder for dimensions in BLOCKS.values() for dimension, ladder in dimensions.items()}
BANDS = [f"band_{band}" for band in range(6)]


def _title(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _dimension(key: str, ladder: str) -> Fields:
    return node(key, _title(key), scale=5, ladder=ladder, measures=measures(f"Q_{key}"))


def _levels(names: list[str]) -> list[Fields]:
    return [{"key": BANDS[band], "title": text(name), "lower": band} for band, name in enumerate(names)]


def _section(block: str, dimensions: dict[str, str]) -> Fields:
    options = worth("points", **{band: place for place, band in enumerate(BANDS)})
    questions = [choice(f"Q_{key}", f"{_title(key)}?", list(options)) for key in dimensions]
    return {"key": f"section_{block}", "title": text(_title(block)), "node": block, "questions": questions}


def _example(key: str, band: str, expected: int) -> Fields:
    expect = {dimension: {"points": expected, "level": band} for dimension in DIMENSIONS}
    expect |= {"profile": {"status": "unscored"}, "technology": {"status": "unscored"}}
    return {
        "key": key,
        "title": text(_title(key)),
        "answers": {f"Q_{each}": band for each in DIMENSIONS},
        "expect": expect,
    }


def siri() -> BankDocument:
    """This function will return the profile as a bank document."""
    blocks = [
        node(block, _title(block), aggregate="none", children=[_dimension(*each) for each in dimensions.items()])
        for block, dimensions in BLOCKS.items()
    ]
    return BankDocument.model_validate(
        {
            "slug": "industry-profile",
            "locales": ["en"],
            "title": text("Industry profile"),
            "display": {"decimals": 0},
            "sections": [_section(*each) for each in BLOCKS.items()],
            "tree": node("profile", "Profile", aggregate="none", children=blocks),
            "ladders": [{"key": key, "levels": _levels(names)} for key, names in LADDERS.items()],
            "examples": [
                _example("lowest", "band_0", 0),
                _example("middle", "band_3", 3),
                _example("highest", "band_5", 5),
            ],
        }
    )
