"""Importing offerings through the browser: what staff see before and after, and that nobody else sees anything."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from recommendations.catalogue.models import ImportDraft, Offering
from tests.catalogue.import_tables import csv_of, known, line

__all__ = ["known"]  # the catalogue of these tests, too

CHOOSE = "desk:import-choose"


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("desk_keeper@example.org"))
    return client


def upload(client: Client, content: bytes, name: str = "table.csv") -> str:
    """This function will send a file and return the address it leads to."""
    response = client.post(reverse(CHOOSE), {"table": SimpleUploadedFile(name, content)})
    assert response.status_code == 302
    return str(response.headers["Location"])


def test_file_is_shown_before_anything_changes_and_then_taken(staff: Client) -> None:
    address = upload(staff, csv_of(line()))
    page = staff.get(address).content.decode()
    assert ("p2/kit" in page, "Nothing has changed yet." in page, Offering.objects.count()) == (True, True, 2)
    taken = staff.post(f"{address}take/", follow=True)
    assert "1 offering is new, 0 replaced, 0 faulty lines left out." in taken.content.decode()
    assert (Offering.objects.count(), ImportDraft.objects.count()) == (3, 0)


def test_faulty_lines_are_named_and_may_be_left_out(staff: Client) -> None:
    address = upload(staff, csv_of(line(kind="gift"), line(key="good")))
    assert "offerings!F2 (kind)" in staff.get(address).content.decode()
    refused = staff.post(f"{address}take/", follow=True)
    assert "Nothing was taken: mend the faulty lines, or leave them out." in refused.content.decode()
    assert Offering.objects.count() == 2
    staff.post(f"{address}take/", {"skip_faulty": "on"})
    assert set(Offering.objects.values_list("key", flat=True)) == {"one", "two", "good"}


def test_file_that_is_no_table_says_so(staff: Client) -> None:
    page = staff.get(upload(staff, b"PK\x03\x04junk", "t.xlsx")).content.decode()
    assert ("The table cannot be read" in page, "is damaged or incomplete" in page) == (True, True)


def test_text_of_a_file_is_never_markup(staff: Client) -> None:
    page = staff.get(upload(staff, csv_of(line(kind="<script>alert(1)</script>")), name="<b>.csv"))
    assert ("<script>alert" in page.content.decode(), "<b>.csv" in page.content.decode()) == (False, False)


def test_missing_file_is_asked_for(staff: Client) -> None:
    response = staff.post(reverse(CHOOSE))
    assert (response.status_code, "This field is required." in response.content.decode()) == (422, True)


def test_table_of_another_member_of_staff_does_not_exist(staff: Client) -> None:
    address = upload(staff, csv_of(line()))
    other = Client()
    other.force_login(User.objects.create_superuser("other@example.org"))
    assert (other.get(address).status_code, other.post(f"{address}take/").status_code) == (404, 404)


def test_long_tables_are_counted_and_cut(staff: Client) -> None:
    address = upload(staff, csv_of(*(line(key=f"kit-{number}") for number in range(203))))
    page = staff.get(address).content.decode()
    assert ("p2/kit-199" in page, "p2/kit-200" in page, "and 3 more" in page) == (True, False, True)


def test_catalogue_is_handed_out_as_a_workbook(staff: Client) -> None:
    response = staff.get(reverse("desk:offerings-export"))
    assert response.content.startswith(b"PK")
    assert response.headers["Content-Disposition"] == 'attachment; filename="offerings.xlsx"'
