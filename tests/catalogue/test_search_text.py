"""What is searched and how: folded alike on both sides, Chinese in parts of words, kept up to date."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recommendations.catalogue.actions import load_catalogue, save_providers
from recommendations.catalogue.document import Provider as WrittenProvider
from recommendations.catalogue.models import Offering, Provider, Term
from recommendations.catalogue.search_text import SearchTexts, folded, terms_in, words_near
from tests.catalogue.samples import BASE, catalogue, named, offering, provider
from tests.rules.samples import both


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("MES 系统", ["mes", "系统"]),
        ("ＭＥＳ、看板", ["mes", "看板"]),
        ("MES系统", ["mes", "系统"]),
        ("工厂5G专网", ["工厂", "5g", "专网"]),
        ("设备，联网；网关", ["设备", "联网", "网关"]),
        ("gauge, Gauge  GAUGE", ["gauge"]),
        ("　 、, ", []),
        ("100%", ["100%"]),
        ("Straße", ["strasse"]),
        (" ".join("abcdefghij"), list("abcdefgh")),
    ],
)
def test_terms_are_split_and_folded(typed: str, terms: list[str]) -> None:
    assert terms_in(typed) == terms


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        (["mes", "系统"], ["mes", "系统"]),
        (["质量追溯"], ["质量", "量追", "追溯"]),
        (["板"], ["板"]),
        (["100%"], ["100%"]),
        (["一二三四五六七八九十百千万亿元角分厘毫丝"], 16),
    ],
)
def test_words_near_are_pairs_of_chinese_characters(terms: list[str], words: list[str] | int) -> None:
    found = words_near(terms)
    assert (len(found) if isinstance(words, int) else found) == words


def test_folding_twice_changes_nothing() -> None:
    assert [folded(folded(text)) for text in ("Ａ㈱ß", "ﬁne", "İ")] == [folded(text) for text in ("Ａ㈱ß", "ﬁne", "İ")]


FULL = {
    "title": {"en": "Board", "zh-hans": "看板"},
    "outcome": both("Fewer faults"),
    "issue": both("City list no. 3"),
    "discount": {"percent": "12.5", "terms": both("In autumn")},
    "deployment": "onsite",
}


@pytest.mark.django_db
def test_text_holds_all_words_of_offering_provider_and_category_in_all_languages() -> None:
    load_catalogue(files=[named(catalogue(provider("p", offering("a", **FULL), summary=both("Old firm"))))])
    text = Offering.objects.get().search_text
    words = ["board", "看板", "fewer faults", "city list no. 3", "in autumn", "on site", "fixed price", "per project"]
    words += [
        "firm p",
        "old firm",
        "consultancy",
        "help",
        "people who help.",
        "service",
        "〔firm p〕",
        "somebody helps.",
    ]
    assert [word for word in words if word not in text] == []
    assert text == folded(text)


@pytest.mark.django_db
def test_text_follows_category_terms_and_provider() -> None:
    load_catalogue(files=[named(catalogue(provider("p", offering("a"))))])
    renamed = [BASE["categories"][0] | {"title": both("Assistance")}, BASE["categories"][1]]
    load_catalogue(files=[named(catalogue(categories=renamed, kinds=[{"key": "service", "title": both("Work")}]))])
    text = Offering.objects.get().search_text
    assert ("assistance" in text, "work" in text) == (True, True)
    later = WrittenProvider.model_validate(provider("p", offering("b"), name=both("Renamed")))
    save_providers(providers=[(later, False)])
    assert ["renamed" in row.search_text for row in Offering.objects.order_by("key")] == [True, True]


@pytest.mark.django_db
def test_only_texts_out_of_date_are_renewed() -> None:
    load_catalogue(files=[named(catalogue(provider("p", offering("a"), offering("b"))))])
    Offering.objects.filter(key="a").update(search_text="old")
    rows = Offering.objects.with_words().select_related("category").order_by("key")
    assert [row.key for row in SearchTexts().renewed(rows)] == ["a"]


@pytest.mark.django_db
def test_storing_asks_as_often_for_fifty_offerings_as_for_one() -> None:
    load_catalogue(files=[named(catalogue())])
    counts = []
    for count in (1, 3, 50):
        document = WrittenProvider.model_validate(provider("p", *(offering(f"o{n}") for n in range(count))))
        Provider.objects.all().delete()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            save_providers(providers=[(document, False)])
        counts.append(len([each for each in queries if not each["sql"].startswith("INSERT")]))
    assert counts == [counts[0]] * 3
    assert Term.objects.count() == 4
