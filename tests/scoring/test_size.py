"""The size class by published thresholds; those of industry (2011): 20/300/1000 people, 3/20/400 million yuan."""

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from tests.scoring.banks import Fields, answers, bank, fact, options, question, single, text


def rule(*sectors: str, **classes: tuple[int | None, int | None]) -> Fields:
    return {
        "sectors": list(sectors),
        "classes": [{"size": size, "employees": people, "revenue": yuan} for size, (people, yuan) in classes.items()],
    }


SIZE = {
    "employees": "people",
    "revenue": "turnover",
    "sector": "sector",
    "labels": {size: text(size) for size in ("micro", "small", "medium", "large")},
    "smallest": "micro",
    "source": text("Published"),
    "rules": [
        rule("industry", small=(20, 300), medium=(300, 2000), large=(1000, 40000)),
        rule(small=(10, None), medium=(100, None), large=(300, None)),
    ],
}


def sized(**fields: object) -> BankDocument:
    sector = question("sector", "single", options=options({"industry": None, "services": None}))
    return bank(
        single("A"),
        single("B", visible_if=fact("profile.size_class", "in", ["medium", "large"])),
        profile=(sector, question("people", "number"), question("turnover", "number")),
        size={**SIZE, **fields},
    )


@pytest.mark.parametrize(
    ("sector", "people", "turnover", "size"),
    [
        ("industry", 1000, 40000, "large"),
        ("industry", 999, 40000, "medium"),
        ("industry", 1000, 39999, "medium"),
        ("industry", 300, 2000, "medium"),
        ("industry", 5000, 299, "micro"),
        ("industry", 86, 4200, "small"),
        ("industry", 20, 300, "small"),
        ("industry", 19, 300, "micro"),
        ("industry", 19, None, "micro"),
        ("industry", None, 299, "micro"),
        ("industry", 86, None, None),
        ("industry", None, 300, None),
        ("services", 300, None, "large"),
        ("services", 9, None, "micro"),
        ("unknown", 300, 300, None),
        (None, 300, 300, None),
    ],
)
def test_size_class(sector: str | None, people: int | None, turnover: int | None, size: str | None) -> None:
    raw = {"sector": sector, "people": people, "turnover": turnover}
    document = sized()
    given = answers(document, **{key: value for key, value in raw.items() if value is not None})
    assert Scorer(document).score(given).size_class == size
    assert Scorer(document).facts(given).get("profile.size_class") == size


def test_size_class_decides_what_is_asked() -> None:
    document = sized()
    small = answers(document, sector="industry", people=50, turnover=500)
    medium = answers(document, sector="industry", people=500, turnover=5000)
    assert [("B" in Scorer(document).visible(each)) for each in (small, medium)] == [False, True]


def test_without_a_default_rule_the_first_one_serves() -> None:
    document = sized(rules=[SIZE["rules"][0]])
    assert Scorer(document).score(answers(document, sector="services", people=20, turnover=300)).size_class == "small"


def test_bank_without_a_size_rule_has_no_size_class() -> None:
    document = bank(single("A"))
    assert Scorer(document).score(answers(document, A="full")).size_class is None
