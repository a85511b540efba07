"""The project's settings with everything around a view taken away, for the floors."""

from assessment.config.settings import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tests.bench.floors"
