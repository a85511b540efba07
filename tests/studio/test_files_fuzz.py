"""Whatever is done to a file, it is either refused with messages or looked at like any other; nothing is changed."""

import copy
import random
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from assessment.accounts.models import PlatformRole, User
from assessment.audit.models import AuditEvent
from assessment.bank.actions import load_bank
from assessment.bank.compile import compile_bank
from assessment.bank.faults import DocumentError
from assessment.bank.models import Bank, BankChange
from assessment.bank.yaml_writing import write_yaml
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook, PlaybookChange
from recommendations.playbook.xlsx.writing import write_texts_workbook, write_whole_workbook
from recommendations.studio.access import Workshop
from recommendations.studio.files.arriving import BankExists, arrival_of
from recommendations.studio.files.starting import example_documents
from recommendations.studio.files.trial import trial_of
from recommendations.studio.files.trial_page import trial_page
from tests.conftest import appoint

WORKBOOKS, YAMLS, BYTES = 100, 180, 60
LOCALES = ["en", "zh-hans"]
Sheets = dict[str, list[list[Any]]]
VALUES = [
    *[None, "", " ", 0, -1, 1.5, 10**15, 1e-9, True, "yes", "null", "是", "60 %", "x" * 5000, "=1+1", "{", "[a, b", "{a: b}"],
    *['{"fact": "answer.M01"}', '{"fact": "node.nowhere", "op": "lt", "value": 1}', '{"all": []}', "M01", "M02", "all"],
    *["machines", "my-bank", "single", "en", "zh-hans", "a.b", "1.10", "2024-13-45", "\u202e", "🙂", "Ａ", "key"],
]  # fmt: skip


@pytest.fixture
def workshop(db: None) -> Workshop:
    documents = example_documents()
    bank, playbook = load_bank(document=documents[0]), load_playbook(document=documents[1])
    return Workshop(bank, playbook, appoint("fuzzer", PlatformRole.EDITOR), True, False)


def plain(content: bytes) -> Sheets:
    """What stands in the cells of a workbook, without its looks."""
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book if sheet.title != "guide"}


def written(sheets: Sheets) -> bytes:
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def spoil_cells(chance: random.Random, sheets: Sheets) -> None:
    rows = sheets[chance.choice(list(sheets))]
    for _ in range(chance.randint(1, 4)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = chance.choice(VALUES)


def swap_cells(chance: random.Random, sheets: Sheets) -> None:
    rows = sheets[chance.choice(list(sheets))]
    one, other = chance.choice(rows), chance.choice(rows)
    first, second = chance.randrange(len(one)), chance.randrange(len(other))
    one[first], other[second] = other[second], one[first]


def spoil_sheets(chance: random.Random, sheets: Sheets) -> None:
    name = chance.choice(list(sheets))
    rows, kind = sheets[name], chance.randrange(5)
    if kind == 0:
        del sheets[name]
    elif kind == 1:
        sheets[chance.choice(["Sheet", name[:-1] or "x", f"# {name}", "题目"])] = sheets.pop(name)
    elif kind == 2:
        column = chance.randrange(len(rows[0]))
        sheets[name] = [row[:column] + row[column + 1 :] for row in rows]
    elif kind == 3:
        rows.remove(chance.choice(rows))
    else:
        rows.append(list(chance.choice(rows)))


def spoil_lines(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        kind = chance.randrange(6)
        if kind == 0:
            lines[at] = lines[chance.randrange(len(lines))]
        elif kind == 1:
            del lines[at]
        elif kind == 2:
            lines[at] = "  " + lines[at]
        elif kind == 3:
            head, colon, _value = lines[at].partition(":")
            lines[at] = f"{head}{colon} {chance.choice(VALUES)}"
        elif kind == 4:
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
        else:
            lines.insert(at, lines[at])
    return "\n".join(lines)


def is_looked_at(workshop: Workshop, content: bytes, name: str, locale: str) -> bool:
    """Whether the file can be tried; a refusal must say something about it. Every third makes a whole page."""
    try:
        trial = trial_of(workshop, content, name)
        if len(content) % 3 == 0:
            trial_page(workshop, trial, locale)
    except DocumentError as error:
        assert error.faults and all(fault.message for fault in error.faults)
        return False
    return True


def everything() -> tuple[object, ...]:
    counts = [model.objects.count() for model in (Bank, Playbook, BankChange, PlaybookChange, AuditEvent, User)]
    return compile_bank(Bank.objects.get()), compile_playbook(Playbook.objects.get()), *counts


def test_spoilt_workbooks_are_refused_or_looked_at(workshop: Workshop) -> None:
    documents, before = example_documents(), everything()
    whole = plain(write_whole_workbook(*documents, [{"key": "mes", "title": {"en": "MES"}}]))
    texts = plain(write_texts_workbook(*documents))
    outcomes = []
    for seed in range(WORKBOOKS):
        chance = random.Random(seed)
        sheets = copy.deepcopy(chance.choice([whole, whole, whole, texts]))
        chance.choice([spoil_cells, spoil_cells, swap_cells, spoil_sheets])(chance, sheets)
        outcomes.append(is_looked_at(workshop, written(sheets or {"x": []}), "spoilt.xlsx", chance.choice(LOCALES)))
    assert set(outcomes) == {True, False}
    assert everything() == before


@pytest.mark.parametrize("which", [0, 1], ids=["bank", "playbook"])
def test_spoilt_yaml_is_refused_or_looked_at(workshop: Workshop, which: int) -> None:
    text, before = write_yaml(example_documents()[which]), everything()
    outcomes = []
    for seed in range(YAMLS // 2):
        spoilt = spoil_lines(random.Random(seed), text).encode()
        outcomes.append(is_looked_at(workshop, spoilt, "spoilt.yaml", "en"))
    assert {True, False} == set(outcomes)
    assert everything() == before


def test_spoilt_bytes_are_refused_or_looked_at(workshop: Workshop) -> None:
    content, before = write_whole_workbook(*example_documents()), everything()
    for seed in range(BYTES):
        chance = random.Random(seed)
        spoilt = bytearray(content)
        for _ in range(chance.randint(1, 30)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        cut = bytes(spoilt[: chance.choice([len(spoilt), chance.randrange(len(spoilt))])])
        is_looked_at(workshop, cut, "spoilt.xlsx", "en")
    assert everything() == before


@pytest.mark.parametrize("seed", range(10))
def test_spoilt_new_bank_is_refused_or_shown(workshop: Workshop, seed: int) -> None:
    text = write_yaml(example_documents()[0]).replace("slug: my-bank", "slug: another-bank")
    try:
        arrival_of(spoil_lines(random.Random(seed), text).encode(), "new.yaml", workshop.person)
    except DocumentError as error:
        assert error.faults
    except BankExists as error:
        assert error.slug == "my-bank"
    assert list(Bank.objects.values_list("slug", flat=True)) == ["my-bank"]
