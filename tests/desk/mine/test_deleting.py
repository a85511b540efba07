"""Deleting everything leaves nothing of the enterprise and everything of the others; half done is not done."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils.timezone import localdate

from assessment.accounts.models import Enterprise, User, Workspace
from assessment.audit.models import AuditEvent, ErasurePermit
from assessment.mail.models import Letter
from assessment.responses.actions import Opened
from assessment.responses.models import Answer, Assessment
from recommendations.catalogue.models import Category, Offering, Provider, Term, Vocabulary
from recommendations.desk.mine import deleting_views, forgetting
from recommendations.desk.mine.forgetting import delete_draft, delete_enterprise
from tests.desk.mine.conftest import Begin, signed_in, texts
from tests.desk.mine.everything import kept_models, make_everything, rows


@pytest.fixture
def offering(db: None) -> Offering:
    return make_offering()


@pytest.fixture
def filled(owned: Opened, advisers: Workspace, consultant: User, offering: Offering) -> Enterprise:
    make_everything(owned.assessment, advisers, consultant, offering)
    return owned.assessment.enterprise


def page(enterprise: Enterprise) -> str:
    return reverse("desk:mine-delete", args=[enterprise.public_id])


def test_nothing_is_left_and_all_of_another_enterprise_stays(
    filled: Enterprise, begin: Begin, advisers: Workspace, consultant: User, offering: Offering, owner: User
) -> None:
    mine = rows()
    other = begin("Other Ltd", owner=consultant, is_submitted=True)
    make_everything(other.assessment, advisers, consultant, offering)
    before = rows()
    theirs = {label: before[label] - mine[label] for label in before}
    assert [
        model._meta.label for model in kept_models() if not (mine[model._meta.label] and theirs[model._meta.label])
    ] == []
    client = signed_in(owner)
    response = client.post(page(filled), {"name": " Four  Gears Ltd "})
    assert (response["Location"], rows()) == (reverse("desk:mine"), theirs)
    assert (ErasurePermit.objects.count(), Workspace.objects.count()) == (0, 1)


def test_the_record_stays_and_says_who_deleted(filled: Enterprise, owner: User) -> None:
    count = AuditEvent.objects.filter(enterprise_id=filled.pk).count()
    delete_enterprise(enterprise=filled, by=owner)
    events = AuditEvent.objects.filter(enterprise_id=filled.pk)
    last = events.order_by("-pk").first()
    assert last is not None
    assert (last.event, last.actor, events.count() > count) == ("enterprise.deleted", owner, True)
    assert "Gears" not in str(list(events.values_list("details", "object_id")))


def test_providers_who_can_still_read_a_request_are_told(filled: Enterprise, owner: User, offering: Offering) -> None:
    Provider.objects.filter(pk=offering.provider_id).update(is_sample=False, contact_email="desk@provider.example")
    Letter.objects.all().delete()
    delete_enterprise(enterprise=filled, by=owner)
    assert list(Letter.objects.values_list("to", flat=True)) == ["desk@provider.example"]


def test_failure_in_the_middle_leaves_all(filled: Enterprise, owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    before, events = rows(), AuditEvent.objects.count()

    def fail(family: list[int]) -> None:
        raise IntegrityError

    monkeypatch.setattr(forgetting, "forget_enterprises", fail)
    with pytest.raises(IntegrityError):
        delete_enterprise(enterprise=filled, by=owner)
    assert (rows(), AuditEvent.objects.count(), ErasurePermit.objects.count()) == (before, events, 0)


@pytest.mark.parametrize("typed", ["", "four gears", "Four Gears Ltd.", "x" * 300])
def test_another_name_deletes_nothing(filled: Enterprise, owner: User, typed: str) -> None:
    before = rows()
    response = signed_in(owner).post(page(filled), {"name": typed})
    assert (response.status_code, rows()) == (422, before)


def test_page_counts_what_goes(filled: Enterprise, owner: User) -> None:
    counts = signed_in(owner).get(page(filled)).context["counts"]
    assert (counts.assessments, counts.versions, counts.results, counts.reports) == (2, 9, 2, 1)
    assert (counts.shares, counts.files, counts.items, counts.requests, counts.readable) == (1, 1, 1, 1, 1)
    assert (counts.accesses, counts.clients, counts.keys) == (1, 1, 1)


def test_only_the_owner_deletes(filled: Enterprise, consultant: User, stranger: User) -> None:
    typed = {"name": filled.name}
    assert [signed_in(each).post(page(filled), typed).status_code for each in (consultant, stranger)] == [404, 404]
    assert Enterprise.objects.filter(pk=filled.pk).exists()


def draft_page(enterprise: Enterprise, assessment: Assessment) -> str:
    return reverse("desk:mine-draft-delete", args=[enterprise.public_id, assessment.public_id])


def test_draft_goes_alone(begin: Begin, owned: Opened, mine: Enterprise, owner: User) -> None:
    draft = begin().assessment
    Assessment.objects.filter(pk=draft.pk).update(enterprise=mine)
    client = signed_in(owner)
    assert client.get(draft_page(mine, draft)).context["draft"].answer_count == 9
    response = client.post(draft_page(mine, draft), follow=True)
    assert texts(response) == ["The draft is deleted."]
    assert list(Assessment.objects.filter(enterprise=mine)) == [owned.assessment]
    assert Answer.objects.exclude(assessment=owned.assessment).count() == 0


def test_submitted_assessment_is_no_draft(owned: Opened, mine: Enterprise, owner: User, stranger: User) -> None:
    address = draft_page(mine, owned.assessment)
    assert [signed_in(each).post(address).status_code for each in (owner, stranger)] == [404, 404]
    assert Assessment.objects.filter(pk=owned.assessment.pk).exists()


def make_offering() -> Offering:
    """A service of a sample provider, which gets no letters."""
    kind = Term.objects.create(vocabulary=Vocabulary.PROVIDER_KIND, position=1, key="maker", title={"en": "Maker"})
    price = Term.objects.create(vocabulary=Vocabulary.PRICE_MODEL, position=1, key="fixed", title={"en": "Fixed"})
    firm = Provider.objects.create(key="maker", name={"en": "Maker"}, kind=kind, is_sample=True)
    category = Category.objects.create(key="sensors", bank_slug="sample", position=1, title={"en": "Sensors"})
    return Offering.objects.create(
        provider=firm,
        key="kit",
        kind="service",
        category=category,
        title={"en": "Sensors"},
        price_model=price,
        valid_from=localdate(),
    )


def test_second_press_leads_to_what_is_left(
    mine: Enterprise, owner: User, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both presses have passed the door before either deletes."""
    Assessment.objects.filter(pk=opened.assessment.pk).update(enterprise=mine)
    draft = Assessment.objects.get(pk=opened.assessment.pk)
    delete_draft(assessment=draft, by=owner)
    monkeypatch.setattr(deleting_views, "draft_of", lambda enterprise, public_id: draft)
    browser = signed_in(owner)
    address = reverse("desk:mine-draft-delete", args=[mine.public_id, draft.public_id])
    assert texts(browser.post(address, follow=True)) == ["The draft is deleted already."]
    delete_enterprise(enterprise=mine, by=owner)
    monkeypatch.setattr(deleting_views, "enterprise_for", lambda user, public_id: mine)
    response = browser.post(page(mine), {"name": "Four Gears Ltd"}, follow=True)
    assert response.redirect_chain == [(reverse("desk:mine"), 302)]
    assert texts(response) == ["“Four Gears Ltd” is deleted already."]
    assert AuditEvent.objects.filter(event="enterprise.deleted").count() == 1
