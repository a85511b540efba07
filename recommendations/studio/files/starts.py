"""Beginning a bank without a file."""

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank
from assessment.scoring.texts import Text
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook
from recommendations.studio.files.arriving import Arrival, BankExists, take_in
from recommendations.studio.files.starting import copied, empty_bank


def banks_to_copy() -> list[tuple[str, str]]:
    """This function will return the banks that there are as choices. One query."""
    return [(bank.slug, _("a copy of “%(bank)s”") % {"bank": bank}) for bank in Bank.objects.order_by("slug")]


@transaction.atomic
def start_bank(*, slug: str, title: Text, source: str, by: User) -> Bank:
    """This function will make a bank that holds one question, or what the bank `source` and its playbook hold.

    Raises BankExists.
    """
    if Bank.objects.filter(slug=slug).exists() or Playbook.objects.filter(slug=slug).exists():
        raise BankExists(slug)
    if not source:
        return take_in(arrival=Arrival(empty_bank(slug, title), None, []), by=by)
    playbook = Playbook.objects.filter(bank_slug=source).first()
    bank = compile_bank(Bank.objects.get(slug=source))
    documents = copied(slug, title, bank, compile_playbook(playbook) if playbook is not None else None)
    return take_in(arrival=Arrival(*documents, []), by=by)
