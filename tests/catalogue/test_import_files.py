"""Whole files of offerings: what is no table, the way out and in again, what is kept, and the command."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import CommandError
from openpyxl import load_workbook

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.faults import DocumentError
from recommendations.catalogue.imports.actions import import_draft, import_offerings, keep_draft
from recommendations.catalogue.imports.outcomes import Imported
from recommendations.catalogue.imports.preview import NoBank, preview_of
from recommendations.catalogue.imports.template import offerings_table
from recommendations.catalogue.models import ImportDraft, Offering
from tests.catalogue.import_tables import HEADERS, LINE, csv_of, known, line, outcomes
from tests.catalogue.test_catalogue_command import run

__all__ = ["known"]


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
