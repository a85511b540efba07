"""From a filled form to a client with its first assessment: all of it or nothing."""

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from recommendations.desk.clients.actions import add_client
from recommendations.desk.clients.beginning import Begun, begin_assessment
from recommendations.desk.clients.forms import NewClientForm


@transaction.atomic
def take_on(*, seat: Seat, form: NewClientForm) -> tuple[Client, Begun | None]:
    """This function will take a client on and begin what a valid form asks for, in one transaction.

    Raises AlreadyClient, ReferenceTaken, NoAddress or WrittenTooOften; then nothing has changed.
    """
    client = add_client(
        seat=seat,
        name=form.cleaned_data["name"],
        credit_code=form.cleaned_data["credit_code"],
        particulars=form.particulars,
    )
    return client, begin_assessment(seat=seat, client=client, beginning=form.beginning())
