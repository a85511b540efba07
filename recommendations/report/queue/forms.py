"""What is ordered: of which clients, and what each report is like."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Workspace
from recommendations.report.editions.forms import EditionForm
from recommendations.report.editions.options import ALL_VIEWS, EditionOptions
from recommendations.report.editions.page import last_options
from recommendations.report.formats.offered import OFFERED, Format
from recommendations.report.languages import ReportLanguage, label_of
from recommendations.report.queue.orders import USUAL_FORMS

CLIENTS = "client"


class BatchForm(EditionForm):
    """An edition of many clients: in the languages that are ticked, or each in the language of its client."""

    own_language = forms.BooleanField(label=_("Each in its client’s own language, instead of these"), required=False)

    formats = forms.TypedMultipleChoiceField(
        label=_("In which forms the ZIP has each report"),
        choices=[(each.value, OFFERED[each].label) for each in Format],
        coerce=Format,
        initial=[Format.PDF.value],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["languages"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("languages") and "languages" not in self.errors and not cleaned.get("own_language"):
            self.add_error("languages", self.fields["languages"].error_messages["required"])
        return cleaned

    def options(self) -> EditionOptions:
        """This function will return what was chosen; languages that nobody ticked are the usual ones."""
        chosen = dict(self.cleaned_data)
        if not chosen["languages"]:
            del chosen["languages"]
        return EditionOptions.from_json(chosen)

    def chosen_forms(self) -> Sequence[Format]:
        """This function will return the forms that were ticked, the PDF for none."""
        return self.cleaned_data["formats"] or USUAL_FORMS

    @property
    def in_own_language(self) -> bool:
        return bool(self.cleaned_data["own_language"])


def batch_form(workspace: Workspace, data: Mapping[str, Any] | None = None) -> BatchForm:
    """This function will return the form of a report's options, offering every language and view. One query."""
    offered = [ReportLanguage(code, code, label_of(code), is_shown=False) for code, _name in settings.LANGUAGES]
    return BatchForm(data, languages=offered, views=ALL_VIEWS, last=last_options(workspace, offered))


def chosen_clients(data: QueryDict) -> list[UUID]:
    """This function will return the clients that were ticked; what is no id of anything is left out."""
    return [found for text in data.getlist(CLIENTS) if (found := _id(text)) is not None]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
