"""Short names of workspaces: what stands in their addresses, and what enterprises type to let them in."""

import secrets

from django.utils.text import slugify

from assessment.accounts.models import Workspace, WorkspaceKind

LONGEST = 40
SHORTEST = 3
RESERVED = frozenset({"new", "api", "admin", "all", "account", "import", "export", "help", "null", "static"})
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another
ENDING = 4  # characters of a made-up name; 800,000 of them, and taken ones are passed over


def proposed_short_name(name: str, kind: WorkspaceKind) -> str:
    """This function will return a short name that is free: from the letters and digits of a name, else a made-up one.

    Latin letters lose their accents; of a Chinese name nothing is left, and it becomes "consultancy-7k3m". One query,
    and one more for each that is taken.
    """
    base = slugify(name)[:LONGEST].strip("-_")
    if len(base) < SHORTEST or base in RESERVED:
        return _made_up(base or kind.value)
    if is_free(base):
        return base
    return _numbered(base)


def is_free(short_name: str) -> bool:
    return not Workspace.objects.filter(slug__iexact=short_name).exists()


def _numbered(base: str) -> str:
    """Nine workspaces of one name get numbers; the tenth is told apart otherwise."""
    stem = base[: LONGEST - 2].rstrip("-_")
    candidates = [f"{stem}-{number}" for number in range(2, 10)]
    taken = set(Workspace.objects.filter(slug__in=candidates).values_list("slug", flat=True))
    free = [each for each in candidates if each not in taken]
    return free[0] if free else _made_up(base)


def _made_up(base: str) -> str:
    while True:
        ending = "".join(secrets.choice(LETTERS) for _ in range(ENDING))
        candidate = f"{base[: LONGEST - ENDING - 1].rstrip('-_')}-{ending}"
        if is_free(candidate):
            return candidate
