"""The catalogue and requests to providers."""

from tests.permissions.roles import Of, Row, answer, everyone, read

ROWS = (
    everyone("catalogue:category-list", 200),
    everyone("catalogue:category-show", 200),
    everyone("catalogue:funding-list", 200),
    everyone("catalogue:funding-list", 405, "POST"),
    everyone("catalogue:funding-show", 200),
    everyone("catalogue:offering-search", 200),
    everyone("catalogue:offering-search", 405, "POST"),
    everyone("catalogue:offering-compare", 200),
    everyone("catalogue:offering-show", 200),
    everyone("catalogue:provider-show", 200),
    Row("catalogue:contact-read", (200,) * 5, of=Of.SUBMITTED),
    Row("catalogue:contact-open", (302,) * 5, "POST", of=Of.SUBMITTED),
    Row("catalogue:contact-reply", (302,) * 5, "POST", {"reply": "accepted"}, Of.SUBMITTED),
    answer("catalogue:contact-ask", 302),
    answer("catalogue:contact-ask", 200, of=Of.SUBMITTED),
    answer("catalogue:contact-ask", 422, "POST", of=Of.SUBMITTED, step="preview"),
    read("catalogue:contact-list", 200, of=Of.SUBMITTED),
    answer("catalogue:contact-withdraw", 302, "POST", of=Of.SUBMITTED),
)
