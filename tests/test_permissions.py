"""The permission table, walked: every role at every address."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from django.test import TestCase
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from tests.permissions import ROWS, Role, Row
from tests.world import World

# Django's own administration is one door; what stands behind it is Django's to test.
WHOLE_NAMESPACES = {"admin": "admin:index"}


def url_names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if not isinstance(pattern, URLResolver):
            yield f"{namespace}{pattern.name}"
        elif pattern.namespace in WHOLE_NAMESPACES:
            yield WHOLE_NAMESPACES[pattern.namespace]
        else:
            yield from url_names(
                pattern.url_patterns, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )


def test_every_address_has_a_row() -> None:
    assert sorted(set(url_names(get_resolver().url_patterns))) == sorted({row.name for row in ROWS})


class PermissionTableTest(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = World()

    def answer(self, row: Row, role: Role) -> HttpResponse:
        """What the role gets, with everything undone that the request changed."""
        client = self.world.client(role, row.of)
        options = {"data": row.data, "content_type": "application/json"} if row.json else {"data": row.data}
        with transaction.atomic():
            response = getattr(client, row.method.lower())(self.world.address(row), **options)
            transaction.set_rollback(True)
        return response

    def test_every_role_meets_the_status_of_the_table(self) -> None:
        # The clock stands still: a slow machine must not outlast what is good for minutes.
        with time_machine.travel(timezone.now(), tick=False):
            met = {row: tuple(self.answer(row, role).status_code for role in Role) for row in ROWS}
        different = [f"{row.method} {row.name}: {met[row]}" for row in ROWS if met[row] != row.expected]
        assert different == []


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.method}-{row.name}-{row.of}" for row in ROWS])
def test_row_names_every_role(row: Row) -> None:
    assert len(row.expected) == len(Role)
