"""A funding scheme as one enterprise sees it, in words."""

from dataclasses import dataclass
from datetime import date

from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.funding_queries import SchemeMatch
from recommendations.catalogue.scheme_wording import Flag, checks_of, flags_of, qualify_text, terms_here, uncounted_text


@dataclass(frozen=True, slots=True)
class SchemeView:
    """`qualify` is never a yes; `carries` is what it may carry of the prices at hand, "" for nothing; then `uncounted` says why."""

    key: str
    title: str
    granted_by: str
    form: str
    is_sample: bool
    terms: str
    eligibility: Eligibility
    qualify: str
    reason: str
    flags: tuple[Flag, ...]
    carries: str
    uncounted: str


def scheme_view(match: SchemeMatch, on: date, locale: str, carries: str = "") -> SchemeView:
    """This function will return a matched scheme in the active language."""
    scheme = match.scheme
    return SchemeView(
        key=scheme.key,
        title=localise(scheme.title, locale),
        granted_by=localise(scheme.granted_by, locale),
        form=scheme.get_form_display(),
        is_sample=scheme.is_sample,
        terms=terms_here(scheme, locale),
        eligibility=match.eligibility,
        qualify=qualify_text(checks_of(scheme, locale)) if match.is_open else "",
        reason=match.reason,
        flags=flags_of(scheme, on),
        carries=carries,
        uncounted="" if carries else uncounted_text(scheme, locale),
    )
