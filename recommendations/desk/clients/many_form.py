"""What goes to many clients at once."""

from typing import Any

from recommendations.desk.clients.beginning import How
from recommendations.desk.clients.forms import BeginForm


class ManyForm(BeginForm):
    """A link always, or a link beside an interview."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["how"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["how"] = How.LINK.value
        return cleaned
