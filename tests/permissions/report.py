"""Results, reports, editions, orders, links."""

from tests.permissions.roles import Of, answer, everyone, plan, read, workspace

ROWS = (
    read("report:result-show", 200, of=Of.SUBMITTED),
    read("report:result-data", 200, of=Of.SUBMITTED),
    plan("report:report-create", 302, "POST", of=Of.SUBMITTED),
    read("report:report-show", 200, of=Of.SUBMITTED),
    workspace("report:brand", "lead"),
    workspace("report:brand", "lead", 422, "POST"),
    workspace("report:edition", "lead consultant reviewer viewer", 302),
    workspace("report:edition", "lead consultant reviewer viewer", of=Of.SUBMITTED),
    workspace("report:edition", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("report:edition-show", "lead consultant reviewer viewer", of=Of.SUBMITTED),
    workspace("report:share-add", "lead consultant", of=Of.SUBMITTED),
    workspace("report:share-add", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("report:share-revoke", "lead consultant", 302, "POST", Of.SUBMITTED),
    answer("report:share-own", 200, of=Of.SUBMITTED),
    answer("report:share-own", 422, "POST", Of.SUBMITTED),
    answer("report:share-own-revoke", 302, "POST", Of.SUBMITTED),
    everyone("report:shared", 200),
    everyone("report:shared", 302, "POST"),
    everyone("report:shared-file", 200),
    workspace("report:batch-list", "lead consultant reviewer viewer"),
    workspace("report:batch-add", "lead consultant"),
    workspace("report:batch-add", "lead consultant", 422, "POST", order="1"),
    workspace("report:batch-show", "lead consultant reviewer viewer"),
    workspace("report:batch-progress", "lead consultant reviewer viewer"),
    workspace("report:batch-cancel", "lead consultant", 302, "POST"),
    workspace("report:batch-resume", "lead consultant", 302, "POST"),
    workspace("report:batch-download", "lead consultant reviewer viewer"),
)
