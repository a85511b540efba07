"""The catalogue: public measures with their sources, and samples that can never be taken for real."""

from assessment.scoring.document import BankDocument
from recommendations.catalogue.document import CatalogueDocument
from tests.content.texts import LOCALES, texts_in


def test_nineteen_categories_and_the_public_measures(catalogue: CatalogueDocument) -> None:
    assert (len(catalogue.categories), len(catalogue.measures)) == (19, 17)


def test_every_measure_says_who_said_it_when_and_how_to_ask(catalogue: CatalogueDocument) -> None:
    bare = [measure.key for measure in catalogue.measures if not (measure.sources and measure.what and measure.how)]
    assert bare == []
    assert {source.date for measure in catalogue.measures for source in measure.sources} == {
        "2020-09-22",
        "2022-02-28",
        "2022-03-08",
        "2022-07",
        "2024-07-05",
    }


def test_public_part_names_no_provider_and_no_price(catalogue: CatalogueDocument) -> None:
    assert (catalogue.providers, catalogue.sample) == ([], False)


def test_every_text_in_both_languages(catalogue: CatalogueDocument, samples: CatalogueDocument) -> None:
    texts = [*texts_in(catalogue), *texts_in(samples)]
    assert [place for place, text in texts if set(text) != LOCALES or not all(text.values())] == []


def test_categories_name_what_exists(catalogue: CatalogueDocument) -> None:
    for named, known in (
        ("measures", catalogue.measures),
        ("provider_kinds", catalogue.provider_kinds),
        ("price_models", catalogue.price_models),
        ("deployments", catalogue.deployments),
    ):
        used = {key for category in catalogue.categories for key in getattr(category, named)}
        assert used - {each.key for each in known} == set()


def test_samples_are_marked_in_name_flag_and_source(samples: CatalogueDocument) -> None:
    assert (samples.sample, len(samples.providers)) == (True, 14)
    assert {provider.sample for provider in samples.providers} == {True}
    assert [p.key for p in samples.providers if not p.name["en"].startswith("Sample provider ")] == []
    assert [p.key for p in samples.providers if not p.name["zh-hans"].startswith("示例服务商")] == []


def test_samples_fill_every_category_and_kind(samples: CatalogueDocument, catalogue: CatalogueDocument) -> None:
    offerings = [offering for provider in samples.providers for offering in provider.offerings]
    assert len(offerings) == 34
    assert {offering.category for offering in offerings} == {category.key for category in catalogue.categories}
    assert {offering.kind for offering in offerings} == {kind.key for kind in catalogue.kinds}


def test_sample_offerings_use_known_words(
    samples: CatalogueDocument, catalogue: CatalogueDocument, bank: BankDocument
) -> None:
    sectors = {option.key for option in bank.sections[0].questions[0].options}
    for provider in samples.providers:
        assert provider.kind in {kind.key for kind in catalogue.provider_kinds}
        for offering in provider.offerings:
            assert offering.price.model in {model.key for model in catalogue.price_models}
            assert offering.deployment in {deployment.key for deployment in catalogue.deployments}
            assert set(offering.sectors) <= sectors


def test_a_diagnosis_can_be_had_for_nothing_and_for_money(samples: CatalogueDocument) -> None:
    offerings = [offering for provider in samples.providers for offering in provider.offerings]
    prices = {(one.key, one.price.maximum) for one in offerings if one.category == "diagnosis_roadmap"}
    assert prices == {("free-diagnosis", 0), ("plant-diagnosis", 20_000)}


def test_sample_offerings_have_a_term(samples: CatalogueDocument) -> None:
    offerings = [offering for provider in samples.providers for offering in provider.offerings]
    assert [one.key for one in offerings if one.valid_until is None or one.valid_until <= one.valid_from] == []
