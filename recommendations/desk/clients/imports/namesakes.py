"""New lines that may be somebody who is there already: same name, and nothing that tells the two apart."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from assessment.accounts.models import Client
from recommendations.desk.clients.imports.reading import ClientEntry
from recommendations.desk.clients.merging.pairs import plain_name

TELLING = ("credit_code", "reference")
Known = tuple[Mapping[str, Any], str]


class Namesakes:
    """Whoever was met so far, by plain name: what tells each apart, and how it is called in a warning."""

    def __init__(self, clients: Iterable[Client]) -> None:
        self._met: dict[str, list[Known]] = {}
        for client in clients:
            said = {"credit_code": client.enterprise.credit_code, "reference": client.reference}
            name = client.shown_name
            self._meet(name, said, _("same name as the client %(name)s") % {"name": name})

    def warning(self, entry: ClientEntry) -> str:
        """This function will return whose name a new line has, "" where nobody's; later lines are compared with it."""
        name = str(entry.said["name"])
        met = self._met.get(plain_name(name), [])
        found = next((words for said, words in met if not _differ(said, entry.said)), "")
        self._meet(name, entry.said, _("same name as line %(row)d") % {"row": entry.number})
        return found

    def _meet(self, name: str, said: Mapping[str, Any], words: str) -> None:
        self._met.setdefault(plain_name(name), []).append((said, words))


def _differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether both have a code, or both a reference, and not the same."""
    return any(one.get(key) and other.get(key) and one[key] != other[key] for key in TELLING)
