from django.utils.translation import override

from assessment.responses.models import Assessment
from assessment.responses.queries import result_of
from recommendations.catalogue.contact.shared import Line, Part, Sharable, fingerprint, sharable
from recommendations.catalogue.models import Offering


def offered(assessment: Assessment, offering: Offering, locale: str = "en") -> Sharable:
    result = result_of(assessment)
    assert result is not None
    with override(locale):
        return sharable(assessment, result, offering, locale)


def test_parts_say_what_the_result_page_says(assessment: Assessment, offering: Offering) -> None:
    found = offered(assessment, offering)
    assert found.enterprise == "Hengda Precision Parts (sample)"
    assert found.region == "jiangsu"
    assert {part.key: part.lines for part in found.parts} == {
        Part.SECTOR: (Line("Sector", "General machinery and parts (C34)"),),
        Part.REGION: (Line("Region", "Jiangsu"),),
        Part.SIZE: (Line("Size class", "Small"),),
        Part.RESULT: (Line("Level", "Standardised"), Line("Overall score", "42.0 of 100 points")),
        Part.BARRIERS: (
            Line("Equipment and networks", "45.8 of 100 points"),
            Line("R&D and production", "37.5 of 100 points"),
            Line("Cost and funding", "38.2 of 100 points"),
            Line("Talent and organisation", "46.3 of 100 points"),
        ),
    }


def test_actions_are_those_that_point_to_this_kind_of_help(assessment: Assessment, offering: Offering) -> None:
    assert offered(assessment, offering).actions == {
        "A02": "Connect three to five bottleneck machines",
        "A05": "Put key operations under computer control",
        "A06": "Check machines by phone and measure effective running time",
    }


def test_snapshot_holds_the_name_and_what_was_chosen(assessment: Assessment, offering: Offering) -> None:
    found = offered(assessment, offering)
    assert found.snapshot([], "") == {
        "format": "fourfold-contact/1",
        "enterprise": "Hengda Precision Parts (sample)",
        "lines": [],
    }
    assert found.snapshot(["region", "result"], "A02")["lines"] == [
        {"label": "Region", "value": "Jiangsu"},
        {"label": "Level", "value": "Standardised"},
        {"label": "Overall score", "value": "42.0 of 100 points"},
        {"label": "Action it is about", "value": "Connect three to five bottleneck machines"},
    ]


def test_snapshot_is_in_the_language_of_the_enterprise(assessment: Assessment, offering: Offering) -> None:
    found = offered(assessment, offering, "zh-hans")
    with override("zh-hans"):
        assert found.snapshot(["region", "result"], "")["lines"] == [
            {"label": "地区", "value": "江苏"},
            {"label": "级别", "value": "规范级"},
            {"label": "总分", "value": "42.0分（满分100分）"},
        ]


def test_fingerprint_tells_snapshots_apart(assessment: Assessment, offering: Offering) -> None:
    found = offered(assessment, offering)
    one, other = found.snapshot(["region"], ""), found.snapshot(["sector"], "")
    assert fingerprint(one) == fingerprint(dict(reversed(one.items())))
    assert fingerprint(one) != fingerprint(other)
