"""Frameworks of this folder with one rule changed."""

from decimal import Decimal

from assessment.scoring.document import BankDocument
from tests.frameworks.documents import Fields, framework_data

MIXED = {"C11": 2, "C12": 3, "C13": 4, "C21": 3, "C22": 2, "C31": 4}


def anchored() -> BankDocument:
    """The same framework, but what does not apply stands for its target instead of leaving the mean."""
    data = framework_data("vda_isa") | {"slug": "vda-isa-anchored", "not_applicable": "target"}
    data["examples"][-1]["expect"] = {"policies": {"points": 2}, "people": {"points": 3}, "overall": {"points": "2.5"}}
    return BankDocument.model_validate(data)


def mixed_targets() -> BankDocument:
    """Targets that differ: maturity is cut in what an option is worth there, so that the mean stays on the scale 0 to 5."""
    data: Fields = framework_data("vda_isa") | {"slug": "vda-isa-mixed", "examples": []}
    for chapter in data["tree"]["children"]:
        chapter.pop("target")
        for control in chapter["children"]:
            target = MIXED[control["key"].upper()]
            cut = {f"m{points}": str(Decimal(min(points, target)) / 5) for points in range(6)}
            control |= {"target": target, "passes": "score"}
            control["measures"][0]["credits"] = cut
    data["tree"].pop("target")
    return BankDocument.model_validate(data)


def lower_of_two() -> BankDocument:
    """The same requirements, each as good as the worse of its tracks."""
    data = framework_data("two_tracks") | {"slug": "two-tracks-lower"}
    for domain in data["tree"]["children"]:
        for requirement in domain["children"]:
            requirement["aggregate"] = "min"
    # min(4, 1), min(5, 2); min(3, 1), min(4, 3), min(2, 1): (1 + 4)/3 and (1 + 9 + 1)/5
    mixed = {"govern": "1.6666667", "protect": "2.2", "overall": "1.9333333"}
    data["examples"][0]["expect"] = {key: {"points": points} for key, points in mixed.items()}
    return BankDocument.model_validate(data)
