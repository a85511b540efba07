"""Whoever is signed in owns what they begin, and can begin again for an enterprise of theirs."""

from django.test import Client
from django.urls import reverse

from assessment.accounts.models import Enterprise, User
from assessment.bank.models import Release
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, RespondentToken
from tests.desk.mine.conftest import Begin, signed_in, with_key

START = reverse("responses:assessment-start")


def begun(client: Client, release: Release, **data: str) -> Assessment:
    response = client.post(START, {"bank": release.bank.slug, "scope": "full", **data})
    assert response.status_code == 302
    return Assessment.objects.order_by("-pk")[0]


def test_visitor_begins_without_an_owner(client: Client, release: Release) -> None:
    enterprise = begun(client, release, enterprise_name="New Ltd").enterprise
    assert (enterprise.owner, enterprise.claimed_at) == (None, None)


def test_signed_in_owns_at_once(release: Release, owner: User) -> None:
    enterprise = begun(signed_in(owner), release, enterprise_name="New Ltd").enterprise
    assert (enterprise.name, enterprise.owner, enterprise.claimed_at is not None) == ("New Ltd", owner, True)


def test_own_enterprise_with_a_result_gets_its_next_round(owned: Opened, owner: User, release: Release) -> None:
    chosen = str(owned.assessment.enterprise.public_id)
    page = signed_in(owner).get(reverse("responses:bank-show", args=[release.bank.slug]))
    assert page.context["form"].fields["enterprise"].choices == [
        (chosen, "Four Gears Ltd (yours)"),
        ("", "Another one, named below"),
    ]
    following = begun(signed_in(owner), release, enterprise=chosen)
    assert (following.follows, following.enterprise) == (owned.assessment, owned.assessment.enterprise)
    again = begun(signed_in(owner), release, enterprise=chosen)
    assert (again, Enterprise.objects.count()) == (following, 1)


def test_own_enterprise_with_a_draft_goes_on_with_it(begin: Begin, owner: User, release: Release) -> None:
    draft = begin(owner=owner).assessment
    assert begun(signed_in(owner), release, enterprise=str(draft.enterprise.public_id)) == draft
    assert RespondentToken.objects.filter(assessment=draft).count() == 2


def test_another_name_makes_another_enterprise(owned: Opened, owner: User, release: Release) -> None:
    other = begun(signed_in(owner), release, enterprise="", enterprise_name="Second Ltd").enterprise
    assert (other.name, other.owner, Enterprise.objects.count()) == ("Second Ltd", owner, 2)


def test_enterprise_of_somebody_else_cannot_be_chosen(
    owned: Opened, stranger: User, begin: Begin, release: Release
) -> None:
    begin("Own Ltd", owner=stranger)
    data = {"bank": release.bank.slug, "scope": "full", "enterprise": str(owned.assessment.enterprise.public_id)}
    response = signed_in(stranger).post(START, data)
    assert (response.status_code, Assessment.objects.count()) == (422, 2)
    nothing = signed_in(stranger).post(START, {"bank": release.bank.slug, "scope": "full"})
    assert nothing.context["form"].errors["enterprise_name"] == [
        "Enter a name for the enterprise; a made-up one will do."
    ]


def test_pages_offer_an_account_until_there_is_one(opened: Opened, owner: User) -> None:
    public_id = opened.assessment.public_id
    link = f'href="{reverse("desk:claim", args=[public_id])}"'
    pages = [reverse("responses:keep", args=[public_id]), reverse("responses:section", args=[public_id, "profile"])]
    client = with_key(opened.token)
    assert [link in client.get(page).content.decode() for page in pages] == [True, True]
    Enterprise.objects.update(owner=owner)
    assert [link in client.get(page).content.decode() for page in pages] == [False, False]
