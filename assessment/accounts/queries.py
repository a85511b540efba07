"""Reads about people and what is theirs."""

from assessment.accounts.models import Enterprise, User


def owned_names(person: User | None) -> list[tuple[str, str]]:
    """This function will return public id and name of the enterprises that somebody owns, by name. One query, if any."""
    if person is None:
        return []
    owned = Enterprise.objects.owned_by(person).filter(merged_into__isnull=True).order_by("name", "pk")
    return [(str(public_id), name) for public_id, name in owned.values_list("public_id", "name")]
