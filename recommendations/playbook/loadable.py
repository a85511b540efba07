"""What a document must keep to before its parts can be rows. Whether it gives good advice is asked on release."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from assessment.bank.exactness import number_faults
from assessment.bank.faults import DocumentError, Fault, KeyPath, key_path, shown
from recommendations.rules.document import PlaybookDocument


def loading_faults(document: PlaybookDocument) -> list[Fault]:
    """This function will return a fault for each repeated key, rule without its action and pair of weeks in disorder."""
    actions = {action.key for action in document.actions}
    return [
        *number_faults(document),
        *_repeated("actions", (action.key for action in document.actions)),
        *_repeated("rules", (rule.key for rule in document.rules)),
        *_weeks(document),
        *_recommended(document, actions),
    ]


def refuse_unloadable(document: PlaybookDocument, name: str) -> None:
    """This function will raise DocumentError with every loading fault of the document that was read from `name`."""
    faults = loading_faults(document)
    if faults:
        raise DocumentError(name, faults)


def _repeated(part: str, keys: Iterable[str]) -> Iterator[Fault]:
    first: dict[str, KeyPath] = {}
    for index, key in enumerate(keys):
        place: KeyPath = (part, index)
        if key in first:
            message = _("%(key)s is used already at %(place)s") % {"key": shown(key), "place": key_path(first[key])}
            yield Fault(key_path((*place, "key")), message)
        first.setdefault(key, place)


def _weeks(document: PlaybookDocument) -> Iterator[Fault]:
    for index, action in enumerate(document.actions):
        if action.weeks.minimum > action.weeks.maximum:
            yield Fault(key_path(("actions", index, "weeks")), _("the minimum is above the maximum"))


def _recommended(document: PlaybookDocument, actions: set[str]) -> Iterator[Fault]:
    for index, rule in enumerate(document.rules):
        if rule.recommends not in actions:
            message = _("no action has the key %(key)s") % {"key": shown(rule.recommends)}
            yield Fault(key_path(("rules", index, "recommends")), message)
