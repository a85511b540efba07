"""Funding schemes: dated records that say where they were read, and samples that can never be taken for real."""

from datetime import date

from assessment.scoring.document import BankDocument
from recommendations.catalogue.check import Known
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.scheme_check import check_schemes, doubtful_schemes
from tests.content.texts import LOCALES, texts_in


def test_every_record_names_its_source_and_what_only_the_office_can_say(schemes: CatalogueDocument) -> None:
    assert len(schemes.schemes) == 6
    assert [one.key for one in schemes.schemes if not (one.sources and one.checks)] == []
    assert (schemes.sample, schemes.providers, schemes.categories) == (False, [], [])


def test_what_was_read_is_what_is_recorded(schemes: CatalogueDocument) -> None:
    terms = {one.key: (one.form, one.rate_percent, one.cap, one.valid_until) for one in schemes.schemes}
    assert terms == {
        "city-pilot-retrofit": ("grant", None, None, None),
        "zhongshan-level-2": ("grant", None, 300_000, date(2026, 12, 31)),
        "hangzhou-retrofit": ("grant", 40, 300_000, None),
        "dongguan-digital-loan": ("interest", None, 750_000, None),
        "pboc-technology-relending": ("loan", None, None, None),
        "suzhou-interest-award": ("interest", None, None, date(2021, 12, 31)),
    }


def test_second_hand_is_not_called_verified(schemes: CatalogueDocument) -> None:
    assert [one.key for one in schemes.schemes if one.verified_on is None] == ["hangzhou-retrofit"]
    assert {one.verified_on for one in schemes.schemes} == {date(2026, 11, 22), None}


def test_a_city_stands_as_the_place_and_its_province_among_the_regions(schemes: CatalogueDocument) -> None:
    cities = {"Zhongshan": "guangdong", "Hangzhou": "zhejiang", "Dongguan": "guangdong", "Suzhou": "jiangsu"}
    for one in schemes.schemes:
        city = one.title["en"].split(":")[0]
        if city in cities:
            assert one.place["en"] == city
            assert one.regions == [cities[city]]


def test_a_level_and_a_cap_for_once_stand_among_the_checks(schemes: CatalogueDocument) -> None:
    for key in ("city-pilot-retrofit", "zhongshan-level-2", "hangzhou-retrofit"):
        checks = " ".join(check["en"] for one in schemes.schemes if one.key == key for check in one.checks)
        assert ("official" in checks, "level 2" in checks, "once for each enterprise" in checks) == (True, True, True)


def test_nothing_is_wrong_and_only_one_amount_is_missing(
    schemes: CatalogueDocument, samples: CatalogueDocument, catalogue: CatalogueDocument, bank: BankDocument
) -> None:
    known = Known()
    known.learn(catalogue)
    assert check_schemes(schemes, bank, known) + check_schemes(samples, bank, known) == []
    assert [str(doubt) for doubt in doubtful_schemes(schemes)] == [
        "schemes[0]: neither a rate nor a cap: no amount can be shown",
        "schemes[2]: nobody has verified it",
    ]
    assert doubtful_schemes(samples) == []


def test_every_text_in_both_languages(schemes: CatalogueDocument) -> None:
    assert [place for place, text in texts_in(schemes) if set(text) != LOCALES or not all(text.values())] == []


def test_no_record_promises_anything(schemes: CatalogueDocument) -> None:
    words = " ".join(text["en"] for _place, text in texts_in(schemes)).lower()
    assert [word for word in ("guarantee", "you will get", "you get", "entitled") if word in words] == []


def test_sample_schemes_are_marked_in_name_granter_and_source(samples: CatalogueDocument) -> None:
    assert {one.title["en"].split(" — ")[0] for one in samples.schemes} == {"Sample scheme"}
    assert {one.title["zh-hans"].split("——")[0] for one in samples.schemes} == {"示例政策"}
    assert {one.granted_by["en"].split()[0] for one in samples.schemes} == {"Sample"}
    assert {source.text["en"] for one in samples.schemes for source in one.sources} == {"Made up for demonstration"}
