"""Who gets what at which address, room by room; what the words mean stands in `roles`."""

from tests.permissions import accounts, catalogue, desk, plan, report, responses, site, studio
from tests.permissions.roles import MEMBERS, Of, Role, Row

__all__ = ["MEMBERS", "ROWS", "Of", "Role", "Row"]

ROWS: tuple[Row, ...] = (
    *accounts.ROWS,
    *site.ROWS,
    *catalogue.ROWS,
    *desk.ROWS,
    *studio.ROWS,
    *responses.ROWS,
    *plan.ROWS,
    *report.ROWS,
)
