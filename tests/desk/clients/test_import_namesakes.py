"""New lines of a name that is there already are pointed out; faults are named as the table itself names its columns."""

import pytest
from django.test import Client as Browser

from assessment.accounts.models import Client, Workspace
from tests.desk.clients.conftest import Add
from tests.desk.clients.test_imports import faults, taken, uploaded

CODE, OTHER_CODE = "91350100M000100Y43", "911100006000070005"


def test_same_name_is_said_and_still_taken(desk: Browser, add: Add) -> None:
    add("Four Gears Ltd")
    table = "Name\nfour gears\nMetal GmbH\nOther\nMetal\n"
    address, page = uploaded(desk, table)
    assert page.new is not None
    assert {line.entry.number: line.warning for line in page.new.shown if line.warning} == {
        2: "same name as the client Four Gears Ltd",
        5: "same name as line 3",
    }
    assert (page.alike, [line.entry.number for line in page.new.shown]) == (2, [2, 5, 3, 4])
    shown = desk.get(address).content.decode()
    assert "2 new lines have the name of a client or of another line" in shown
    assert "same name as line 3" in shown
    taken(desk, table)
    assert Client.objects.count() == 5


@pytest.mark.parametrize(("theirs", "warned"), [(OTHER_CODE, 0), ("", 1)])
def test_code_tells_namesakes_apart(desk: Browser, add: Add, theirs: str, warned: int) -> None:
    add("Gears", theirs)
    _address, page = uploaded(desk, f"Name,Credit code\nGears,{CODE}\n")
    assert page.alike == warned


def test_fault_names_the_header_of_the_table(desk: Browser, space: Workspace) -> None:
    _address, page = uploaded(desk, "公司,企业名称,信用代码,邮箱\n,齿轮,123,x\n".replace("公司,", "内部编号,"))
    assert [fault.partition(":")[0] for fault in faults(page)] == ["C2, 信用代码", "D2, 邮箱"]


def test_line_without_a_name_column_is_named_by_its_number(desk: Browser, space: Workspace) -> None:
    _address, page = uploaded(desk, "Reference\nR-1\n")
    assert faults(page) == ["line 2: is missing; a new client needs a name"]
