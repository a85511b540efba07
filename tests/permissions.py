"""Who gets what at which address: at least one row for each URL name. A new address without a row fails the suite.

A row gives the status that each role meets:

- visitor: a browser that has never been here
- respondent: the browser that holds the key to the assessment in the address
- other: a browser that holds the key to another enterprise's assessment
- stranger: signed in, without any right here
- administrator: signed in, may enter the administration; that opens nobody's answers
- editor, publisher, catalogue, auditor: signed in, with this one role on the platform
- owner, colleague, watcher: of the enterprise in the address: it is theirs, they were given edit, they were given view
- lead, consultant, reviewer, viewer: members of the workspace in the address, which the enterprise lets edit
- rival: a consultant of another workspace, which the enterprise lets do nothing
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    VISITOR = "visitor"
    RESPONDENT = "respondent"
    OTHER = "other"
    STRANGER = "stranger"
    ADMINISTRATOR = "administrator"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    CATALOGUE = "catalogue"
    AUDITOR = "auditor"
    OWNER = "owner"
    COLLEAGUE = "colleague"
    WATCHER = "watcher"
    LEAD = "lead"
    CONSULTANT = "consultant"
    REVIEWER = "reviewer"
    VIEWER = "viewer"
    RIVAL = "rival"


MEMBERS = (Role.LEAD, Role.CONSULTANT, Role.REVIEWER, Role.VIEWER)


class Of(StrEnum):
    """Which assessment stands in the address: one still being answered, or one with a result and a report."""

    OPEN = "open"
    SUBMITTED = "submitted"


@dataclass(frozen=True, eq=False)
class Row:
    """`statuses` of visitor, respondent, other, stranger and administrator; then those of the other roles by group.

    `appointed`: editor to auditor; `enterprise`: owner, colleague, watcher; `members`: lead to viewer. Whoever is not
    written meets what the stranger meets. The address's keyword arguments come from tests/world.py by their names.
    """

    name: str
    statuses: tuple[int, int, int, int, int]
    method: str = "GET"
    data: dict[str, Any] = field(default_factory=dict)
    of: Of = Of.OPEN
    json: bool = False
    appointed: tuple[int, int, int, int] | None = None
    enterprise: tuple[int, int, int] | None = None
    members: tuple[int, int, int, int] | None = None

    @property
    def expected(self) -> tuple[int, ...]:
        """In the order of Role."""
        usual = self.statuses[3]
        appointed, enterprise = self.appointed or (usual,) * 4, self.enterprise or (usual,) * 3
        return (*self.statuses, *appointed, *enterprise, *(self.members or (usual,) * 4), usual)


def everyone(name: str, status: int, /, method: str = "GET", **data: Any) -> Row:
    return Row(name, (status,) * 5, method, data)


def read(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page of an assessment: for the browser with its key, for whoever the owner lets read, and for the workspace."""
    people = {"enterprise": (status,) * 3, "members": (status,) * 4}
    return Row(name, (404, status, 404, 404, 404), method, data, of, **people)


def plan(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """What changes a plan: consultants may, those who only read may not."""
    people = {"enterprise": (status, status, 404), "members": (status, status, 404, 404)}
    return Row(name, (404, status, 404, 404, 404), method, data, of, **people)


def answer(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """What only the enterprise itself does: nobody answers, submits or writes to providers in its name."""
    return Row(name, (404, status, 404, 404, 404), method, data, of, enterprise=(status, status, 404))


def workspace(name: str, opens: str, status: int = 200, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page of a workspace: `opens` names the members that get `status` ("lead consultant reviewer viewer")."""
    lead, consultant, reviewer, viewer = (status if role.value in opens.split() else 404 for role in MEMBERS)
    return Row(name, (404,) * 5, method, data, of, members=(lead, consultant, reviewer, viewer))


def owner(name: str, status: int = 200, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page about an enterprise for its owner alone."""
    return Row(name, (404,) * 5, method, data, of, enterprise=(status, 404, 404))


def studio(name: str, opens: str, status: int = 200, /, method: str = "GET", **data: Any) -> Row:
    """A page of the studio: `opens` names the roles that get `status`, besides the administrator ("editor publisher")."""
    roles = (Role.EDITOR, Role.PUBLISHER, Role.CATALOGUE, Role.AUDITOR)
    appointed = [status if role.value in opens.split() else 404 for role in roles]
    return Row(
        name,
        (404, 404, 404, 404, status),
        method,
        data,
        appointed=(appointed[0], appointed[1], appointed[2], appointed[3]),
    )


SAVE = {"value": "l2", "base_version": 0, "device": "device-of-the-table", "seq": 1}


def entrance(name: str, status: int, method: str = "GET", **data: Any) -> Row:
    """A page for those who are not signed in; others are led on."""
    return Row(name, (status, status, status, 302, 302), method, data)


def signed_in(name: str, status: int, method: str = "GET", **data: Any) -> Row:
    """A page about the person's own account; who is not signed in is led to signing in."""
    return Row(name, (302, 302, 302, status, status), method, data)


# Nobody here has a password or a second step, and nobody is on the way through a page that a code was asked for on.
SIGNING: tuple[Row, ...] = (
    entrance("account_login", 200),
    entrance("account_login", 422, "POST"),
    signed_in("account_logout", 200),
    everyone("account_logout", 302, "POST"),
    entrance("account_signup", 200),
    entrance("account_signup", 422, "POST"),
    everyone("account_inactive", 200),
    signed_in("account_reauthenticate", 403),
    signed_in("account_email", 200),
    signed_in("account_email", 422, "POST", action_add="1"),
    everyone("account_email_verification_sent", 302),
    entrance("account_request_login_code", 200),
    entrance("account_request_login_code", 422, "POST"),
    everyone("account_confirm_login_code", 302),
    signed_in("account_change_password", 302),
    signed_in("account_set_password", 200),
    signed_in("account_set_password", 422, "POST"),
    everyone("account_reset_password", 200),
    everyone("account_reset_password", 422, "POST"),
    everyone("account_confirm_password_reset_code", 302),
    everyone("account_complete_password_reset", 302),
    everyone("account_password_reset_completed", 200),
    signed_in("mfa_index", 200),
    everyone("mfa_authenticate", 302),
    signed_in("mfa_reauthenticate", 403),
    signed_in("mfa_activate_totp", 200),
    signed_in("mfa_activate_totp", 422, "POST", code="1"),
    signed_in("mfa_deactivate_totp", 404),
    signed_in("mfa_view_recovery_codes", 404),
    signed_in("mfa_generate_recovery_codes", 200),
    signed_in("mfa_generate_recovery_codes", 422, "POST"),
    signed_in("mfa_download_recovery_codes", 404),
    signed_in("mfa_list_webauthn", 200),
    signed_in("mfa_add_webauthn", 200),
    signed_in("mfa_add_webauthn", 422, "POST", credential="{}"),
    signed_in("mfa_reauthenticate_webauthn", 403),
    everyone("mfa_login_webauthn", 302),
    everyone("mfa_login_webauthn", 302, "POST", credential="{}"),
    signed_in("mfa_edit_webauthn", 404),
    signed_in("mfa_remove_webauthn", 404, "POST"),
    signed_in("usersessions_list", 200),
    signed_in("usersessions_list", 302, "POST"),
    signed_in("socialaccount_connections", 200),
    everyone("socialaccount_signup", 302),
    everyone("socialaccount_login_cancelled", 200),
    everyone("socialaccount_login_error", 401),
    everyone("openid_connect_login", 404),
    everyone("openid_connect_callback", 404),
)


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
    Row("admin:index", (302, 302, 302, 302, 200)),
    Row("desk:overview", (404, 404, 404, 404, 200)),
    Row("desk:bank-items", (404, 404, 404, 404, 200)),
    studio("desk:import-choose", "catalogue"),
    studio("desk:import-choose", "catalogue", 422, "POST"),
    Row("desk:import-show", (404, 404, 404, 404, 200)),
    Row("desk:import-take", (404, 404, 404, 404, 302), "POST"),
    studio("desk:offerings-export", "catalogue"),
    Row("desk:request-list", (404, 404, 404, 404, 200)),
    Row("desk:demand", (404, 404, 404, 404, 200)),
    Row("desk:mine", (302, 302, 302, 200, 200)),
    Row("desk:claim", (404, 302, 404, 404, 404), enterprise=(302, 404, 404)),
    Row("desk:claim", (404, 302, 404, 404, 404), "POST", enterprise=(302, 404, 404)),
    owner("desk:mine-enterprise"),
    owner("desk:mine-enterprise", of=Of.SUBMITTED),
    owner("desk:mine-record"),
    owner("desk:mine-edit"),
    owner("desk:mine-edit", 422, "POST"),
    owner("desk:mine-access-give"),
    owner("desk:mine-access-give", 422, "POST"),
    owner("desk:mine-access-invite"),
    owner("desk:mine-access-invite", 422, "POST"),
    owner("desk:mine-access-edit"),
    owner("desk:mine-access-edit", 422, "POST"),
    owner("desk:mine-access-withdraw", 302, "POST"),
    owner("desk:mine-access-withdraw", 302, "POST", of=Of.SUBMITTED),
    everyone("desk:mine-invitation-revoke", 404, "POST"),
    owner("desk:mine-keys-revoke", 302, "POST", others="1"),
    owner("desk:mine-keys-revoke", 404, "POST", key="0"),
    owner("desk:mine-share-revoke", 302, "POST", of=Of.SUBMITTED),
    owner("desk:mine-hand-over"),
    owner("desk:mine-hand-over", 422, "POST"),
    everyone("desk:mine-hand-over-revoke", 404, "POST"),
    everyone("desk:hand-over-accept", 404),
    everyone("desk:hand-over-accept", 404, "POST"),
    owner("desk:mine-export", 200, "POST"),
    owner("desk:mine-export", 200, "POST", of=Of.SUBMITTED),
    owner("desk:mine-delete"),
    owner("desk:mine-delete", 422, "POST"),
    owner("desk:mine-draft-delete"),
    owner("desk:mine-draft-delete", 302, "POST"),
    owner("desk:mine-draft-delete", 404, "POST", of=Of.SUBMITTED),
    workspace("desk:clients", "lead consultant reviewer viewer"),
    workspace("desk:client-add", "lead consultant"),
    workspace("desk:client-add", "lead consultant", 422, "POST"),
    workspace("desk:client-show", "lead consultant reviewer viewer"),
    workspace("desk:client-show", "lead consultant reviewer viewer", of=Of.SUBMITTED),
    workspace("desk:client-edit", "lead consultant"),
    workspace("desk:client-edit", "lead consultant", 422, "POST"),
    workspace("desk:client-archive", "lead consultant", 302, "POST"),
    everyone("desk:client-archive", 405),
    workspace("desk:assessment-add", "lead consultant", of=Of.SUBMITTED),
    workspace("desk:assessment-add", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("desk:client-import", "lead consultant"),
    workspace("desk:client-import", "lead consultant", 422, "POST"),
    workspace("desk:client-import-show", "consultant"),
    workspace("desk:client-import-show", "consultant", 302, "POST"),
    workspace("desk:client-export", "lead consultant reviewer viewer"),
    workspace("desk:client-export-csv", "lead consultant reviewer viewer"),
    workspace("desk:client-merge", "lead consultant"),
    workspace("desk:client-merge", "lead consultant", 302, "POST"),
    everyone("desk:links-send", 405),
    workspace("desk:links-send", "lead consultant", 302, "POST"),
    workspace("desk:link-send", "lead consultant", 302, "POST"),
    workspace("desk:link-send", "", 302, "POST", Of.SUBMITTED),
    workspace("desk:link-remind", "lead consultant", 302, "POST"),
    workspace("desk:link-stop", "lead consultant", 302, "POST"),
    workspace("desk:link-show", "lead consultant", 302, "POST"),
    everyone("desk:link-quiet", 200),
    everyone("desk:link-quiet", 302, "POST"),
    studio("studio:catalogue-home", "catalogue"),
    studio("studio:catalogue-offerings", "catalogue"),
    studio("studio:catalogue-offering-add", "catalogue"),
    studio("studio:catalogue-offering-add", "catalogue", 422, "POST"),
    studio("studio:catalogue-offering-edit", "catalogue"),
    studio("studio:catalogue-offering-edit", "catalogue", 422, "POST"),
    studio("studio:catalogue-offering-suspend", "catalogue", 302, "POST"),
    studio("studio:catalogue-offering-verify", "catalogue", 302, "POST"),
    studio("studio:catalogue-offering-remove", "catalogue"),
    studio("studio:catalogue-offering-remove", "catalogue", 302, "POST"),
    studio("studio:catalogue-providers", "catalogue"),
    studio("studio:catalogue-provider-add", "catalogue"),
    studio("studio:catalogue-provider-add", "catalogue", 422, "POST"),
    studio("studio:catalogue-provider-edit", "catalogue"),
    studio("studio:catalogue-provider-edit", "catalogue", 422, "POST"),
    studio("studio:catalogue-provider-remove", "catalogue"),
    studio("studio:catalogue-provider-remove", "catalogue", 409, "POST"),
    studio("studio:catalogue-schemes", "catalogue"),
    studio("studio:catalogue-scheme-add", "catalogue"),
    studio("studio:catalogue-scheme-add", "catalogue", 422, "POST"),
    studio("studio:catalogue-scheme-edit", "catalogue"),
    studio("studio:catalogue-scheme-edit", "catalogue", 422, "POST"),
    studio("studio:catalogue-scheme-suspend", "catalogue", 302, "POST"),
    studio("studio:catalogue-scheme-verify", "catalogue", 302, "POST"),
    studio("studio:catalogue-scheme-remove", "catalogue"),
    studio("studio:catalogue-scheme-remove", "catalogue", 302, "POST"),
    studio("studio:catalogue-categories", "catalogue"),
    studio("studio:catalogue-category-add", "catalogue"),
    studio("studio:catalogue-category-add", "catalogue", 422, "POST"),
    studio("studio:catalogue-category-edit", "catalogue"),
    studio("studio:catalogue-category-edit", "catalogue", 422, "POST"),
    studio("studio:catalogue-category-remove", "catalogue"),
    studio("studio:catalogue-category-remove", "catalogue", 409, "POST"),
    studio("studio:catalogue-words", "catalogue"),
    studio("studio:catalogue-term-add", "catalogue"),
    studio("studio:catalogue-term-add", "catalogue", 422, "POST"),
    studio("studio:catalogue-term-edit", "catalogue"),
    studio("studio:catalogue-term-edit", "catalogue", 422, "POST"),
    studio("studio:catalogue-term-remove", "catalogue"),
    studio("studio:catalogue-term-remove", "catalogue", 409, "POST"),
    studio("studio:people", ""),
    studio("studio:people", "", 422, "POST"),
    studio("studio:roles-set", "", 302, "POST"),
    studio("studio:record", "auditor"),
    studio("studio:record-export", "auditor"),
    studio("studio:impact", "editor publisher"),
    studio("studio:impact-start", "editor publisher", 302, "POST", basis="generated"),
    studio("studio:impact-show", "editor publisher"),
    studio("studio:impact-step", "editor publisher", 302, "POST", long="1"),
    everyone("responses:start", 200),
    everyone("responses:assessment-start", 302, "POST", enterprise_name="New Ltd", scope="quick"),
    everyone("responses:assessment-start", 422, "POST"),
    everyone("responses:assessment-start", 405),
    everyone("responses:assessment-start", 404, "POST", bank="no-such-bank"),
    everyone("responses:bank-show", 302),
    everyone("responses:resume", 200),
    everyone("responses:resume", 422, "POST", code="0000-0000-0000-0000"),
    everyone("responses:resume-link", 200),
    everyone("responses:resume-link", 302, "POST"),
    read("responses:assessment-open", 302),
    answer("responses:section", 200),
    answer("responses:section", 302, "POST"),
    Row("responses:answer-save", (404, 200, 404, 404, 404), "PUT", SAVE, json=True, enterprise=(200, 200, 404)),
    Row(
        "responses:answer-save", (404, 423, 404, 404, 404), "PUT", SAVE, Of.SUBMITTED, True, enterprise=(423, 423, 404)
    ),
    read("responses:check", 200),
    read("responses:newer", 302),
    answer("responses:newer", 302, "POST"),
    read("responses:newer", 302, of=Of.SUBMITTED),
    answer("responses:keep", 200),
    answer("responses:keep", 200, "POST"),
    answer("responses:assessment-widen", 302, "POST"),
    answer("responses:assessment-revise", 302, "POST"),
    answer("responses:assessment-revise", 302, "POST", of=Of.SUBMITTED),
    answer("responses:round-start", 302, "POST"),
    answer("responses:round-start", 302, "POST", of=Of.SUBMITTED),
    workspace("responses:interview", "lead consultant"),
    workspace("responses:interview", "lead consultant", of=Of.SUBMITTED),
    workspace("responses:interview", "", 404, "POST"),
    workspace("responses:interview", "lead consultant", 302, "POST", section="equipment"),
    workspace("responses:interview-closing", "lead consultant"),
    workspace("responses:interview-form", "lead consultant"),
    workspace("responses:interview-print", "lead consultant"),
    workspace("responses:interview-import", "lead consultant"),
    workspace("responses:interview-import", "lead consultant", 422, "POST"),
    workspace("responses:interview-take", "lead consultant", 302, "POST"),
    Row("responses:verified-save", (401, 401, 401, 404, 404), "PUT", json=True, members=(422, 422, 404, 404)),
    Row("responses:note-save", (401, 401, 401, 404, 404), "PUT", json=True, members=(422, 422, 404, 404)),
    workspace("responses:evidence-add", "lead consultant", 422, "POST"),
    workspace("responses:evidence-show", "lead consultant reviewer"),
    workspace("responses:evidence-remove", "lead consultant", 200, "POST"),
    answer("responses:questions-back", 200),
    read("responses:trail", 200),
    read("responses:trail", 200, of=Of.SUBMITTED),
    workspace("desk:review", "lead consultant reviewer viewer"),
    workspace("desk:review", "lead consultant reviewer viewer", of=Of.SUBMITTED),
    workspace("desk:trail", "lead consultant reviewer viewer"),
    workspace("desk:review-save", "lead consultant reviewer", 422, "POST", Of.SUBMITTED, key="EQ05"),
    workspace("desk:review-accept", "lead consultant reviewer", 302, "POST"),
    workspace("desk:review-take-back", "lead consultant reviewer", 302, "POST", Of.SUBMITTED, key="EQ05"),
    workspace("desk:review-ask", "lead consultant reviewer", 302, "POST", key="EQ05", text="Since when?"),
    workspace("desk:review-ask-close", "lead consultant reviewer", 302, "POST"),
    workspace("desk:review-finish", "lead consultant reviewer", 422, "POST", Of.SUBMITTED),
    workspace("desk:review-finish", "lead consultant reviewer", 302, "POST", Of.SUBMITTED, conflict="none"),
    workspace("desk:review-interview", "lead consultant reviewer", 302, "POST"),
    workspace("desk:review-correct", "lead consultant reviewer", 302, "POST", Of.SUBMITTED),
    answer("responses:evidence-list", 200),
    answer("responses:evidence-own", 200),
    answer("plan:assessment-submit", 302, "POST"),
    read("plan:progress", 302),
    read("plan:progress", 200, of=Of.SUBMITTED),
    read("plan:plan-show", 302),
    read("plan:plan-show", 200, of=Of.SUBMITTED),
    plan("plan:plan-take-up", 302, "POST", action="connect_first_machines"),
    plan("plan:plan-take-up", 404, "POST", of=Of.SUBMITTED, action="no-such-action"),
    plan("plan:plan-item-add", 302, "POST", of=Of.SUBMITTED, title="Ask the bank"),
    plan("plan:plan-item-add", 422, "POST", of=Of.SUBMITTED),
    plan("plan:plan-item", 200, of=Of.SUBMITTED),
    plan("plan:plan-item", 422, "POST", of=Of.SUBMITTED),
    plan("plan:plan-item-status", 302, "POST", Of.SUBMITTED, version=1, status="done"),
    plan("plan:plan-item-remove", 302, "POST", of=Of.SUBMITTED, version=1),
    read("plan:plan-calendar", 200, of=Of.SUBMITTED),
    read("plan:plan-workbook", 200, of=Of.SUBMITTED),
    answer("plan:reminders-ask", 302, "POST", of=Of.SUBMITTED, stop="1"),
    answer("plan:reminders-ask", 422, "POST", of=Of.SUBMITTED, email="a@b.example"),
    Row("plan:reminders", (200,) * 5, of=Of.SUBMITTED),
    Row("plan:reminders", (302,) * 5, "POST", {"do": "stop"}, Of.SUBMITTED),
    workspace("plan:advice-desk", "lead consultant reviewer viewer"),
    workspace("plan:advice-desk", "lead consultant reviewer viewer", of=Of.SUBMITTED),
    everyone("plan:advice-desk", 405, "POST"),
    workspace("plan:advice-change", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace(
        "plan:advice-change", "lead consultant", 302, "POST", Of.SUBMITTED, base=0, kind="hide", key="A02", reason="No"
    ),
    workspace("plan:advice-change", "", 404, "POST"),
    workspace("plan:advice-move", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("plan:advice-undo", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("plan:advice-carry", "lead consultant", 302, "POST", Of.SUBMITTED),
    workspace("plan:advice-take-up", "lead consultant", 302, "POST", Of.SUBMITTED, key="A02"),
    workspace("plan:advice-take-up", "", 404, "POST", Of.SUBMITTED, key="no-such-action"),
    workspace("plan:advice-add", "lead consultant", 200, of=Of.SUBMITTED),
    workspace("plan:advice-add", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("plan:advice-words", "lead consultant", 200, of=Of.SUBMITTED),
    workspace("plan:advice-words", "lead consultant", 422, "POST", Of.SUBMITTED),
    workspace("plan:advice-services", "lead consultant", 200, of=Of.SUBMITTED),
    workspace("plan:advice-services", "lead consultant", 422, "POST", Of.SUBMITTED),
    read("plan:roadmap", 200, of=Of.SUBMITTED),
    read("plan:roadmap-part", 200, of=Of.SUBMITTED),
    read("plan:roadmap-more", 200, of=Of.SUBMITTED),
    plan("plan:roadmap-take-up", 302, "POST", of=Of.SUBMITTED),
    read("plan:what-if", 200, of=Of.SUBMITTED),
    read("plan:what-if-change", 302, "POST", of=Of.SUBMITTED),
    answer("catalogue:contact-ask", 302),
    answer("catalogue:contact-ask", 200, of=Of.SUBMITTED),
    answer("catalogue:contact-ask", 422, "POST", of=Of.SUBMITTED, step="preview"),
    read("catalogue:contact-list", 200, of=Of.SUBMITTED),
    answer("catalogue:contact-withdraw", 302, "POST", of=Of.SUBMITTED),
    read("plan:services", 200, of=Of.SUBMITTED),
    read("plan:services", 302),
    everyone("plan:services", 405, "POST"),
    read("report:result-show", 200, of=Of.SUBMITTED),
    read("report:result-data", 200, of=Of.SUBMITTED),
    read("report:report-create", 302, "POST", of=Of.SUBMITTED),
    read("report:report-show", 200, of=Of.SUBMITTED),
    entrance("accounts:sign-in", 200),
    entrance("accounts:sign-in", 422, "POST", login="nobody@example.org", password="wrong"),
    everyone("accounts:sign-out", 302, "POST"),
    signed_in("accounts:sign-out", 200),
    signed_in("accounts:account", 200),
    signed_in("accounts:name-edit", 200),
    signed_in("accounts:name-edit", 302, "POST"),
    signed_in("accounts:account-delete", 200),
    signed_in("accounts:account-delete", 422, "POST"),
    signed_in("accounts:session-end", 404, "POST"),
    everyone("accounts:session-end", 405),
    *SIGNING,
    Row("accounts:workspace-list", (302, 302, 302, 200, 200)),
    Row("accounts:workspace-add", (302, 302, 302, 200, 200)),
    Row("accounts:workspace-add", (302, 302, 302, 422, 422), "POST"),
    workspace("accounts:workspace-edit", "lead"),
    workspace("accounts:workspace-edit", "lead", 422, "POST"),
    workspace("accounts:workspace-delete", "lead", 302, "POST"),
    workspace("accounts:members", "lead consultant reviewer viewer"),
    workspace("accounts:member-leave", "lead consultant reviewer viewer", 302, "POST"),
    workspace("accounts:member-role", "lead", 302, "POST", role="reviewer"),
    workspace("accounts:member-remove", "lead", 302, "POST"),
    workspace("accounts:hand-over", "lead", 422, "POST"),
    workspace("accounts:member-invite", "lead", 422, "POST"),
    workspace("accounts:invitation-again", "lead", 302, "POST"),
    workspace("accounts:invitation-revoke", "lead", 302, "POST"),
    workspace("desk:portfolio", "lead consultant reviewer viewer"),
    everyone("desk:portfolio", 405, "POST"),
    everyone("accounts:invitation", 200),
    Row("accounts:invitation", (200, 200, 200, 403, 403), "POST"),
    Row("studio:home", (404, 404, 404, 404, 200), appointed=(200, 200, 302, 302)),
    studio("studio:bank-show", "editor publisher"),
    studio("studio:release", "editor publisher"),
    studio("studio:release", "publisher", 422, "POST"),
    studio("studio:release-propose", "editor publisher", 422, "POST"),
    studio("studio:release-withdraw", "editor publisher", 302, "POST"),
    studio("studio:release-send-back", "publisher", 422, "POST"),
    studio("studio:roll-back", "publisher", 404),
    studio("studio:bank-second-person", "", 302, "POST", is_needed="on"),
    studio("studio:bank-retire", "publisher", 302, "POST"),
    studio("studio:bank-bring-back", "publisher", 302, "POST"),
    studio("studio:files", "editor publisher"),
    studio("studio:files", "editor", 422, "POST"),
    studio("studio:export", "editor publisher", what="bank", format="yaml"),
    studio("studio:file-show", ""),
    studio("studio:file-show", "", 200, "POST", do="none:*"),
    studio("studio:file-take", "", 422, "POST"),
    studio("studio:outline", "editor publisher"),
    studio("studio:outline", "editor", 302, "POST", base="1", down="EQ05"),
    studio("studio:question-edit", "editor publisher"),
    studio("studio:question-edit", "editor", 422, "POST"),
    studio("studio:question-add", "editor"),
    studio("studio:question-add", "editor", 422, "POST"),
    studio("studio:question-copy", "editor", 302, "POST", base="1"),
    studio("studio:question-remove", "editor"),
    studio("studio:question-remove", "editor", 422, "POST", base="1"),
    studio("studio:section-edit", "editor publisher"),
    studio("studio:section-edit", "editor", 422, "POST"),
    studio("studio:section-add", "editor"),
    studio("studio:section-add", "editor", 422, "POST"),
    studio("studio:section-copy", "editor", 302, "POST", base="1"),
    studio("studio:section-remove", "editor"),
    studio("studio:section-remove", "editor", 422, "POST", base="1"),
    studio("studio:preview", "editor publisher", 200, "GET", of_question="EQ05"),
    studio("studio:preview", "editor publisher", 200, "POST", of_question="EQ05"),
    studio("studio:check", "editor publisher"),
    studio("studio:figures-take", "editor", 302, "POST", base="1"),
    studio("studio:bench", "editor publisher"),
    studio("studio:bench", "editor publisher", 200, "POST"),
    studio("studio:bench-keep", "editor", 302, "POST"),
    studio("studio:bank-import", "editor"),
    studio("studio:bank-import", "editor", 422, "POST"),
    studio("studio:bank-start", "editor", 422, "POST"),
    studio("studio:bank-template", "editor"),
    studio("studio:new-bank-show", "", 302),
    studio("studio:new-bank-take", "", 302, "POST"),
    studio("studio:differences", "editor publisher"),
    studio("studio:take-back", "editor", 302, "POST", copy="bank", line="0" * 20),
    studio("studio:discard", "editor"),
    studio("studio:discard", "editor", 302, "POST", base_bank="1", base_playbook="1"),
    studio("studio:history", "editor publisher"),
    studio("studio:undo", "editor", 302, "POST", copy="bank", change="1"),
    studio("studio:redo", "editor", 302, "POST", copy="bank", change="1"),
    studio("studio:languages", "editor publisher"),
    studio("studio:languages", "editor", 302, "POST", source="en", target="zh-hans", base_bank="1"),
    studio("studio:advice", "editor publisher"),
    studio("studio:advice-move", "editor", 302, "POST"),
    studio("studio:advice-head-edit", "editor publisher"),
    studio("studio:advice-head-edit", "editor", 422, "POST"),
    studio("studio:action-add", "editor"),
    studio("studio:action-add", "editor", 422, "POST"),
    studio("studio:action-edit", "editor publisher"),
    studio("studio:action-edit", "editor", 422, "POST"),
    studio("studio:action-remove", "editor"),
    studio("studio:action-remove", "editor", 302, "POST"),
    studio("studio:action-duplicate", "editor", 302, "POST"),
    studio("studio:rule-add", "editor"),
    studio("studio:rule-add", "editor", 422, "POST"),
    studio("studio:rule-edit", "editor publisher"),
    studio("studio:rule-edit", "editor", 422, "POST"),
    studio("studio:rule-remove", "editor"),
    studio("studio:rule-remove", "editor", 302, "POST"),
    studio("studio:rule-duplicate", "editor", 302, "POST"),
    studio("studio:scoring", "editor publisher"),
    studio("studio:part-move", "editor", 302, "POST"),
    studio("studio:node-add", "editor"),
    studio("studio:node-add", "editor", 422, "POST"),
    studio("studio:node-edit", "editor publisher"),
    studio("studio:node-edit", "editor", 422, "POST"),
    studio("studio:node-effect", "editor", 200, "POST"),
    studio("studio:node-effect-new", "editor", 200, "POST"),
    studio("studio:level-add", "editor"),
    studio("studio:level-edit", "editor publisher"),
    studio("studio:level-edit", "editor", 422, "POST"),
    studio("studio:level-remove", "editor"),
    studio("studio:part-add", "editor"),
    studio("studio:part-add", "editor", 422, "POST"),
    studio("studio:part-remove", "editor"),
    studio("studio:part-remove", "editor", 302, "POST"),
    studio("studio:consistency-edit", "editor publisher"),
    studio("studio:consistency-edit", "editor", 422, "POST"),
    studio("studio:reference-line-edit", "", 404),
    studio("studio:framework-edit", "", 404),
    studio("studio:reading-edit", "", 404),
    studio("studio:example-edit", "", 404),
    studio("studio:head-edit", "editor publisher"),
    studio("studio:head-edit", "editor", 422, "POST"),
    studio("studio:size-edit", "editor publisher"),
    studio("studio:size-edit", "editor", 422, "POST"),
    studio("studio:language-add", "editor", 302, "POST"),
    studio("studio:language-remove", "editor"),
    studio("studio:language-remove", "editor", 302, "POST"),
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
