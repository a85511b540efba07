"""Texts changed in one language only are spoken of wherever somebody decides about a release."""

from django.test import Client

from assessment.accounts.models import User
from assessment.bank.models import Bank
from recommendations.playbook.models import Playbook
from recommendations.studio.languages.stale import stale_texts
from tests.studio.trial_content import CHECK, bench, edit, loaded

__all__ = ["bench", "loaded"]

BANK = "/studio/banks/four-barriers/"
LISTED = f"{BANK}languages/?source=en&target=zh-hans&show=stale"


def found() -> list[tuple[str, int, str]]:
    bank, playbook = Bank.objects.get(slug="four-barriers"), Playbook.objects.get(bank_slug="four-barriers")
    return [(each.locale, each.count, each.address) for each in stale_texts(bank, playbook)]


def test_only_what_was_changed_in_one_language_counts(bench: Client) -> None:
    assert found() == []
    edit("sections.equipment.questions.EQ01.text.en", "Machines that talk?")
    edit("actions.A33.title.en", "Another title", in_playbook=True)
    assert found() == [("zh-hans", 2, LISTED)]
    edit("sections.equipment.questions.EQ01.text.zh-hans", "会说话的机器？")
    assert found() == [("zh-hans", 1, LISTED)]


def test_check_release_and_banks_say_so(bench: Client, publisher: User) -> None:
    edit("sections.equipment.questions.EQ01.text.en", "Machines that talk?")
    address = LISTED.replace("&", "&amp;")
    releaser = Client()
    releaser.force_login(publisher)
    for page in (bench.get(CHECK), releaser.get(f"{BANK}release/")):
        said = page.content.decode()
        assert f'<a href="{address}">1 text was changed in one language only</a>' in said
    for page in (bench.get("/studio/"), bench.get(BANK)):
        assert f'<a class="small" href="{address}">1 to look at again</a>' in page.content.decode()
    assert bench.get(LISTED).context["page"].paginator.count == 1
