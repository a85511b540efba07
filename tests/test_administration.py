"""Django's own administration stays tidy: every list can be searched or filtered, and asks little, however much it holds."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessment.accounts.models import User
from tests.world import World

LISTS = sorted(model._meta.label_lower for model in admin.site._registry if model._meta.app_label != "auth")
MOST_QUERIES = 14


class AdministrationTest(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World()
        cls.person = User.objects.get(email="administrator@example.org")

    def setUp(self) -> None:
        self.client = Client()
        self.client.force_login(self.person)

    def test_every_list_is_found_and_asks_little(self) -> None:
        """The world holds 46 actions, 116 rules and 19 categories: a query for each row would show."""
        asked = {}
        for label in LISTS:
            app, name = label.split(".")
            with CaptureQueriesContext(
                connection,
            ) as queries:
                answer = self.client.get(reverse(f"admin:{app}_{name}_changelist"))
            assert answer.status_code == 200, label
            asked[label] = len(queries)
        assert {label: count for label, count in asked.items() if count > MOST_QUERIES} == {}

    def test_every_list_can_be_searched(self) -> None:
        for label in LISTS:
            app, name = label.split(".")
            answer = self.client.get(reverse(f"admin:{app}_{name}_changelist"), {"q": "machine ' % 机"})
            assert answer.status_code == 200, label


@pytest.mark.parametrize("label", LISTS)
def test_list_has_a_search_box_or_filters(label: str) -> None:
    [shown] = [site for model, site in admin.site._registry.items() if model._meta.label_lower == label]
    assert shown.search_fields or shown.list_filter
