import re

from django.test import Client as Browser

from tests.responses.interview.conftest import Desk


def test_page_smoke(desk: Desk, browser: Browser) -> None:
    response = browser.get(desk.url("interview"))
    assert response.status_code == 200
    assert re.findall(r'id="q-([^"]+)"', response.content.decode()) == [
        *("employees", "makes", "region", "E1", "E2", "E3", "T1", "T2", "T3")
    ]
