"""Funding schemes in a file: what is refused and where, what is doubtful, and what a row holds afterwards."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError
from django.utils.translation import override
from pydantic import ValidationError

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.documents import read_document
from assessment.bank.faults import DocumentError
from assessment.bank.yaml_writing import write_yaml
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import FundingScheme
from tests.catalogue.funding_samples import load_schemes, scheme
from tests.catalogue.samples import catalogue, catalogue_bank
from tests.playbook.samples import worked_examples
from tests.rules.samples import both


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


FULL = scheme(
    "s",
    payer="private",
    sizes=["small"],
    sectors=["food"],
    regions=["north"],
    eligible_if={"fact": "profile.staff", "op": "gte", "value": 5},
    categories=["help"],
    rate_percent="33.5",
    eligible_percent=60,
    eligible_costs=both("software only"),
    stacks=True,
    stacked_percent=70,
    stacking_terms=both("not twice"),
    url="https://example.org/s",
)


@pytest.mark.django_db
def test_a_row_holds_what_the_file_says_and_a_second_load_replaces_it() -> None:
    load_schemes(FULL, scheme("other"))
    row = FundingScheme.objects.get(key="s")
    assert (row.bank_slug, row.payer, row.form, row.is_sample) == ("sample", "private", "grant", False)
    assert (row.sizes, row.sectors, row.regions) == (["small"], ["food"], ["north"])
    assert row.eligible_if == {"fact": "profile.staff", "op": "gte", "value": 5}
    assert (row.rate_percent, row.cap, row.eligible_percent) == (Decimal("33.5"), 10000, 60)
    assert (row.stacks, row.stacked_percent, row.stacking_terms["en"]) == (True, 70, "not twice")
    assert row.sources == [{"text": both("Gazette"), "date": "2026-05"}]
    assert [category.key for category in row.categories.all()] == ["help"]
    assert row.valid_until == date(2027, 12, 31)
    load_schemes(scheme("s", rate_percent=None, categories=["tools"]), sample=False)
    row.refresh_from_db()
    assert (row.rate_percent, [category.key for category in row.categories.all()]) == (None, ["tools"])
    assert FundingScheme.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"categories": ["nope"]}, 'schemes[0].categories: "nope" is not known; known are: help, tools'),
        ({"regions": ["west"]}, 'schemes[0].regions: "west" is not known; known are: north, south'),
        ({"sectors": ["toys"]}, 'schemes[0].sectors: "toys" is not known; known are: food, metal'),
        ({"sizes": ["huge"]}, 'schemes[0].sizes: "huge" is not known; known are: micro, small'),
        ({"valid_until": "2025-12-31"}, "schemes[0].valid_until: the scheme ends before it begins"),
        ({"title": {"en": "Only one"}}, "schemes.s.title.zh-hans: the text is missing in zh-hans"),
        ({"checks": [{"en": "Only one"}]}, "schemes.s.checks.0.zh-hans: the text is missing in zh-hans"),
    ],
)
def test_what_does_not_exist_is_refused_with_its_place(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(DocumentError) as refused:
        load_schemes(scheme("s", **changes))
    assert [str(found) for found in refused.value.faults] == [fault]
    assert FundingScheme.objects.count() == 0


@pytest.mark.django_db
def test_a_condition_may_ask_the_profile_only_and_a_fault_names_its_place() -> None:
    parts = [{"fact": "profile.staff", "op": "gte", "value": 5}, {"fact": "node.people", "op": "gte", "value": 5}]
    with pytest.raises(DocumentError) as refused:
        load_schemes(scheme("s", eligible_if={"all": parts}))
    assert [found.place for found in refused.value.faults] == ["schemes[0].eligible_if.all.1"]


@pytest.mark.django_db
def test_a_key_stands_once_and_a_sample_cannot_take_a_real_scheme_s_place() -> None:
    with pytest.raises(DocumentError, match=r"schemes\[1\]\.key: \"s\" is used already"):
        load_schemes(scheme("s"), scheme("s"))
    load_schemes(scheme("s"))
    for changes in ({"sample": True}, {}):
        with pytest.raises(DocumentError, match='"s" is a real scheme and cannot become a sample'):
            load_schemes(scheme("s", **changes), sample=not changes)
    load_schemes(scheme("made-up"), sample=True)
    load_schemes(scheme("made-up-too", sample=True))
    assert FundingScheme.objects.filter(is_sample=True).count() == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"rate_percent": 0},
        {"rate_percent": 101},
        {"cap": 0},
        {"form": "gift"},
        {"payer": "aunt"},
        {"sources": []},
        {"key": "With_Capitals"},
        {"valid_from": 20260101},
        {"promised": True},
    ],
)
def test_values_that_make_no_sense_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        catalogue(schemes=[scheme("s") | changes])


def test_a_scheme_survives_being_written_and_read() -> None:
    document = catalogue(schemes=[FULL])
    assert read_document(CatalogueDocument, write_yaml(document), "schemes.yaml") == document


@pytest.mark.django_db
def test_the_check_names_doubts_and_refuses_nothing(tmp_path: Path) -> None:
    release_bank(bank=load_bank(document=catalogue_bank(examples=worked_examples())))
    doubtful = [
        scheme("silent", rate_percent=None, cap=None),
        scheme("loan", form="loan", rate_percent=None, cap=None),
        scheme("sure", checks=[], verified_on=None, cap=None),
    ]
    file = tmp_path / "schemes.yaml"
    file.write_text(write_yaml(catalogue(schemes=doubtful)), encoding="utf-8")
    out = StringIO()
    call_command("catalogue", "check", str(file), stdout=out)
    assert out.getvalue().splitlines() == [
        "schemes.yaml: schemes[0]: neither a rate nor a cap: no amount can be shown",
        "schemes.yaml: schemes[2]: nothing to check with the office: its support will count as certain wherever the"
        " profile fits",
        "schemes.yaml: schemes[2]: nobody has verified it",
        "schemes.yaml: no faults",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("broken", [{"rate_percent": 0}, {"cap": 0}, {"sources": []}, {"eligible_percent": 101}])
def test_the_database_refuses_them_too(broken: dict[str, Any]) -> None:
    load_schemes(scheme("s"))
    with pytest.raises(IntegrityError):
        FundingScheme.objects.filter(key="s").update(**broken)
