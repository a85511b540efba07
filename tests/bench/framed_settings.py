"""The floors behind the project's own middleware: what every page of the product pays before its view runs."""

from assessment.config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.floors"
