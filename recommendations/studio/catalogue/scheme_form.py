"""The form of a funding scheme."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.core.validators import RegexValidator
from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.models import Payer, SchemeForm
from recommendations.studio.advice.playbook_form import line, offered, select, ticks
from recommendations.studio.advice.rows import RowForm, Rows
from recommendations.studio.catalogue.choices import category_choices, profile_choices
from recommendations.studio.catalogue.fields import (
    amount,
    currency,
    day,
    new_key,
    percent,
    said,
    tick,
    web_address,
)
from recommendations.studio.catalogue.part_form import Data, PartForm, condition_in
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from recommendations.studio.forms import TextsField

TEXTS = ("title", "summary", "granted_by", "place", "eligible_costs", "stacking_terms")
KEYS, ROWS = ("sizes", "sectors", "regions", "categories"), ("checks", "sources")
NUMBERS = ("rate_percent", "cap", "eligible_percent", "stacked_percent")
DAYS = ("valid_from", "valid_until", "verified_on")
SAME = (*TEXTS, "payer", "form", "sample", *KEYS, "eligible_if", "currency", "stacks", "url", "suspended")
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MOMENT = r"\A\d{4}(-\d{2}(-\d{2})?)?\Z"


class SourceRow(RowForm):
    def __init__(self, *args: Any, locales: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(locales=locales, rows=2, required=True, label=_("Source"))
        self.fields["date"] = line(_("Dated (2026, 2026-05 or 2026-05-31)"), 10)
        self.fields["date"].validators.append(RegexValidator(MOMENT, _("Write a year, a month or a day: 2026-05-31.")))
        self.fields["url"] = web_address(_("Address on the web"))


class CheckRow(RowForm):
    def __init__(self, *args: Any, locales: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"] = TextsField(locales=locales, rows=2, label=_("To be checked with the office"))


class FundingForm(PartForm):
    def add_key(self, initial: Data, taken: Collection[str]) -> None:
        self.fields["key"] = new_key(taken, KEY, _("Small letters and digits, with - between them."))

    def build(self, initial: Data, bank: BankDocument) -> None:
        self.fields |= self._about(initial) | self._money() | self._whom(initial, bank) | self._days()
        source, check = partial(SourceRow, locales=self.locales), partial(CheckRow, locales=self.locales)
        self.rows["sources"] = Rows("sources", source, initial.get("sources") or [{}], self.sent)
        checks = [{"text": text} for text in initial.get("checks", [])] or [{}]
        self.rows["checks"] = Rows("checks", check, checks, self.sent)

    def _about(self, now: Data) -> Data:
        return {
            "title": TextsField(locales=self.locales, required=True, label=_("Title")),
            "summary": TextsField(locales=self.locales, rows=3, required=True, label=_("Summary")),
            "granted_by": TextsField(locales=self.locales, required=True, label=_("Granted by")),
            "payer": select(_("Money"), offered(list(Payer.choices), [now.get("payer", "")])),
            "form": select(_("Form"), offered(list(SchemeForm.choices), [now.get("form", "")])),
            "url": web_address(_("Address on the web")),
            "sample": tick(_("a sample: made up, and shown so everywhere")),
        }

    def _money(self) -> Data:
        return {
            "rate_percent": percent(_("Rate in percent, empty if it was not published")),
            "cap": amount(_("At most, empty if it was not published"), least="0.01"),
            "currency": currency(),
            "eligible_percent": percent(_("Share of the price that counts, in percent"), required=True),
            "eligible_costs": TextsField(locales=self.locales, rows=2, label=_("Costs that count")),
            "stacks": tick(_("may be combined with other schemes")),
            "stacked_percent": percent(_("Most that all schemes together may carry, in percent")),
            "stacking_terms": TextsField(locales=self.locales, rows=2, label=_("Terms of combining")),
        }

    def _whom(self, now: Data, bank: BankDocument) -> Data:
        lists = (
            ("sizes", _("Size classes"), SIZE),
            ("sectors", _("Sectors"), SECTOR),
            ("regions", _("Regions"), REGION),
        )
        chosen = {
            name: ticks(label, offered(profile_choices(bank, fact), now.get(name, []))) for name, label, fact in lists
        }
        subject = ConditionSubject.eligibility(bank)
        return chosen | {
            "place": TextsField(locales=self.locales, label=_("Only in this city or district")),
            "eligible_if": ConditionField(subject=subject, label=_("Only for enterprises where")),
            "categories": ticks(
                _("Categories of help it pays for"), offered(category_choices(), now.get("categories", []))
            ),
        }

    def _days(self) -> Data:
        return {
            "valid_from": day(_("Valid from"), required=True),
            "valid_until": day(_("Valid until")),
            "verified_on": day(_("Last verified on")),
            "suspended": tick(_("suspended: nobody is shown it")),
        }

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if valid and not self.rows["sources"].cleaned:
            self.add_error(None, _("Name at least one source."))
        return valid and not self.errors

    @property
    def written(self) -> Data:
        cleaned = self.cleaned_data
        return {name: cleaned[name] for name in SAME} | {
            **{name: said(cleaned[name]) for name in (*NUMBERS, *DAYS)},
            "checks": [row["text"] for row in self.rows["checks"].cleaned],
            "sources": [{name: row[name] for name in ("text", "date", "url")} for row in self.rows["sources"].cleaned],
        }


def scheme_initial(data: Data) -> Data:
    """This function will return what the form shows of a scheme as files write it."""
    texts = {name: data.get(name) or {} for name in TEXTS}
    return (
        texts
        | {name: sorted(data.get(name) or []) for name in KEYS}
        | {name: data.get(name) for name in DAYS}
        | {
            **{name: data.get(name) or [] for name in ROWS},
            **{name: data.get(name) for name in NUMBERS},
            "eligible_percent": data.get("eligible_percent") or "100",
            "payer": data.get("payer", Payer.PUBLIC.value),
            "form": data.get("form", SchemeForm.GRANT.value),
            "sample": data.get("sample", False),
            "eligible_if": condition_in(data),
            "currency": data.get("currency", "CNY"),
            "stacks": data.get("stacks", False),
            "url": data.get("url", ""),
            "suspended": data.get("suspended", False),
        }
    )
