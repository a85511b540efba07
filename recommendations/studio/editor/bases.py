"""The revision that a form was filled in from."""

from django.http import QueryDict

from recommendations.studio.forms import BaseRevisionForm


class _Base(BaseRevisionForm):
    pass


def base_of(sent: QueryDict) -> int | None:
    """This function will return the revision that a form carries, None where it carries none that can be read."""
    form = _Base(sent)
    return form.cleaned_data["base"] if form.is_valid() else None
