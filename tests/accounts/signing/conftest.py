"""What tests of signing in share: empty counters, and the code of the last letter."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from assessment.mail.models import Letter


@pytest.fixture(autouse=True)
def _no_attempts_so_far(db: None) -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def last_code() -> Callable[[], str]:
    def code() -> str:
        letter = Letter.objects.order_by("pk").last()
        assert letter is not None
        return letter.body.split("\n\n")[1]

    return code


@pytest.fixture
def second_factor_required(settings) -> None:
    settings.SECOND_FACTOR = "required"
