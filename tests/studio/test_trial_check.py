"""The check page: what the checkers say of the working copies, in words, each finding with its way out."""

import pytest
from django.test import Client

from assessment.accounts.models import User
from tests.world import load_content

pytestmark = pytest.mark.django_db
ADDRESS = "/studio/banks/four-barriers/check/"


@pytest.fixture
def client_of_editor(editor: User) -> Client:
    load_content()
    client = Client()
    client.force_login(editor)
    return client


def test_a_shipped_bank_has_nothing_to_mend(client_of_editor: Client) -> None:
    page = client_of_editor.get(ADDRESS)
    assert page.status_code == 200
    assert "Nothing to mend." in page.content.decode()
    assert (page.context["page"].errors, page.context["page"].warnings, page.context["page"].failed) == (0, 0, 0)
    assert len(page.context["page"].examples) == 87
