from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client as Browser
from django.utils.translation import override
from openpyxl import load_workbook

from assessment.accounts.models import User
from assessment.responses.interview.offline.writing import write_form
from assessment.responses.models import Answer, AnswerImport, PrivateNote
from tests.responses.interview.conftest import Desk, make_desk

ANSWER, REASON, NOTE = "E", "F", "G"


class Workbook:
    """The form of an interview as somebody fills it."""

    def __init__(self, desk: Desk, locale: str = "en") -> None:
        with override(locale):
            self.book = load_workbook(BytesIO(write_form(desk.work(), locale)))
        self.sheet = self.book.worksheets[0]
        self.lines = {str(cell.value): cell.row for cell in self.sheet["A"] if cell.value}

    def fill(self, key: str, value: object, column: str = ANSWER) -> str:
        at = f"{column}{self.lines[key]}"
        self.sheet[at] = value
        return at

    def content(self) -> bytes:
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def upload(desk: Desk, at_desk: Browser, content: bytes, name: str = "form.xlsx") -> HttpResponse:
    return at_desk.post(desk.url("interview-import"), {"file": SimpleUploadedFile(name, content)})


def take(desk: Desk, at_desk: Browser, looked: HttpResponse, *keys: str) -> HttpResponse:
    look = looked.context["look"]
    chosen = keys or [row.key for row in look.rows]
    return at_desk.post(desk.url("interview-take"), {"sealed": look.sealed, "take": chosen})


def filled(desk: Desk) -> Workbook:
    form = Workbook(desk)
    form.fill("makes", "Option yes")
    form.fill("employees", 86)
    form.fill("E1", "I don’t know")
    form.fill("E2/sensors", "x")
    form.fill("E2/network", "✓")
    form.fill("E3/numerator", "4")
    form.fill("E3/denominator", 10)
    form.fill("T2/office", "Option never")
    form.fill("T2/shop", "Option often")
    form.fill("T3", "two\nlines")
    form.fill("T3", "seen it", REASON)
    form.fill("T3", "they hesitated", NOTE)
    return form


def test_a_filled_form_is_looked_at_and_taken(desk: Desk, at_desk: Browser) -> None:
    content = filled(desk).content()
    looked = upload(desk, at_desk, content, "mei.xlsx")
    assert [row.key for row in looked.context["look"].rows] == ["employees", "makes", "E1", "E2", "E3", "T2", "T3"]
    assert (looked.context["read"].faults, Answer.objects.count()) == ([], 0)
    assert take(desk, at_desk, looked)["Location"] == desk.url("interview")
    assert [(key, state, value, reason) for key, _version, state, value, reason in desk.verified()] == [
        ("E1", "unknown", None, ""),
        ("E2", "answered", ["sensors", "network"], ""),
        ("E3", "answered", {"numerator": "4", "denominator": "10"}, ""),
        ("T2", "answered", {"office": "never", "shop": "often"}, ""),
        ("T3", "answered", "two\nlines", "seen it"),
        ("employees", "answered", "86", ""),
        ("makes", "answered", "yes", ""),
    ]
    noted = AnswerImport.objects.get()
    assert (noted.file_name, noted.taken, noted.imported_by) == ("mei.xlsx", 7, desk.consultant)
    assert set(Answer.objects.values_list("device", flat=True)) == {noted.device}
    assert PrivateNote.objects.get().text == "they hesitated"


def test_the_same_file_twice_is_nothing_new(desk: Desk, at_desk: Browser) -> None:
    form = filled(desk)
    form.fill("T3", None, NOTE)
    take(desk, at_desk, upload(desk, at_desk, form.content()))
    again = upload(desk, at_desk, form.content())
    assert (again.context["look"].rows, again.context["look"].same_count) == ((), 7)
    assert b"Nothing new" in again.content


def test_the_form_of_now_reads_back_as_it_stands(desk: Desk, at_desk: Browser) -> None:
    take(desk, at_desk, upload(desk, at_desk, filled(desk).content()))
    for locale in ("en", "zh-hans"):
        looked = upload(desk, at_desk, Workbook(desk, locale).content())
        assert (looked.context["look"].rows, looked.context["look"].same_count) == ((), 7)


def test_only_what_is_ticked_is_taken(desk: Desk, at_desk: Browser) -> None:
    looked = upload(desk, at_desk, filled(desk).content())
    take(desk, at_desk, looked, "makes")
    assert [row[0] for row in desk.verified()] == ["makes"]
    assert take(desk, at_desk, looked, "no-such")["Location"] == desk.url("interview-import")


def test_a_change_says_what_stood_and_a_hidden_question_is_named(desk: Desk, at_desk: Browser) -> None:
    take(desk, at_desk, upload(desk, at_desk, filled(desk).content()), "makes", "E1")
    form = Workbook(desk)
    form.fill("makes", "Option no")
    form.fill("E1", "Option full")
    rows = {row.key: row for row in upload(desk, at_desk, form.content()).context["look"].rows}
    assert (str(rows["makes"].before), str(rows["makes"].after)) == ("Option yes", "Option no")
    assert [(key, rows[key].standing.value, rows[key].is_hidden) for key in ("makes", "E1")] == [
        ("makes", "changed", False),
        ("E1", "changed", True),
    ]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("makes", "perhaps", "is not on the list"),
        ("makes", "中文 Option yes", "is the answer of another language; choose from the list"),
        ("makes", "=1+1", "holds a formula; paste its value"),
        ("employees", "many", "Enter a number in digits, such as 12 or 12.5."),
        ("employees", "12,5", "Enter a number in digits, such as 12 or 12.5."),
        ("employees", True, "is not text; format the cell as text and type the value again"),
        ("E2/sensors", "maybe", "is no tick; write x or leave it empty"),
        ("E3/numerator", "4", "Enter a number in digits, such as 12 or 12.5."),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_cell(
    desk: Desk, at_desk: Browser, key: str, value: object, message: str
) -> None:
    form = Workbook(desk)
    at = form.fill(key, value)
    form.fill("T3", "fine")
    looked = upload(desk, at_desk, form.content())
    assert [(fault.at, fault.message) for fault in looked.context["read"].faults] == [(at, message)]
    assert [row.key for row in looked.context["look"].rows] == ["T3"]


def test_forms_of_others_are_refused(desk: Desk, at_desk: Browser, consultant: User) -> None:
    other = make_desk(consultant, desk.assessment.release, "Other Ltd")
    response = upload(desk, at_desk, Workbook(other).content())
    assert response.status_code == 422
    assert response.context["form"].errors["file"] == ["This form belongs to another assessment (Other Ltd)."]


def test_forms_of_older_questions_and_other_files_are_refused(desk: Desk, at_desk: Browser) -> None:
    form = Workbook(desk)
    meta = form.book["Fourfold"]
    meta["B4"] = "1.7"
    assert b"of older questions" in upload(desk, at_desk, form.content()).content
    del form.book["Fourfold"]
    assert b"not an interview form" in upload(desk, at_desk, form.content()).content
    for content in (b"", b"words", b"PK\x03\x04 broken"):
        assert upload(desk, at_desk, content).status_code == 422


def test_what_changed_since_the_look_stops_all(desk: Desk, at_desk: Browser) -> None:
    looked = upload(desk, at_desk, filled(desk).content())
    form = Workbook(desk)
    form.fill("makes", "Option no")
    take(desk, at_desk, upload(desk, at_desk, form.content()))
    assert take(desk, at_desk, looked)["Location"] == desk.url("interview-import")
    assert len(desk.verified()) == 1
    assert at_desk.post(desk.url("interview-take"), {"sealed": "nonsense", "take": "makes"}).status_code == 302


def test_texts_never_become_formulas(desk: Desk) -> None:
    desk.say(T3="=1+1")
    form = Workbook(desk)
    cell = form.sheet[f"D{form.lines['T3']}"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize(("locale", "said"), [("en", "Only if:"), ("zh-hans", "中文 Question")])
def test_the_paper_form_has_every_question(desk: Desk, at_desk: Browser, locale: str, said: str) -> None:
    at_desk.cookies["django_language"] = locale
    html = at_desk.get(desk.url("interview-print")).content.decode()
    assert html.count("<article>") == 9
    assert said in html
