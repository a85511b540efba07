"""Addresses inside the scoring pages."""

from django.urls import reverse

from recommendations.studio.access import Workshop


def scoring_address(workshop: Workshop, show: str, key: str = "") -> str:
    """This function will return the address of one part of the scoring page, at one of the things that it lists."""
    address = f"{reverse('studio:scoring', args=[workshop.bank.slug])}?show={show}"
    return f"{address}#part-{key}" if key else address
