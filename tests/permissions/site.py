"""Pages that belong to no room."""

from tests.permissions.roles import Row, everyone

ROWS = (
    everyone("health", 200),
    everyone("robots", 200),
    everyone("favicon", 302),
    everyone("method", 200),
    everyone("method-of-bank", 200),
    everyone("privacy", 200),
    everyone("accessibility", 200),
    everyone("set_language", 302, "POST", language="en"),
    everyone("sources", 200),
    everyone("admin-password", 302),
    everyone("admin-password", 302, "POST"),
    Row("admin:index", (302, 302, 302, 302, 200)),
)
