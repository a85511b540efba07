"""Tables of clients: looked at, taken, and handed out again."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from assessment.accounts.models import Client, Enterprise, Grant, User, Workspace
from assessment.audit.models import AuditEvent
from recommendations.catalogue.models import ImportDraft
from recommendations.desk.clients.imports import sheet
from recommendations.desk.clients.imports.page import ImportPage
from tests.desk.clients.conftest import Add, desk_address

CODE, OTHER_CODE = "91350100M000100Y43", "911100006000070005"
HEADS = "Name,Credit code,Reference,Contact name,Contact email,Contact phone,Language,Consultant,Next round on\n"


def uploaded(desk: Browser, content: bytes | str, name: str = "clients.csv") -> tuple[str, ImportPage]:
    """This function will upload a table and return where it can be looked at, and what is seen there."""
    data = content.encode() if isinstance(content, str) else content
    address = desk.post(desk_address("client-import"), {"table": SimpleUploadedFile(name, data)}).url
    return address, desk.get(address).context["page"]


def taken(desk: Browser, content: bytes | str, name: str = "clients.csv", **data: str) -> None:
    address, _page = uploaded(desk, content, name)
    desk.post(address, data)


def faults(page: ImportPage) -> list[str]:
    assert page.faulty is not None
    return [str(fault) for verdict in page.faulty.shown for fault in verdict.entry.faults]


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_new_line_adds_a_client_with_access(desk: Browser, consultant: User, space: Workspace) -> None:
    line = f"Gears,{CODE},R-1,Li Wei,li@gears.example,'+86 760 1,中文,Consultant@example.org,2027/11/01\n"
    taken(desk, HEADS + line)
    client = Client.objects.select_related("enterprise").get()
    assert (client.enterprise.name, client.enterprise.credit_code, client.reference) == ("Gears", CODE, "R-1")
    assert (client.contact_name, client.contact_email, client.contact_phone) == (
        "Li Wei",
        "li@gears.example",
        "+86 760 1",
    )
    assert (client.language, client.consultant, str(client.next_round_on)) == ("zh-hans", consultant, "2027-11-01")
    assert Grant.objects.get().workspace == space
    assert sorted(AuditEvent.objects.values_list("event", flat=True)) == ["client.added", "client.imported"]
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_chinese_headers_and_encodings_are_read(desk: Browser, encoding: str) -> None:
    text = f"企业名称,统一社会信用代码,联系人,得分\n中山齿轮有限公司,{CODE},王丽,46.3\n"
    taken(desk, text.encode(encoding))
    client = Client.objects.get()
    assert (client.enterprise.name, client.contact_name) == ("中山齿轮有限公司", "王丽")


def test_workbook_is_read_with_numbers_and_days_as_they_are_shown(desk: Browser) -> None:
    rows = ["Name", "Contact phone", "Next round on"], ["Gears", 13800000000, timezone.localdate()]
    taken(desk, workbook(*rows), "clients.xlsx")
    client = Client.objects.get()
    assert (client.contact_phone, client.next_round_on) == ("13800000000", timezone.localdate())


def test_lines_are_new_changed_or_as_before(desk: Browser, add: Add) -> None:
    by_code = add("Gears", CODE, contact_name="Li Wei", note="Stays")
    add("Same Ltd", reference="R-2")
    table = f"Name,Credit code,Reference,Contact name\n,{CODE},R-1,\nSame Ltd,,R-2,\nNew Ltd,,,\n"
    _address, page = uploaded(desk, table)
    assert (page.new.count, page.changed.count, page.unchanged.count, page.faulty.count) == (1, 1, 1, 0)
    change = page.changed.shown[0].differences[0]
    assert (change.column, change.before, change.after) == ("Reference", "", "R-1")
    assert Client.objects.count() == 2  # nothing has changed yet
    taken(desk, table)
    by_code.refresh_from_db()
    assert (by_code.reference, by_code.contact_name, by_code.note) == ("R-1", "Li Wei", "Stays")
    assert Client.objects.count() == 3


def test_reference_finds_a_client_and_fills_in_its_code(desk: Browser, add: Add) -> None:
    add("Gears", reference="R-1")
    taken(desk, f"Reference,Credit code,Name\nR-1,{CODE},Gears Ltd\n")
    assert Enterprise.objects.values_list("name", "credit_code").get() == ("Gears Ltd", CODE)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (",,,,,,,,\nNo name?,123,,,,,,,", "B3, Credit code: A unified social credit code has 18 characters"),
        (",,R-9,,,,,,", "a new client needs a name"),
        ("Gears,,,,no-address,,,,", "E2, Contact email: Enter a valid email address."),
        ("Gears,,,,,,Klingon,,", "G2, Language: is no language that is spoken here"),
        ("Gears,,,,,,,rival@example.org,", "H2, Consultant: is not the address of a consultant"),
        ("Gears,,,,,,,,2027-02-30", "I2, Next round on: is no day"),
        (f"{'x' * 201},,,,,,,,", "A2, Name: is longer than 200 characters"),
        ("=1+1,,,,,,,,", "A2, Name: holds a formula; paste its value"),
        (f"A,{CODE},,,,,,,\nB,{CODE},,,,,,,", "B3, Credit code: stands in line 2 already"),
    ],
)
def test_faults_name_their_cell_and_nothing_is_taken(
    desk: Browser, rival_space: Workspace, line: str, said: str
) -> None:
    address, page = uploaded(desk, HEADS + line + "\nSound Ltd,,,,,,,,\n")
    assert any(said in fault for fault in faults(page))
    answer = desk.post(address, follow=True).content.decode()
    assert "Nothing was taken" in answer
    assert not Client.objects.exists()
    desk.post(address, {"skip_faulty": "on"})
    assert "Sound Ltd" in set(Client.objects.values_list("enterprise__name", flat=True))


def test_lines_of_two_clients_and_of_claimed_or_closed_ones_are_refused(desk: Browser, add: Add, owner: User) -> None:
    add("Gears", CODE)
    add("Other", reference="R-2")
    closed, claimed = add("Closed", OTHER_CODE), add("Claimed", reference="R-3")
    Grant.objects.filter(enterprise=closed.enterprise).update(withdrawn_at=timezone.now())
    Enterprise.objects.filter(pk=claimed.enterprise_id).update(owner=owner)
    table = f"Name,Credit code,Reference\nGears,{CODE},R-2\nClosed,{OTHER_CODE},\nMine,,R-3\n"
    _address, page = uploaded(desk, table)
    assert [fault.partition(": ")[2] for fault in faults(page)] == [
        "is that of another client, Other",
        "this enterprise does not let you work for it",
        "is its owner’s to change; clear the cell",
    ]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "clients.csv", None),
        (b"\x00\x01", "clients.csv", "cannot be"),
        (b"PK\x03\x04broken", "clients.xlsx", "damaged"),
        (b"Colour\nred\n", "clients.csv", "is not known here"),
        (b"Name,Name\na,b\n", "clients.csv", "appears twice"),
        (("Name\n" + "Gears\n" * (sheet.MOST_ROWS + 1)).encode(), "clients.csv", "has more than 2001 lines"),
    ],
)
def test_what_is_no_table_says_so(desk: Browser, space: Workspace, content: bytes, name: str, said: str | None) -> None:
    response = desk.post(desk_address("client-import"), {"table": SimpleUploadedFile(name, content)}, follow=True)
    page = response.content.decode()
    assert response.status_code == (200 if said else 422)
    assert said is None or ("The table cannot be read" in page and said in page)


def test_large_file_is_refused(desk: Browser, space: Workspace) -> None:
    big = SimpleUploadedFile("clients.csv", b"x" * (sheet.LARGEST_FILE + 1))
    response = desk.post(desk_address("client-import"), {"table": big})
    assert (response.status_code, "larger than 2 MiB" in response.content.decode()) == (422, True)


def test_table_of_another_person_is_not_there(
    desk: Browser,
    browser_of: Callable[[User], Browser],
    rival_consultant: User,
    rival_space: Workspace,
    space: Workspace,
) -> None:
    address, _page = uploaded(desk, "Name\nGears\n")
    rival = browser_of(rival_consultant)
    assert rival.get(address).status_code == 404
    assert rival.get(address.replace("gear-advisers", "rival-advisers")).status_code == 404


@pytest.mark.parametrize(("name", "format_"), [("client-export", "xlsx"), ("client-export-csv", "csv")])
def test_export_is_taken_back_without_a_change(desk: Browser, add: Add, submit: Any, name: str, format_: str) -> None:
    hostile = "=HYPERLINK(1)" if format_ == "csv" else "=1+1"
    submit(add("中山齿轮", CODE, reference="+1", contact_phone="+86 760 1", contact_name="-x @y"))
    add(hostile, reference="@SUM(1)")
    response = desk.get(desk_address(name))
    _address, page = uploaded(desk, response.content, f"clients.{format_}")
    assert page.trouble == ()
    assert (page.unchanged.count, page.faulty.count, page.new.count, page.changed.count) == (2, 0, 0, 0)


def test_exported_texts_are_no_formulas_and_results_stand_beside(desk: Browser, add: Add, submit: Any) -> None:
    submit(add("=1+1"))
    text = desk.get(desk_address("client-export-csv")).content.decode("utf-8-sig")
    assert text.splitlines()[0].startswith("Name,Credit code,Reference")
    assert text.splitlines()[1].startswith("'=1+1,")
    assert ",14.3," in text
    book = load_workbook(BytesIO(desk.get(desk_address("client-export")).content))
    assert (book.active["A2"].value, book.active["A2"].data_type) == ("=1+1", "s")


def test_export_holds_what_is_searched_for_and_no_result_after_withdrawal(desk: Browser, add: Add, submit: Any) -> None:
    submit(add("Gears", CODE))
    add("Other")
    Grant.objects.filter(enterprise__name="Gears").update(withdrawn_at=timezone.now())
    text = desk.get(desk_address("client-export-csv"), {"q": "gears"}).content.decode("utf-8-sig")
    assert [line.split(",")[0] for line in text.splitlines()] == ["Name", "Gears"]
    assert CODE not in text
    assert "14.3" not in text


def test_template_has_every_column(desk: Browser, space: Workspace) -> None:
    text = desk.get(desk_address("client-import"), {"empty": "csv"}).content.decode("utf-8-sig")
    assert text == HEADS.replace("\n", "\r\n")
