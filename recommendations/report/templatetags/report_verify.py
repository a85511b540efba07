"""What a printed report carries so that others can check it."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from recommendations.report.verification.address import code_of
from recommendations.report.verification.qr import qr_of

GROUP = 8

register = template.Library()


@register.simple_tag
def verify_qr(address: str) -> SafeString:
    return mark_safe(qr_of(address, gettext("QR code of the address %(address)s") % {"address": address}))


@register.filter
def grouped(letters: str) -> str:
    """This function will return a fingerprint or a code in groups of eight, which eyes can compare."""
    return " ".join(letters[start : start + GROUP] for start in range(0, len(letters), GROUP))


@register.filter
def verify_code(digest: str) -> str:
    return grouped(code_of(digest))
