"""A question goes to the enterprise, its reply comes back, and each side hears of it once."""

import re
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.urls import reverse

from assessment.accounts.models import Enterprise, Membership, User, Workspace
from assessment.bank.releases import scorer_of
from assessment.mail.models import Letter
from assessment.responses.models import AskBack
from assessment.scoring.texts import localise
from tests.desk.reviewing.conftest import Desk, sign_in
from tests.responses.conftest import client_with


def ask(desk: Desk, key: str = "E3", text: str = "Which machines?") -> str:
    response = desk.browser.post(desk.address("review-ask"), {"key": key, "text": text}, follow=True)
    return response.content.decode()


def questions(desk: Desk) -> str:
    return reverse("responses:questions-back", args=[desk.assessment.public_id])


def letters() -> list[str]:
    return list(Letter.objects.order_by("pk").values_list("to", flat=True))


def reply(desk: Desk, text: str, found: AskBack) -> tuple[int, str]:
    browser = client_with(desk.opened.token)
    response = browser.post(questions(desk), {"ask": str(found.public_id), "reply": text}, follow=True)
    return response.status_code, response.content.decode()


def test_several_questions_in_a_row_make_one_letter_to_the_contact(desk: Desk) -> None:
    assert "a letter to li.wei@firm.example is on its way" in ask(desk)
    assert "A letter about your questions went out just before." in ask(desk, "T1", "Who?")
    assert letters() == ["li.wei@firm.example"]
    assert list(AskBack.objects.values_list("question_key", "text")) == [("E3", "Which machines?"), ("T1", "Who?")]


@pytest.mark.django_db(transaction=True)
def test_the_letter_greets_names_and_leads_straight_to_the_question(desk: Desk) -> None:
    type(desk.client).objects.update(contact_name="Li Wei")
    ask(desk)
    sent = mail.outbox[0]
    assert sent.subject == "Gear Advisers: a question about an answer of Four Gears Ltd"
    assert sent.body.startswith("Good day, Li Wei,\n\nGear Advisers has a question about an answer of Four Gears Ltd. ")
    assert f"\n“{title_of(desk, 'E3')}”\n" in sent.body and "Which machines?" not in sent.body
    link = re.search(r"https?://[^/]+(/r/\S+)", sent.body)
    assert link is not None
    browser = client_with("nothing")
    page = browser.get(link[1])
    action = re.search(r'action="(/r/[^"]+)"', page.content.decode())
    assert action is not None
    answer = browser.post(action[1], follow=True)
    assert answer.redirect_chain[-1][0] == questions(desk)
    assert "Which machines?" in answer.content.decode()


def title_of(desk: Desk, key: str) -> str:
    return localise(scorer_of(desk.assessment.release_id).index.questions[key].text, "en")


@pytest.mark.django_db(transaction=True)
def test_a_key_leads_nowhere_else(desk: Desk) -> None:
    ask(desk)
    link = re.search(r"https?://[^/]+(/r/[^?]+)", mail.outbox[0].body)
    assert link is not None
    for place in ("https://evil.example/", "//evil.example", "/my/"):
        response = client_with("nothing").post(f"{link[1]}?{urlencode({'next': place})}")
        assert response.headers["Location"] == reverse("responses:assessment-open", args=[desk.assessment.public_id])


def test_an_owner_is_written_to_and_gets_no_key(desk: Desk, owner: User) -> None:
    Enterprise.objects.filter(pk=desk.client.enterprise_id).update(owner=owner)
    tokens = desk.assessment.tokens.count()
    ask(desk)
    assert (letters(), desk.assessment.tokens.count()) == (["owner@example.org"], tokens)
    letter = Letter.objects.get()
    assert letter.body.startswith(f"Good day, {owner.get_full_name()},\n")
    assert f"{reverse('accounts:sign-in')}?{urlencode({'next': questions(desk)})}" in letter.body


def test_without_an_address_it_is_said_that_nobody_was_told(desk: Desk) -> None:
    type(desk.client).objects.update(contact_email="")
    assert "The client has no e-mail address" in ask(desk)
    assert (letters(), AskBack.objects.count()) == ([], 1)


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "\n".join("x" * 41)])
def test_a_question_has_to_say_something_of_a_readable_length(text: str, desk: Desk) -> None:
    response = desk.browser.post(desk.address("review-ask"), {"key": "E3", "text": text})
    assert (response.status_code, AskBack.objects.count()) == (422, 0)
    assert 'href="#ask-E3-text"' in response.content.decode()


def test_the_enterprise_sees_the_question_on_its_pages(desk: Desk) -> None:
    browser = client_with(desk.opened.token)
    check = reverse("responses:check", args=[desk.assessment.public_id])
    assert "Your consultant has a question" not in browser.get(check).content.decode()
    ask(desk)
    assert "Your consultant has a question about an answer." in browser.get(check).content.decode()
    desk.submit()
    result = reverse("report:result-show", args=[desk.assessment.public_id])
    assert "Your consultant has a question about an answer." in browser.get(result).content.decode()


def test_the_reply_reaches_the_consultant_once(desk: Desk) -> None:
    ask(desk)
    found = AskBack.objects.get()
    assert "Your reply was sent to your consultant." in reply(desk, "All in hall 2", found)[1]
    assert "has a reply already" in reply(desk, "No, in hall 3", found)[1]
    assert AskBack.objects.get().reply == "All in hall 2"
    assert letters() == ["li.wei@firm.example", "consultant@example.org"]
    page = desk.browser.get(desk.address("review")).content.decode()
    assert "All in hall 2" in page and "No, in hall 3" not in page


def test_who_left_the_workspace_hears_nothing(desk: Desk) -> None:
    ask(desk)
    Membership.objects.filter(person=desk.seat.person).delete()
    reply(desk, "All in hall 2", AskBack.objects.get())
    assert letters() == ["li.wei@firm.example"]


@pytest.mark.parametrize("text", ["", "  ", "x" * 2001])
def test_a_reply_that_cannot_be_kept_comes_back(text: str, desk: Desk) -> None:
    ask(desk)
    status, page = reply(desk, text, AskBack.objects.get())
    assert (status, AskBack.objects.get().reply) == (422, "")
    assert "There is a problem" in page


def test_a_closed_question_wants_no_reply(desk: Desk) -> None:
    ask(desk)
    found = AskBack.objects.get()
    desk.browser.post(desk.address("review-ask-close", found.public_id))
    assert "Your consultant has closed this question" in reply(desk, "Too late", found)[1]
    assert (AskBack.objects.get().reply, AskBack.objects.get().closed_at is None) == ("", False)


def test_an_open_answer_can_be_changed_from_there_and_a_submitted_one_not(desk: Desk) -> None:
    ask(desk)
    browser = client_with(desk.opened.token)
    assert "#q-E3" in browser.get(questions(desk)).content.decode()
    desk.submit()
    assert "#q-E3" not in browser.get(questions(desk)).content.decode()


def test_a_question_of_another_assessment_or_workspace_does_not_exist(desk: Desk, rival_consultant: User) -> None:
    ask(desk)
    found = AskBack.objects.get()
    rivals = Workspace.objects.create(slug="rivals", name="Rivals")
    AskBack.objects.filter(pk=found.pk).update(workspace=rivals)
    assert desk.browser.post(desk.address("review-ask-close", found.public_id)).status_code == 404
    assert sign_in(rival_consultant).post(questions(desk), {"ask": str(found.public_id)}).status_code == 404
    for nonsense in ("", "no", "00000000-0000-0000-0000-000000000000"):
        response = client_with(desk.opened.token).post(questions(desk), {"ask": nonsense, "reply": "x"})
        assert response.status_code == 404


def test_consultants_never_reply_for_the_enterprise(desk: Desk) -> None:
    ask(desk)
    assert desk.browser.get(questions(desk)).status_code == 404


def test_hostile_words_are_shown_as_words(desk: Desk) -> None:
    ask(desk, text="<script>alert(1)</script> {{ leak }}")
    page = client_with(desk.opened.token).get(questions(desk)).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ leak }}" in page and "<script>alert" not in page


def test_the_page_of_the_trail_tells_of_questions_back_without_their_words(desk: Desk) -> None:
    ask(desk)
    reply(desk, "All in hall 2", AskBack.objects.get())
    mine = desk.browser.get(desk.address("trail")).content.decode()
    theirs = reverse("responses:trail", args=[desk.assessment.public_id])
    for page in (mine, client_with(desk.opened.token).get(theirs).content.decode()):
        steps = re.findall(r"<bdi>([^<]+)</bdi> · ([\w ]+)", page)
        assert steps == [
            ("Gear Advisers", "Assessment begun"),
            ("Consultant · Gear Advisers", "Question to the enterprise "),
            ("The enterprise", "Reply to a question "),
        ]
        assert "Which machines?" not in page and "hall 2" not in page


def test_a_rival_workspace_reads_nothing_of_questions_of_others(desk: Desk) -> None:
    ask(desk)
    rivals = Workspace.objects.create(slug="rivals", name="Rivals")
    AskBack.objects.update(workspace=rivals)
    assert "Question to the enterprise" not in desk.browser.get(desk.address("trail")).content.decode()
