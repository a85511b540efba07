"""A table of offerings: what is read, what is refused and where, and what it does to the catalogue."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import CommandError
from openpyxl import load_workbook
from xlsxwriter import Workbook

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank, release_bank
from assessment.bank.faults import DocumentError
from recommendations.catalogue.actions import Named, load_catalogue
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.imports.actions import import_draft, import_offerings, keep_draft
from recommendations.catalogue.imports.outcomes import Imported, Outcome
from recommendations.catalogue.imports.preview import NoBank, Preview, preview_of
from recommendations.catalogue.imports.template import offerings_table
from recommendations.catalogue.models import ImportDraft, Offering, Provider
from tests.catalogue.samples import catalogue, catalogue_bank, offering, provider
from tests.catalogue.test_catalogue_command import run
from tests.playbook.samples import worked_examples

HEADERS = [
    *["provider", "provider name en", "provider kind", "provider source en", "key", "kind", "category", "title en"],
    *["summary en", "price model", "price minimum", "price maximum", "valid_from", "source en"],
]
LINE = ["p2", "New Ltd", "consultancy", "Fair", "kit", "product", "help", "Kit", "A kit.", "project", 100, 200]
LINE += ["2026-01-01", "List of 2026"]


def line(**changes: object) -> list[object]:
    """This function will return the sound line with other values under some headers."""
    by_header = dict(zip(HEADERS, LINE, strict=True)) | {name.replace("_of_", " "): changes[name] for name in changes}
    return [by_header[header] for header in HEADERS]


def csv_of(*lines: Sequence[object], headers: Sequence[str] = HEADERS, encoding: str = "utf-8") -> bytes:
    return "\r\n".join(",".join(map(str, each)) for each in [headers, *lines]).encode(encoding)


def xlsx_of(*lines: Sequence[object], headers: Sequence[str] = HEADERS, sheet: str = "offerings") -> bytes:
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet(sheet)
    for row, values in enumerate([headers, *lines]):
        for column, value in enumerate(values):
            page.write(row, column, value)
    book.close()
    return stream.getvalue()


@pytest.fixture(autouse=True)
def known(db: None) -> None:
    bank = catalogue_bank(examples=worked_examples())
    release_bank(bank=load_bank(document=bank))
    document = CatalogueDocument.model_validate(
        catalogue(provider("p", offering("one"), offering("two", discount={"percent": 10}, languages=["en"])))
    )
    load_catalogue(files=[Named("known.yaml", document, bank)])


def outcomes(preview: Preview) -> list[tuple[int, str, str]]:
    return [(verdict.number, verdict.outcome.value, verdict.offering) for verdict in preview.verdicts]


def faults(preview: Preview) -> list[str]:
    return [*map(str, preview.faults), *(str(fault) for verdict in preview.verdicts for fault in verdict.faults)]


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


def test_unknown_header_is_named_and_nothing_can_be_taken() -> None:
    content = csv_of([*LINE, "x"], headers=[*HEADERS, "price minimun"])
    preview = preview_of(content, "t.csv")
    assert [str(fault) for fault in preview.faults] == [
        "offerings!O1 (price minimun): is not known here; did you mean price minimum?"
    ]
    with pytest.raises(DocumentError):
        import_offerings(content=content, name="t.csv", skip_faulty=True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no line"),
        (b"\xff\xff\xff", "is neither UTF-8 nor GB 18030; save it as “CSV UTF-8”"),
        (b"a,b\n\x00", "contains"),
        (b"PK\x03\x04junk", "is damaged or incomplete"),
        (b'provider,key\n"open', "is no table of comma-separated values"),
        (b"x" * (16 * 1024 * 1024 + 1), "is larger than 16 MiB; split it"),
    ],
)
def test_file_that_is_no_table_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as refused:
        preview_of(content, "t.csv")
    assert message in str(refused.value)


def test_catalogue_comes_out_as_a_table_that_changes_nothing_when_it_comes_in_again() -> None:
    table = offerings_table("en", with_offerings=True)
    assert table == offerings_table("en", with_offerings=True)
    assert outcomes(preview_of(table, "all.xlsx")) == [(2, "unchanged", "one"), (3, "unchanged", "two")]


def test_empty_table_names_every_column_and_the_words_that_may_stand_there() -> None:
    book = load_workbook(BytesIO(offerings_table("zh-hans", with_offerings=False)))
    headers = [cell.value for cell in book["offerings"][1]]
    assert {"provider key", "title zh-hans", "discount percent", "valid_until", "outcome en"} <= set(headers)
    words = [[cell.value for cell in row] for row in book["# words"].iter_rows()]
    assert ["category", "help", "〔Help〕"] in words
    assert ["regions", "north", "〔North〕"] in words


def test_preview_asks_as_often_for_many_lines_as_for_one(django_assert_num_queries: object) -> None:
    preview_of(csv_of(line()), "t.csv")  # reads the bank, which the process remembers
    with django_assert_num_queries(14):  # type: ignore[operator]
        preview_of(csv_of(line()), "t.csv")
    with django_assert_num_queries(14):  # type: ignore[operator]
        preview_of(csv_of(*(line(key=f"kit-{number}") for number in range(30))), "t.csv")


def test_kept_file_is_taken_once_and_recorded_and_old_ones_are_forgotten(time_machine: object) -> None:
    user = User.objects.create_user("editor@example.org")
    time_machine.move_to("2026-11-01")  # type: ignore[attr-defined]
    keep_draft(content=b"x", name="forgotten.csv", by=user)
    time_machine.move_to("2026-11-03")  # type: ignore[attr-defined]
    draft = keep_draft(content=csv_of(line()), name="t.csv", by=user)
    assert list(ImportDraft.objects.values_list("name", flat=True)) == ["t.csv"]
    assert import_draft(draft=draft, skip_faulty=False, by=user) == Imported(1, 0, 0)
    assert not ImportDraft.objects.exists()
    event = AuditEvent.objects.get(event="catalogue.imported")
    assert (event.actor, event.details) == (user, {"created": 1, "updated": 0, "left_out": 0})


def test_refused_file_stays_kept() -> None:
    user = User.objects.create_user("editor@example.org")
    draft = keep_draft(content=csv_of(line(kind="gift")), name="t.csv", by=user)
    with pytest.raises(DocumentError):
        import_draft(draft=draft, skip_faulty=False, by=user)
    assert ImportDraft.objects.filter(pk=draft.pk).exists()


def test_without_categories_there_is_nothing_to_check_against() -> None:
    Offering.objects.all().delete()
    Offering._meta.get_field("category").related_model.objects.all().delete()
    with pytest.raises(NoBank):
        preview_of(csv_of(line()), "t.csv")


def test_command_says_what_would_happen_then_does_it(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(csv_of(line(), line(key="bad", kind="gift")))
    with pytest.raises(CommandError) as doubtful:
        run("import", table, "--dry-run")
    said = str(doubtful.value).splitlines()
    assert doubtful.value.returncode == 1
    assert (said[0], said[-1]) == ("2  new  p2/kit", "1 new, 0 changed, 0 unchanged, 1 faulty")
    assert said[1].startswith("3  faulty  p2/  offerings!F3 (kind): ")
    with pytest.raises(CommandError) as refused:
        run("import", table)
    assert (refused.value.returncode, Offering.objects.count()) == (2, 2)
    assert run("import", table, "--skip-faulty") == "1 offerings are new, 0 replaced, 1 faulty lines left out.\n"


def test_command_exports_what_it_imports(tmp_path: Path) -> None:
    table = tmp_path / "all.xlsx"
    assert run("export", table) == f"Wrote {table}.\n"
    assert run("import", table, "--dry-run") == "0 new, 0 changed, 2 unchanged, 0 faulty\n"
    with pytest.raises(CommandError, match="cannot be written"):
        run("export", tmp_path / "nowhere" / "t.xlsx")
