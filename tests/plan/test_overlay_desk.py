import pytest

from assessment.accounts.models import User
from assessment.responses.models import Assessment
from tests.plan.overlays import Advisers, make_advisers


@pytest.fixture
def advisers(submitted: Assessment, consultant: User) -> Advisers:
    return make_advisers(submitted, consultant)


def test_desk_shows_the_engines_list_and_the_same_list_before_any_change(advisers: Advisers) -> None:
    page = advisers.browser.get(advisers.address())
    assert page.status_code == 200
    assert [row.key for row in page.context["engine"]] == ["A", "B"]
    assert [row.key for row in page.context["shown"]] == ["A", "B"]


def test_every_page_of_the_desk_opens(advisers: Advisers) -> None:
    for name in ("advice-words", "advice-services"):
        assert advisers.browser.get(advisers.address(name, "A")).status_code == 200
    assert advisers.browser.get(advisers.address("advice-add")).status_code == 200
    assert advisers.hide("A").status_code == 302
    assert advisers.shown() == ["B"]
    assert advisers.move("A", "").status_code == 302
    assert advisers.browser.get(advisers.address()).status_code == 200
