"""The project's settings with everything around a view taken away, for the floors."""

from assessment.config.settings import *  # noqa: F403

# allauth does not start without its own, which does next to nothing on these pages.
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
ROOT_URLCONF = "tests.bench.floors"
