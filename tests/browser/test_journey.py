"""The owner's journey in a real browser: from the first page to the downloaded report."""

from collections.abc import Callable

import pytest

from assessment.scoring.figures import shown_points
from tests.browser.conftest import Sample
from tests.browser.respondent import Respondent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Respondent]
VISITORS = [
    pytest.param({"locale": "en-GB"}, "en", "Standardised", id="english"),
    pytest.param({"locale": "zh-CN"}, "zh-hans", "规范级", id="chinese"),
    pytest.param({"locale": "zh-CN", "width": 320, "height": 700}, "zh-hans", "规范级", id="chinese on a phone"),
    pytest.param(
        {"locale": "en-GB", "java_script_enabled": False}, "en", "Standardised", id="english without JavaScript"
    ),
]


@pytest.mark.parametrize(("options", "lang", "level"), VISITORS)
def test_owner_gets_from_the_first_page_to_the_report(
    options: dict[str, object], lang: str, level: str, visit: Visit, sample: Sample, console_errors: list[str]
) -> None:
    owner = visit(**options)
    owner.start("Hengda Precision Parts")
    given = owner.answer_everything(sample.answers)
    owner.submit()
    score = shown_points(sample.card.overall.shown)
    assert set(given) == set(sample.answers)
    assert owner.page.locator("html").get_attribute("lang") == lang
    assert owner.score() == score
    assert owner.page.locator("[aria-current=true]").inner_text().endswith(level)
    pages = owner.download()
    assert len(pages) >= 8
    assert "Hengda Precision Parts" in pages[0]
    assert score in pages[0] + pages[1]
    assert owner.faults == []
    assert console_errors == []
