"""The forms of a client that is there already, filled with what is known."""

from typing import Any

from assessment.accounts.access import ClientFile
from assessment.responses.models import Assessment
from recommendations.desk.clients.actions import Particulars
from recommendations.desk.clients.forms import ClientForm, NextForm, UnownedClientForm


def client_form(file: ClientFile, data: Any) -> ClientForm:
    """This function will return the form of a client; with name and code while nobody owns the enterprise."""
    client, enterprise = file.client, file.enterprise
    known = {name: getattr(client, name) for name in Particulars.__dataclass_fields__}
    if enterprise.owner_id is not None:
        return ClientForm(data, seat=file.seat, initial=known)
    known |= {"name": enterprise.name, "credit_code": enterprise.credit_code}
    return UnownedClientForm(data, seat=file.seat, initial=known)


def next_form(file: ClientFile, data: Any) -> NextForm:
    """This function will return the form for one more assessment, set to the last one's bank and scope. One query more."""
    found = Assessment.objects.filter(enterprise=file.enterprise, submitted_at__isnull=False)
    last = found.order_by("-submitted_at", "-pk").values_list("release__bank__slug", "scope").first()
    initial = {"bank": last[0], "scope": last[1]} if last else {}
    return NextForm(data, has_before=last is not None, has_address=bool(file.client.contact_email), initial=initial)
