"""The page of a brand: what is refused, proposed, kept, previewed and saved, and two owners at once."""

from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from assessment.accounts.models import User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from recommendations.report.brand.actions import Event
from recommendations.report.brand.forms import BrandForm
from recommendations.report.brand.queries import brand_of
from recommendations.report.models import Brand
from tests.report.brand.pictures import picture, saved

EN, ZH = "en", "zh-hans"


@pytest.fixture
def space(db: None, owner: User) -> Workspace:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=owner, role=WorkspaceRole.OWNER)
    return space


@pytest.fixture
def browser_of_owner(space: Workspace, owner: User, settings: Any) -> Client:
    settings.SECOND_FACTOR = "optional"
    client = Client(headers={"accept-language": "en"})
    client.force_login(owner)
    return client


def post(client: Client, **changes: Any) -> HttpResponse:
    data = {"colour": "#0b4f6c", "version": 0, f"cover_text_{EN}": "", f"cover_text_{ZH}": ""} | changes
    response = client.post(reverse("report:brand", args=["gear-advisers"]), data)
    assert isinstance(response, HttpResponse)
    return response


def upload(data: bytes, name: str = "logo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="image/png")


def errors_of(response: HttpResponse) -> dict[str, list[str]]:
    form: BrandForm = response.context["form"]  # type: ignore[attr-defined]
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_look_is_saved_and_recorded(browser_of_owner: Client, space: Workspace, owner: User) -> None:
    texts = {f"cover_text_{EN}": "For the city\r\nof Zhongshan", f"footer_{ZH}": " 齿轮咨询 \n 中山 "}
    response = post(browser_of_owner, logo=upload(saved(picture())), colour="7A1F3D", **texts)
    assert (response.status_code, response["Location"]) == (302, reverse("report:brand", args=["gear-advisers"]))
    brand = Brand.objects.get(workspace=space)
    assert (brand.colour, brand.cover_text, brand.footer, brand.version) == (
        "#7a1f3d",
        {EN: "For the city\nof Zhongshan"},
        {ZH: "齿轮咨询 中山"},
        1,
    )
    assert (bytes(brand.logo)[:8], brand.logo_width, brand.logo_height) == (b"\x89PNG\r\n\x1a\n", 400, 200)
    event = AuditEvent.objects.get(event=Event.BRAND_CHANGED)
    assert (event.actor_id, event.object_id, event.details["changed"]) == (
        owner.pk,
        "gear-advisers",
        ["logo", "colour", "cover_text", "footer"],
    )


def test_logo_stays_until_it_is_replaced_or_removed(browser_of_owner: Client, space: Workspace) -> None:
    post(browser_of_owner, logo=upload(saved(picture())))
    first = bytes(brand_of(space).logo)
    post(browser_of_owner, version=1, colour="#000000")
    assert (bytes(brand_of(space).logo) == first, brand_of(space).colour) == (True, "#000000")
    post(browser_of_owner, version=2, remove_logo="on")
    assert (bytes(brand_of(space).logo), brand_of(space).logo_width) == (b"", 0)


def test_pale_colour_is_refused_with_its_ratio_and_a_button_takes_the_next_one(
    browser_of_owner: Client, space: Workspace
) -> None:
    """The logo that was sent with it is not lost."""
    response = post(browser_of_owner, logo=upload(saved(picture())), colour="#ff0000")
    assert (response.status_code, errors_of(response)) == (
        422,
        {"colour": ["White text on this colour reaches 3.99 to 1; at least 4.5 to 1 is needed to read it."]},
    )
    page = response.context["page"]  # type: ignore[attr-defined]
    assert (page.proposed, Brand.objects.count()) == ("#ee0000", 0)
    assert 'name="take" value="#ee0000"' in response.content.decode()
    post(browser_of_owner, kept_logo=page.kept, colour="#ff0000", take="#ee0000")
    assert (brand_of(space).colour, brand_of(space).logo_width) == ("#ee0000", 400)


BAD = {
    "svg": ({"logo": b"<svg/>"}, "logo"),
    "bomb": ({"logo": b"\x89PNG\r\n\x1a\n" + b"\0" * 100}, "logo"),
    "too heavy": ({"logo": b"\x89PNG" + b"\0" * (2 * 1024 * 1024)}, "logo"),
    "empty file": ({"logo": b""}, "logo"),
    "css": ({"colour": "#0b4f6c;}body{"}, "colour"),
    "no colour": ({"colour": ""}, "colour"),
    "no base64": ({"kept_logo": "!!!"}, "kept_logo"),
    "an Arabic digit": ({"kept_logo": "\u0663"}, "kept_logo"),
    "a noncharacter": ({"kept_logo": "\ufffe"}, "kept_logo"),
    "a kept svg": ({"kept_logo": b64encode(b"<svg/>").decode()}, "kept_logo"),
    "control": ({f"footer_{EN}": "a\x01b"}, f"footer_{EN}"),
    "four lines": ({f"cover_text_{EN}": "1\n2\n3\n4"}, f"cover_text_{EN}"),
    "too much Chinese": ({f"cover_text_{ZH}": "齿" * 150}, f"cover_text_{ZH}"),
    "long footer": ({f"footer_{EN}": "W" * 60}, f"footer_{EN}"),
    "version": ({"version": "x"}, "version"),
}


@pytest.mark.parametrize(("sent", "place"), BAD.values(), ids=BAD)
def test_bad_input_is_named_and_changes_nothing(
    sent: dict[str, Any], place: str, browser_of_owner: Client, space: Workspace
) -> None:
    data = {key: upload(value) if isinstance(value, bytes) else value for key, value in sent.items()}
    response = post(browser_of_owner, **data)
    assert (response.status_code, list(errors_of(response)), Brand.objects.count()) == (422, [place], 0)


def test_two_owners_at_once_overwrite_nothing_unseen(browser_of_owner: Client, space: Workspace) -> None:
    post(browser_of_owner, colour="#004400", **{f"footer_{EN}": "Theirs"})
    late = post(browser_of_owner, logo=upload(saved(picture())), colour="#440000", version=0)
    page, theirs = late.context["page"], late.context["theirs"]  # type: ignore[attr-defined]
    assert (late.status_code, page.colour, theirs.colour, bool(page.kept)) == (409, "#440000", "#004400", True)
    assert (brand_of(space).colour, brand_of(space).version) == ("#004400", 1)
    assert ("Theirs" in late.content.decode(), 'name="version" value="1"' in late.content.decode()) == (True, True)
    post(browser_of_owner, kept_logo=page.kept, colour="#440000", version=1)
    assert (brand_of(space).colour, brand_of(space).logo_width, brand_of(space).version) == ("#440000", 400, 2)


def test_preview_is_a_pdf_of_what_is_entered_and_saves_nothing(browser_of_owner: Client, space: Workspace) -> None:
    texts = {f"cover_text_{EN}": "Prepared for you", f"footer_{ZH}": "中山齿轮咨询"}
    response = post(browser_of_owner, logo=upload(saved(picture())), colour="#7a1f3d", preview="yes", **texts)
    assert (response.status_code, response["Content-Type"], Brand.objects.count()) == (200, "application/pdf", 0)
    pages = [page.extract_text() for page in PdfReader(BytesIO(response.content)).pages]
    assert (len(pages), "Prepared for you" in pages[0], "Gear Advisers" in pages[0]) == (4, True, True)
    assert ["中山齿轮咨询" in page for page in pages] == [False, False, True, True]


def test_look_of_a_workspace_is_only_for_its_owners(browser_of_owner: Client, space: Workspace, stranger: User) -> None:
    browser_of_owner.force_login(stranger)
    assert (post(browser_of_owner).status_code, Brand.objects.count()) == (404, 0)
