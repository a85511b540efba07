import re
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.models import Answer, Assessment
from assessment.scoring.document import BankDocument
from assessment.scoring.scorecard import Scope
from tests.responses.banks import HOSTILE, bank_document, make_release, node, options, question, text
from tests.responses.conftest import Put, address, client_with


def html_of(response: HttpResponse) -> str:
    return response.content.decode()


def part(html: str, key: str) -> str:
    found = re.search(rf'<article [^>]*id="q-{key}".*?</article>', html, re.DOTALL)
    assert found, key
    return found[0]


def ticked(html: str, key: str) -> list[str]:
    return re.findall(r'value="([^"]*)"[^>]*? (?:checked|selected)>', part(html, key))


def typed(html: str, name: str) -> str:
    found = re.search(rf'name="{re.escape(name)}"[^>]* value="([^"]*)"', html)
    assert found, name
    return unescape(found[1])


def counts(html: str) -> list[str]:
    return re.findall(r'data-section="\w+"><span aria-hidden="true">([^<]*)<', html)


def test_every_answer_stands_in_its_field(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("makes", "yes", seq=1)
    put("region", "place3", seq=2)
    put("employees", "86", seq=3)
    html = html_of(respondent.get(address("section", assessment, "profile")))
    assert (ticked(html, "makes"), ticked(html, "region"), typed(html, "q.employees")) == (["yes"], ["place3"], "86")
    put("E1", state="unknown", seq=4)
    put("E2", ["network", "sensors"], seq=5)
    put("E3", {"numerator": "4", "denominator": "10"}, seq=6)
    html = html_of(respondent.get(address("section", assessment, "equipment")))
    assert (ticked(html, "E1"), ticked(html, "E2")) == (["unknown"], ["sensors", "network"])
    assert (typed(html, "q.E3"), typed(html, "q.E3.numerator"), typed(html, "q.E3.denominator")) == ("", "4", "10")
    assert '<details class="ratio" open>' in html
    put("T2", {"office": "never", "shop": "often"}, seq=7)
    put("T3", "</textarea><script>", seq=8)
    html = html_of(respondent.get(address("section", assessment, "talent")))
    assert (ticked(html, "T2"), ticked(html, "T1")) == (["never", "often"], [])
    assert "&lt;/textarea&gt;&lt;script&gt;</textarea>" in part(html, "T3")


def test_one_answer_never_shows_in_another_assessment(put: Put, assessment: Assessment, release: Release) -> None:
    other = start_assessment(enterprise_name="Other", release=release, scope=Scope.FULL, language="en")
    put("employees", "86")
    html = html_of(client_with(other.token).get(address("section", other.assessment, "profile")))
    assert (typed(html, "q.employees"), typed(html, "q.employees.version")) == ("", "0")
    assert ("Four Gears Ltd" in html, str(assessment.public_id) in html) == (False, False)


def test_hidden_questions_are_on_the_page_but_not_to_be_seen(
    put: Put, respondent: Client, assessment: Assessment
) -> None:
    url = address("section", assessment, "equipment")
    hidden = html_of(respondent.get(url))
    put("makes", "yes")
    shown = html_of(respondent.get(url))
    assert [" hidden>" in part(html, "E1") for html in (hidden, shown)] == [True, False]


def test_the_rail_counts_what_applies(put: Put, respondent: Client, assessment: Assessment) -> None:
    url = address("section", assessment, "talent")
    assert counts(html_of(respondent.get(url))) == ["0 / 3", "0 / 2", "0 / 3"]
    put("makes", "yes", seq=1)
    put("employees", "86", seq=2)
    put("region", state="unknown", seq=3)
    put("E1", "half", seq=4)
    html = html_of(respondent.get(url))
    assert counts(html) == ["✓", "1 / 3", "0 / 3"]
    assert "About 3 minutes left" in html
    assert '<progress id="overall" aria-label="Answered questions" value="4" max="9"></progress>' in html
    current = re.findall(r'<a href="([^"]*)" aria-current="step">', html)
    assert current == [url]


def without_talent_for_traders() -> BankDocument:
    """The last section has one question, which only those are asked who make things."""
    document = bank_document().model_dump(mode="json", by_alias=True, exclude_unset=True)
    section = document["sections"][2]
    section["questions"] = [
        section["questions"][0] | {"visible_if": {"fact": "profile.makes", "op": "is", "value": "yes"}}
    ]
    document["tree"]["children"][1]["measures"] = [{"question": "T1", "weight": 1}]
    return BankDocument.model_validate(document)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("makes", "hidden", "said"), [("yes", True, "0 of 1 answered"), ("no", False, "No questions here")]
)
def test_a_section_in_which_nothing_is_asked_says_so(makes: str, hidden: bool, said: str) -> None:
    release = make_release(without_talent_for_traders())
    opened = start_assessment(enterprise_name="Trader", release=release, scope=Scope.FULL, language="en")
    respondent = client_with(opened.token)
    respondent.post(
        address("section", opened.assessment, "profile"), {"q.makes": makes, "q.makes.version": "0", "go": "keep"}
    )
    html = html_of(respondent.get(address("section", opened.assessment, "talent")))
    found = re.findall(r'<p class="card" id="none-asked"( hidden)?>([^<]*)</p>', html)
    assert found == [(" hidden" if hidden else "", "With your answers so far, no question here concerns you.")]
    assert re.findall(r'id="section-progress"[^>]*>([^<]*)<', html) == [said]


def test_words_of_the_bank_are_text_and_nothing_else(respondent: Client, assessment: Assessment) -> None:
    html = html_of(respondent.get(address("section", assessment, "equipment")))
    assert html.count("&lt;b&gt;R&amp;D&lt;/b&gt; &quot;{{ leak }}&quot; {% now %} &#x27;") == 4
    assert "<b>R&D" not in html
    assert HOSTILE in unescape(html)


def test_the_name_of_the_enterprise_is_text_and_nothing_else(release: Release) -> None:
    opened = start_assessment(enterprise_name=HOSTILE, release=release, scope=Scope.FULL, language="en")
    html = html_of(client_with(opened.token).get(address("section", opened.assessment, "profile")))
    assert html.count("&lt;b&gt;R&amp;D&lt;/b&gt;") == 2
    assert "<b>R&D" not in html


def test_answers_in_the_data_block_cannot_end_it(put: Put, respondent: Client, assessment: Assessment) -> None:
    put("T3", "</script><b>&")
    html = html_of(respondent.get(address("section", assessment, "talent")))
    assert r"\u003C/script\u003E\u003Cb\u003E\u0026" in html
    assert "</script><b>" not in html


def wide_document(count: int) -> BankDocument:
    keys = [f"Q{number}" for number in range(count)]
    section = {
        "key": "wide",
        "title": text("Wide"),
        "questions": [question(key, "single", options=options(no=0, yes=1)) for key in keys],
    }
    tree = {"key": "overall", "title": text("Overall"), "children": [node("wide", *keys)]}
    return bank_document(sections=[section], tree=tree, consistency=[])


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3, 40])
def test_a_section_takes_two_queries_whatever_its_length(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    release = make_release(wide_document(count))
    opened = start_assessment(enterprise_name="Wide", release=release, scope=Scope.FULL, language="en")
    Answer.objects.bulk_create(
        Answer(
            assessment=opened.assessment,
            question_key=f"Q{number}",
            version=1,
            state="answered",
            value="yes",
            device="device-0001",
            sequence=number,
            answered_at=timezone.now(),
        )
        for number in range(count)
    )
    client, url = client_with(opened.token), address("section", opened.assessment, "wide")
    client.get(url)
    with django_assert_num_queries(2):
        html = html_of(client.get(url))
    assert [ticked(html, f"Q{number}") for number in range(count)] == [["yes"]] * count


def test_the_quick_scan_asks_core_questions_only(release: Release) -> None:
    opened = start_assessment(enterprise_name="Quick", release=release, scope=Scope.QUICK, language="en")
    html = html_of(client_with(opened.token).get(address("section", opened.assessment, "equipment")))
    assert re.findall(r'<article [^>]*id="q-(\w+)"', html) == ["E1", "E2"]


def test_the_page_speaks_the_language_of_the_interface(respondent: Client, assessment: Assessment) -> None:
    respondent.cookies["django_language"] = "zh-hans"
    html = html_of(respondent.get(address("section", assessment, "equipment")))
    assert '<html lang="zh-hans">' in html
    assert ("设备</h1>" in html, "中文 Question E1?" in html, "共2题，已答0题" in html) == (True, True, True)


def test_the_language_switch_comes_back_to_the_page(respondent: Client, assessment: Assessment) -> None:
    url = address("section", assessment, "equipment")
    assert f'name="next" value="{url}"' in html_of(respondent.get(url))
    response = respondent.post("/language/", {"language": "zh-hans", "next": url}, follow=True)
    assert (response.redirect_chain, "设备</h1>" in html_of(response)) == ([(url, 302)], True)


def test_a_submitted_section_can_be_read_and_not_changed(opened: Opened, respondent: Client) -> None:
    Assessment.objects.filter(pk=opened.assessment.pk).update(submitted_at=timezone.now())
    url = address("section", opened.assessment, "talent")
    html = html_of(respondent.get(url))
    assert html.count('aria-describedby="e-T1" disabled>') == 1
    assert "This assessment has been submitted." in html
    assert (f"{opened.assessment.public_id}/result/" in html, "questionnaire.js" in html) == (True, False)
    response = respondent.post(url, {"q.T1": "yes", "q.T1.version": "0"})
    assert (response.status_code, response["Location"], Answer.objects.count()) == (302, url, 0)


def test_a_section_that_is_not_there(respondent: Client, assessment: Assessment) -> None:
    assert respondent.get(address("section", assessment, "nothing")).status_code == 404


def test_pages_with_answers_are_kept_by_nobody(respondent: Client, assessment: Assessment) -> None:
    response = respondent.get(address("section", assessment, "talent"))
    assert response["Cache-Control"] == "private, no-store"
