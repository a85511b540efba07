"""The browser of the tests and benchmarks: what is installed, started without anything that calls elsewhere, and waiting."""

from pathlib import Path

from playwright.sync_api import Page

PATIENCE = 20_000  # milliseconds; machines that run tests are shared, and a slow page is no wrong page
POLL = 100  # milliseconds

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def wait_until(page: Page, expression: str) -> None:
    """This function will wait until a JavaScript expression is true: playwright's own asks by eval, which our pages forbid.

    Raises AssertionError when it stays false.
    """
    for _ in range(PATIENCE // POLL):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(POLL)
    raise AssertionError(f"Not true in time: {expression}")
