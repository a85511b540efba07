"""Names of which nothing is seen are refused wherever a name is asked for."""

from collections.abc import Callable

import pytest
from django import forms
from django.core.exceptions import ValidationError

from assessment.accounts.names import validate_visible
from assessment.accounts.signing.forms import NameForm
from assessment.accounts.signing.oidc import _clean
from assessment.accounts.workspaces.forms import WorkspaceForm
from assessment.responses.forms import StartForm
from recommendations.desk.clients.forms import NameFields
from recommendations.desk.clients.imports.reading import read_entries
from recommendations.desk.mine.forms import EnterpriseForm
from recommendations.plan.overlay.forms import WordsForm
from recommendations.plan.overlay.wording import Written
from recommendations.plan.plan_forms import OwnItemForm
from recommendations.studio.forms import TextsField

UNSEEN = ["\u202e", "\u200b\u2060", "\ufeff", "\u00ad \u3164", "\u2800"]
SAID = "Nothing of this can be seen. Write letters, digits or signs."
LANGUAGE = Written("en", "en", "English", "", "", ())
FORMS: dict[str, tuple[str, Callable[[dict[str, str]], forms.Form]]] = {
    "workspace": ("name", WorkspaceForm),
    "person": ("name", NameForm),
    "enterprise that begins": ("enterprise_name", StartForm),
    "own enterprise": ("name", EnterpriseForm),
    "client": ("name", NameFields),
    "own item": ("title", OwnItemForm),
    "words of an advisor": ("title_en", lambda data: WordsForm(data, languages=[LANGUAGE])),
}


@pytest.mark.parametrize("name", UNSEEN)
@pytest.mark.parametrize(("field", "form"), FORMS.values(), ids=FORMS)
def test_names_of_which_nothing_is_seen_are_refused(
    name: str, field: str, form: Callable[[dict[str, str]], forms.Form]
) -> None:
    assert form({field: name}).errors.get(field) == [SAID]
    assert field not in form({field: f"{name}数"}).errors


@pytest.mark.parametrize("name", UNSEEN)
def test_texts_of_the_studio_are_seen_in_every_language(name: str) -> None:
    field = TextsField(locales=["en", "zh-hans"], required=True)
    with pytest.raises(ValidationError, match="Nothing of this can be seen"):
        field.clean(["Question", name])
    assert field.clean(["Question", f"{name}问"]) == {"en": "Question", "zh-hans": f"{name}问".strip()}


def test_table_of_clients_says_where_a_name_is_not_seen() -> None:
    entries = read_entries("name\nGears\n\u200b\u202e\n".encode(), "clients.csv", {}).entries
    assert [[fault.message for fault in entry.faults] for entry in entries] == [[], [SAID]]


@pytest.mark.parametrize("name", UNSEEN)
def test_name_from_another_service_of_which_nothing_is_seen_is_none(name: str) -> None:
    assert (_clean(name), _clean("  Li\tMing ")) == ("", "Li Ming")


def test_no_name_at_all_is_for_the_field_to_refuse() -> None:
    validate_visible("")
