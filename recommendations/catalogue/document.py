"""The catalogue document: words, categories of help, public measures, providers with offerings, funding schemes."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from assessment.scoring.conditions import Condition
from assessment.scoring.document import Number
from assessment.scoring.texts import Document, Key, Locale, Text

FORMAT: Final = "fourfold-catalogue/1"


def _as_day(value: object) -> object:
    """Dates are written as text; a number would be read as seconds since 1970."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise ValueError("must be a day as text: YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a day as text: YYYY-MM-DD") from None


Day = Annotated[date, BeforeValidator(_as_day)]
Amount = Annotated[Number, Field(ge=0, le=9_999_999_999, decimal_places=2)]
WebAddress = Annotated[str, Field(pattern=r"^(https?://\S{1,190})?$")]
MailAddress = Annotated[str, Field(pattern=r"^([^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+)?$", max_length=254)]
Percent = Annotated[Number, Field(gt=0, le=100, decimal_places=2)]
Moment = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]


class Term(Document):
    key: Key
    title: Text


class Category(Document):
    """`barriers` are nodes of the bank; kinds, price models and deployments say what is usual, not what is allowed."""

    key: Key
    title: Text
    description: Text
    barriers: list[Key] = Field(default_factory=list)
    provider_kinds: list[Key] = Field(default_factory=list)
    price_models: list[Key] = Field(default_factory=list)
    deployments: list[Key] = Field(default_factory=list)
    measures: list[Key] = Field(default_factory=list)


class Source(Document):
    text: Text
    date: Moment
    url: WebAddress = ""


class Measure(Document):
    """A public measure: what it is, how to get at it, who said so and when."""

    key: Key
    title: Text
    what: Text
    how: Text
    sources: list[Source] = Field(min_length=1)
    as_of: Day


class Price(Document):
    """Whole currency units; without a minimum the price is not known, without a maximum it is open upwards."""

    model: Key
    minimum: Amount | None = None
    maximum: Amount | None = None
    unit: Text = Field(default_factory=dict)
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "CNY"


class Discount(Document):
    """What is taken off the price, in percent where it can be said so, and for whom or until when."""

    percent: Percent | None = None
    terms: Text = Field(default_factory=dict)


class Weeks(Document):
    minimum: Annotated[int, Field(ge=0, le=520)]
    maximum: Annotated[int, Field(ge=0, le=520)]


class Offering(Document):
    """An empty list of sizes, sectors or regions means all of them; of a case they say whom it was about.

    `outcome` says what came of a case; `issue` in which public catalogue, and which issue of it, the offering is listed.
    """

    key: Key
    kind: Literal["product", "service", "training", "case", "activity", "finance"]
    category: Key
    title: Text
    summary: Text
    price: Price
    discount: Discount | None = None
    sizes: list[Key] = Field(default_factory=list)
    sectors: list[Key] = Field(default_factory=list)
    regions: list[Key] = Field(default_factory=list)
    eligible_if: Condition | None = None
    deployment: Key | None = None
    go_live_weeks: Weeks | None = None
    trial: Text = Field(default_factory=dict)
    exit_terms: Text = Field(default_factory=dict)
    security_statement: Text = Field(default_factory=dict)
    outcome: Text = Field(default_factory=dict)
    languages: list[Locale] = Field(default_factory=list)
    valid_from: Day
    valid_until: Day | None = None
    verified_on: Day | None = None
    suspended: bool = False
    issue: Text = Field(default_factory=dict)
    source: Text
    url: WebAddress = ""


class Provider(Document):
    key: Key
    name: Text
    sample: bool = False
    kind: Key
    regions: list[Key] = Field(default_factory=list)
    summary: Text = Field(default_factory=dict)
    contact_email: MailAddress = ""
    source: Text
    url: WebAddress = ""
    offerings: list[Offering] = Field(default_factory=list)


class Scheme(Document):
    """A dated funding scheme: `rate_percent` of what counts, at most `cap`; an empty one was not published.

    What counts is `eligible_percent` of the price of help in `categories` (none = all). An empty list of sizes, sectors
    or regions means all of them. `place` is a city or district within the regions, which no questionnaire asks for: such
    a scheme is told, but not counted. `checks` are conditions that only the office can confirm.
    """

    key: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    title: Text
    summary: Text
    granted_by: Text
    payer: Literal["public", "private"] = "public"
    form: Literal["grant", "voucher", "interest", "loan", "tax"]
    sample: bool = False
    sizes: list[Key] = Field(default_factory=list)
    sectors: list[Key] = Field(default_factory=list)
    regions: list[Key] = Field(default_factory=list)
    place: Text = Field(default_factory=dict)
    eligible_if: Condition | None = None
    checks: list[Text] = Field(default_factory=list)
    categories: list[Key] = Field(default_factory=list)
    rate_percent: Percent | None = None
    cap: Annotated[Number, Field(gt=0, le=9_999_999_999, decimal_places=2)] | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "CNY"
    eligible_percent: Percent = Decimal(100)
    eligible_costs: Text = Field(default_factory=dict)
    stacks: bool = False
    stacked_percent: Percent | None = None
    stacking_terms: Text = Field(default_factory=dict)
    sources: list[Source] = Field(min_length=1)
    url: WebAddress = ""
    valid_from: Day
    valid_until: Day | None = None
    verified_on: Day | None = None
    suspended: bool = False


class CatalogueDocument(Document):
    """With `sample: true` every provider and scheme in the file is made up, and is shown so everywhere."""

    format: Literal["fourfold-catalogue/1"] = FORMAT
    bank: str
    locales: list[Locale] = Field(min_length=1)
    title: Text = Field(default_factory=dict)
    notice: Text = Field(default_factory=dict)
    as_of: Day | None = None
    sample: bool = False
    kinds: list[Term] = Field(default_factory=list)
    provider_kinds: list[Term] = Field(default_factory=list)
    price_models: list[Term] = Field(default_factory=list)
    deployments: list[Term] = Field(default_factory=list)
    categories: list[Category] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    providers: list[Provider] = Field(default_factory=list)
    schemes: list[Scheme] = Field(default_factory=list)
