"""Every event that some room writes into the record."""

from importlib import import_module
from pkgutil import walk_packages

import assessment
import recommendations


def all_events() -> list[str]:
    """This function will return the codes of all enums called Event in both houses."""
    codes: list[str] = []
    for house in (assessment, recommendations):
        for module in walk_packages(house.__path__, f"{house.__name__}."):
            if ".migrations" in module.name or module.name.endswith(("settings", "wsgi")):
                continue
            enum = getattr(import_module(module.name), "Event", None)
            codes += [event.value for event in enum] if enum is not None else []
    return codes
