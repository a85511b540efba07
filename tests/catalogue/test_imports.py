"""A table of offerings: what is read, what is refused and where, and what it does to the catalogue."""

from datetime import date
from decimal import Decimal

import pytest

from assessment.bank.faults import DocumentError
from recommendations.catalogue.imports.actions import import_offerings
from recommendations.catalogue.imports.outcomes import Imported, Outcome
from recommendations.catalogue.imports.preview import preview_of
from recommendations.catalogue.imports.template import offerings_table
from recommendations.catalogue.models import Offering, Provider
from tests.catalogue.import_tables import HEADERS, LINE, csv_of, faults, known, line, outcomes, xlsx_of

__all__ = ["known"]


@pytest.mark.parametrize("content", [csv_of(line()), xlsx_of(line()), csv_of(line(), encoding="gb18030")])
def test_new_line_brings_offering_and_provider(content: bytes) -> None:
    assert outcomes(preview_of(content, "table")) == [(2, "new", "kit")]
    assert Offering.objects.count() == 2
    assert import_offerings(content=content, name="table") == Imported(created=1, updated=0, left_out=0)
    row = Offering.objects.select_related("provider__kind").get(key="kit")
    assert (row.provider.key, row.provider.name, row.provider.kind.key) == ("p2", {"en": "New Ltd"}, "consultancy")
    assert (row.price_minimum, row.price_maximum, row.valid_from) == (Decimal(100), Decimal(200), date(2026, 1, 1))
    assert "kit" in row.search_text and "new ltd" in row.search_text


def test_what_the_table_does_not_name_stays() -> None:
    import_offerings(content=csv_of(line()), name="t.csv")
    assert set(Offering.objects.values_list("provider__key", "key")) == {("p", "one"), ("p", "two"), ("p2", "kit")}


def test_known_provider_need_not_be_described_and_changes_are_told_before_they_happen() -> None:
    headers = ["provider", "key", "kind", "category", "title en", "title zh-hans", "summary en", "summary zh-hans"]
    headers += ["price model", "price minimum", "valid_from", "source en", "source zh-hans"]
    values = ["p", "one", "service", "help", "Offer one", "〔Offer one〕", "Somebody helps.", "〔Somebody helps.〕"]
    values += ["project", "900.5", "2026-01-01", "Made up.", "〔Made up.〕"]
    content = csv_of(values, headers=headers)
    (verdict,) = preview_of(content, "t.csv").verdicts
    told = {each.column: (each.before, each.after) for each in verdict.differences}
    assert (verdict.outcome, told["price from"]) == (Outcome.CHANGED, ('"1000.00"', '"900.5"'))
    assert import_offerings(content=content, name="t.csv") == Imported(created=0, updated=1, left_out=0)
    assert Offering.objects.get(key="one").price_minimum == Decimal("900.5")
    assert Provider.objects.get(key="p").source == {"en": "Made up.", "zh-hans": "〔Made up.〕"}


def test_change_of_a_known_provider_is_told_also_where_the_offering_is_new() -> None:
    import_offerings(content=csv_of(line()), name="t.csv")
    headers, values = [*HEADERS, "provider contact_email"], [*line(key="other"), "new@elsewhere.example"]
    (verdict,) = preview_of(csv_of(values, headers=headers), "t.csv").verdicts
    assert verdict.outcome is Outcome.NEW
    assert [(each.column, each.after) for each in verdict.differences] == [
        ("provider: e-mail address for requests", '"new@elsewhere.example"')
    ]


def test_titles_in_any_language_stand_for_their_keys() -> None:
    changed = line(category="〔Help〕", price_of_model="〔Fixed price〕", provider_of_kind="CONSULTANCY")
    assert import_offerings(content=csv_of(changed), name="t.csv").created == 1
    row = Offering.objects.select_related("category", "price_model", "provider__kind").get(key="kit")
    assert (row.category.key, row.price_model.key, row.provider.kind.key) == ("help", "project", "consultancy")


def test_line_in_one_language_comes_out_and_in_again() -> None:
    import_offerings(content=csv_of(line()), name="t.csv")
    table = offerings_table("en", with_offerings=True)
    assert [verdict.outcome for verdict in preview_of(table, "all.xlsx").verdicts] == [Outcome.UNCHANGED] * 3


def test_unchanged_lines_are_not_replaced() -> None:
    import_offerings(content=csv_of(line()), name="t.csv")
    assert import_offerings(content=csv_of(line(), line(key="b")), name="t.csv") == Imported(1, 0, 0)


def test_fault_of_a_provider_is_said_once() -> None:
    headers = [*HEADERS, "provider contact_email"]
    said = faults(preview_of(csv_of([*LINE, "nobody"], headers=headers), "t.csv"))
    assert said == ['offerings!O2 (provider contact_email): "nobody" is no e-mail address']


def test_missing_column_is_named_with_the_line() -> None:
    keep = [number for number, header in enumerate(HEADERS) if not header.startswith("price")]
    content = csv_of([LINE[number] for number in keep], headers=[HEADERS[number] for number in keep])
    assert faults(preview_of(content, "t.csv")) == ["offerings!2 (price): is missing"]


def test_chinese_headers_and_dates_of_excel_are_understood() -> None:
    headers = [
        "服务商编号",
        "服务商名称",
        "服务商类型",
        "服务商来源",
        "编号",
        "类型",
        "类别",
        "名称",
        "简介",
        "计价方式",
    ]
    headers += ["有效期起", "有效期止", "来源"]
    values = ["p3", "新公司", "consultancy", "展会", "kit", "product", "help", "套件", "一套。", "project"]
    content = xlsx_of([*values, date(2026, 1, 1), "2026年12月31日", "目录"], headers=headers, sheet="产品")
    assert import_offerings(content=content, name="t.xlsx").created == 1
    row = Offering.objects.get(key="kit")
    assert (row.title, row.valid_from, row.valid_until) == ({"zh-hans": "套件"}, date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        (line(category="nowhere"), 'offerings!G2 (category): "nowhere" is not known; known are: help, tools'),
        (
            line(provider_of_kind="wizard"),
            'offerings!C2 (provider kind): "wizard" is not known; known are: consultancy',
        ),
        (
            line(provider="p9", provider_of_name_of_en="", provider_of_kind="", provider_of_source_of_en=""),
            "offerings!A2",
        ),
        (line(price_of_minimum=300), "offerings!J2 (price model): the minimum is missing or above the maximum"),
        (line(price_of_minimum="=1+1"), "offerings!K2 (price minimum): holds a formula; paste its value"),
        (line(valid_from="soon"), "offerings!M2 (valid_from): "),
        (line(kind="gift"), "offerings!F2 (kind): "),
        (line(key=""), "offerings!E2 (key): is missing"),
    ],
)
def test_fault_names_its_cell_and_nothing_is_taken(changed: list[object], fault: str) -> None:
    content = csv_of(changed, line(key="good"))
    said = faults(preview_of(content, "t.csv"))
    assert said and said[0].startswith(fault)
    with pytest.raises(DocumentError) as refused:
        import_offerings(content=content, name="t.csv")
    assert fault in str(refused.value)
    assert set(Offering.objects.values_list("key", flat=True)) == {"one", "two"}


def test_sound_lines_may_be_taken_without_the_faulty_ones() -> None:
    content = csv_of(line(category="nowhere"), line(key="good"))
    assert import_offerings(content=content, name="t.csv", skip_faulty=True) == Imported(1, 0, 1)
    assert Offering.objects.filter(key="good", provider__name={"en": "New Ltd"}).exists()


def test_formula_in_a_workbook_is_refused() -> None:
    assert faults(preview_of(xlsx_of(line(price_of_minimum="=1+1")), "t.xlsx")) == [
        "offerings!K2 (price minimum): holds a formula; paste its value"
    ]


def test_fault_of_a_provider_is_one_of_all_its_lines() -> None:
    short = line(key="b", provider_of_name_of_en="", provider_of_kind="", provider_of_source_of_en="")
    assert faults(preview_of(csv_of(line(provider_of_kind="wizard"), short), "t.csv")) == [
        'offerings!C2 (provider kind): "wizard" is not known; known are: consultancy',
        "offerings!A3 (provider key): its provider is at fault in line 2",
    ]


def test_same_offering_twice_and_two_descriptions_of_a_provider_are_refused() -> None:
    said = faults(preview_of(csv_of(line(), line(provider_of_name_of_en="Newer Ltd"), line()), "t.csv"))
    assert said == [
        "offerings!E3 (key): stands in line 2 already",
        "offerings!A3 (provider key): says something else of the provider than line 2; say it once",
        "offerings!E4 (key): stands in line 2 already",
    ]
